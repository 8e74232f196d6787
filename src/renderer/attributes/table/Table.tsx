import './table.css';
import { useQuery } from '@tanstack/react-query';
import { Copy, FileInput } from 'lucide-react';
import { useEffect } from 'react';
import { api } from '../../client/shell.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../messages/intl.tsx';
import { CommandIcon } from '../../ui/CommandButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TABLE_COMMANDS } from './commands.ts';
import { useShownLines } from './copy.ts';
import { Grid } from './Grid.tsx';
import { ImportDialog } from './importing/ImportDialog.tsx';
import { useTableImport } from './importing/state.ts';
import { type Of, showOwners, useAttributeTable } from './state.ts';
import { useCellWords, useLines } from './useLines.ts';

/** Cases and documents with what is known of them, edited as in a spreadsheet. */
export function Table() {
  const t = useText();
  useCommands(TABLE_COMMANDS);
  const of = useAttributeTable((table) => table.of);
  const { data: project } = useQuery(api.project.state.queryOptions());
  const canWrite = project?.readOnly === null;
  const shown = useLines();
  const words = useCellWords();
  const read = useTableImport(({ read: file }) => file);
  useEffect(() => {
    useShownLines.setState({ shown: shown === undefined ? null : { ...shown, words, of } });
    return () => useShownLines.setState({ shown: null });
  }, [shown, words, of]);
  const lack =
    shown === undefined
      ? 'caseTable.counting'
      : shown.lines.length > 0 || (of === 'case' && canWrite)
        ? null
        : shown.outside > 0
          ? 'caseTable.empty.scope'
          : of === 'document'
            ? 'caseTable.empty.document'
            : 'caseTable.empty.readOnly';
  return (
    <>
      <div className="bar">
        <Segments<Of>
          label={t('caseTable.of')}
          options={(['case', 'document'] as const).map((value) => ({
            value,
            label: t(`caseTable.of.${value}`),
          }))}
          value={of}
          onChange={showOwners}
        />
        <span className="grow" />
        <CommandIcon command="attributes.import" icon={FileInput} />
        <CommandIcon command="attributes.copyTable" icon={Copy} />
      </div>
      <div className="pane-b at">
        {shown === undefined || lack !== null ? (
          <p className="at-empty quiet" role="status">
            {t(lack ?? 'caseTable.counting')}
          </p>
        ) : (
          <Grid key={of} shown={shown} canWrite={canWrite} />
        )}
      </div>
      {read === null ? null : <ImportDialog key={read.token} read={read} />}
    </>
  );
}
