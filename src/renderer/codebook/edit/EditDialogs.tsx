import type { CodeRow } from '../../../contract/codes.ts';
import { useEditing } from '../editing.ts';
import { SplitDialog } from '../split/SplitDialog.tsx';
import { ColoursDialog } from './ColoursDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';

/** The dialog of what is being done to codes, if it has one. */
export function EditDialogs({ codes }: { codes: readonly CodeRow[] }) {
  const { editing, edit } = useEditing();
  const onClose = () => edit(null);
  if (editing === null) return null;
  const byId = (id: string | null) => codes.find((code) => code.id === id);
  switch (editing.kind) {
    case 'move':
    case 'copy':
      return <MoveDialog kind={editing.kind} ids={editing.codeIds} codes={codes} onClose={onClose} />;
    case 'merge':
      return <MergeDialog ids={editing.codeIds} codes={codes} onClose={onClose} />;
    case 'split': {
      const code = byId(editing.codeId);
      return code === undefined ? null : <SplitDialog code={code} codes={codes} onClose={onClose} />;
    }
    case 'replace':
      return <ReplaceDialog code={byId(editing.codeId)} onClose={onClose} />;
    case 'colours':
      return <ColoursDialog code={byId(editing.codeId)} codes={codes} onClose={onClose} />;
    default:
      return null;
  }
}
