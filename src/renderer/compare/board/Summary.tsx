import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { CellSummary } from '../../../contract/compare.ts';
import { api } from '../../client/shell.ts';
import { useCoders } from '../../margin/useCoders.ts';
import { useText } from '../../messages/intl.tsx';
import { useDraft } from '../../state/drafts.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useBoard } from './state.ts';
import { type SummaryCell, saveSummary } from './summary.ts';

/** The field of a summary. It saves when it is left, as one step; Escape gives up what was typed. */
function Editor({ cell, own, label }: { cell: SummaryCell; own: CellSummary | undefined; label: string }) {
  const t = useText();
  const [text, setText] = useState(own?.body ?? '');
  const givenUp = useRef(false);
  useDraft(text.trim() !== (own?.body ?? ''));
  const close = () => {
    useBoard.setState({ editing: null });
    useWorkspace.setState({ viewFocus: true });
  };
  const leave = async () => {
    if (givenUp.current || (await saveSummary(cell, own, text))) useBoard.setState({ editing: null });
  };
  return (
    <div className="brd-edit">
      <textarea
        dir="auto"
        aria-label={label}
        value={text}
        // It opens because the person asked to write.
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of what was pressed
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void leave()}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.key !== 'Escape' && !isDone) return;
          givenUp.current = event.key === 'Escape';
          event.preventDefault();
          if (givenUp.current) close();
          else useWorkspace.setState({ viewFocus: true });
        }}
      />
      <p className="faint">{t('board.summary.hint')}</p>
    </div>
  );
}

/** Who wrote a summary when, and what it was written from. */
function Provenance({ summary }: { summary: CellSummary }) {
  const t = useText();
  const { formatDate } = useIntl();
  const coders = useCoders();
  const { data: project } = useQuery(api.project.state.queryOptions());
  // Who has just written for the first time is not in the list of coders yet.
  const isOwn = summary.createdBy === project?.coder?.id;
  const name = (isOwn ? project?.coder?.name : undefined) ?? coders.nameOf(summary.createdBy);
  const date = formatDate(summary.writtenAt, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <p className="brd-by">
      {t('board.summary.by', { name, date, from: summary.from })}
      {summary.since === 0 ? null : (
        <b className="brd-since">{t('board.summary.since', { since: summary.since })}</b>
      )}
    </p>
  );
}

/** What was written about a cell as a whole: the summary of the present coder before those of others. */
export function Summary({
  cell,
  name,
  summaries,
  isEditing,
  onEdit,
}: {
  cell: SummaryCell;
  /** The code and the column, as they are called. */
  name: { readonly code: string; readonly column: string };
  summaries: readonly CellSummary[];
  isEditing: boolean;
  onEdit: () => void;
}) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const own = summaries.findLast(({ createdBy }) => createdBy === project?.coder?.id);
  if (isEditing) return <Editor cell={cell} own={own} label={t('board.summary', name)} />;
  const shown = own ?? summaries.at(-1);
  const canWrite = project?.readOnly === null;
  return (
    <div className="brd-sum">
      {shown === undefined ? null : (
        <>
          <p className="brd-words" dir="auto" title={shown.body}>
            {shown.title === '' ? shown.body : `${shown.title}: ${shown.body}`}
          </p>
          <Provenance summary={shown} />
        </>
      )}
      {canWrite && own === undefined ? (
        <button type="button" tabIndex={-1} className="brd-link brd-write" onClick={onEdit}>
          {t('board.summary.add')}
        </button>
      ) : null}
      {canWrite && own !== undefined ? (
        <button
          type="button"
          tabIndex={-1}
          className="brd-step brd-write brd-pen"
          aria-label={t('board.summary.edit')}
          onClick={onEdit}
        >
          <Icon of={Pencil} size={12} />
        </button>
      ) : null}
      {summaries.length > 1 ? (
        <span className="faint">{t('board.summary.more', { count: summaries.length - 1 })}</span>
      ) : null}
    </div>
  );
}
