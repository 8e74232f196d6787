import type { CellSummary, CompareColumns } from '../../../contract/compare.ts';
import { write } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { textOf } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';

/** What a summary is about. */
export interface SummaryCell {
  readonly code: string;
  readonly column: string;
  readonly by: CompareColumns['by'];
}

/** Whether a cell can have a summary: it is of a document or a case, not of a group of them. */
export const takesSummary = ({ column, by }: Omit<SummaryCell, 'code'>): boolean =>
  by !== 'attribute' && column !== 'none';

/**
 * Saves what was written about a cell as one step; without words it is removed.
 * @param own the summary that the present coder wrote before, if there is one
 * @returns whether it is in the project now; what is not has been said
 */
export async function saveSummary(
  { code, column, by }: SummaryCell,
  own: CellSummary | undefined,
  body: string,
): Promise<boolean> {
  const text = body.trim();
  if (text === (own?.body ?? '')) return true;
  if (text === '' && own !== undefined) {
    const done = await write(api.memos.remove.mutationOptions(), { memo: own.memoId });
    if (done !== undefined) say(textOf('board.summary.removed'));
    return done !== undefined;
  }
  const target = {
    kind: 'cell' as const,
    code,
    ...(by === 'case' ? { case: column } : { document: column }),
  };
  const done =
    own === undefined
      ? await write(api.memos.write.mutationOptions(), { target, title: '', body: text })
      : await write(api.memos.change.mutationOptions(), { memo: own.memoId, body: text });
  if (done !== undefined) say(textOf('board.summary.saved'));
  return done !== undefined;
}
