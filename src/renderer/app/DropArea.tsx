import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { dropTable, isTable } from '../attributes/table/importing/state.ts';
import { api } from '../client/shell.ts';
import { dropBook, isBookDrop } from '../codebook-exchange/state.ts';
import { dropForeign, holdsForeign } from '../exchange/importing.ts';
import { importDropped } from '../library/importing.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Takes files that are dropped anywhere on the window; without a project it says what to do first. */
export function DropArea({ children }: { children: ReactNode }) {
  const t = useText();
  const [over, setOver] = useState(false);
  const { data: project } = useQuery(api.project.state.queryOptions());
  const takes = project !== null && project !== undefined && project.readOnly === null;
  useEffect(() => {
    const move = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      // What is being dragged has no name yet: without a project it may be one of another program.
      if (event.dataTransfer !== null)
        event.dataTransfer.dropEffect = takes || project === null ? 'copy' : 'none';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving one element for another inside the window says where it goes; leaving the window does not.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const [first] = files;
      if (holdsForeign(files) && (takes || project === null)) return void dropForeign(files, takes);
      if (!takes || first === undefined) return;
      // A codebook on the codebook is merged with it; elsewhere the same file is a document or a table.
      if (isBookDrop(files, event.target)) return void dropBook(first);
      // A table beside the table of cases brings attributes; no document is ever read from one.
      if (useWorkspace.getState().page === 'cases' && isTable(files)) void dropTable(first);
      else void importDropped(files);
    };
    document.addEventListener('dragenter', move);
    document.addEventListener('dragover', move);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragenter', move);
      document.removeEventListener('dragover', move);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [takes, project]);
  return (
    <div className="drop-area">
      {children}
      {over ? <div className="drop-veil">{t(takes ? 'app.drop' : 'app.drop.elsewhere')}</div> : null}
    </div>
  );
}
