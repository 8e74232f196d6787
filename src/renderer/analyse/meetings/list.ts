import type { Nearness } from '../../../contract/compare.ts';
import { unpackTable } from '../../../contract/packed-table.ts';
import { queryClient } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { listCell } from '../../compare/list.ts';
import { textOf } from '../../messages/intl.tsx';
import type { ScopeInput } from '../../scope/useScopeInput.ts';
import type { Meeting } from './pairs.ts';

/** How the meeting was counted. */
interface Counted {
  readonly near: Nearness;
  readonly coder: string | null;
  readonly scoped: ScopeInput;
}

/** The documents in scope that have both codes. */
async function documentsOfBoth(
  [a, b]: readonly [string, string],
  { coder, scoped }: Counted,
): Promise<readonly string[]> {
  const input = { columns: { by: 'document' as const }, ...(coder === null ? {} : { coder }), ...scoped };
  const table = unpackTable(await queryClient.ensureQueryData(api.compare.table.queryOptions({ input })));
  const present = (id: string) =>
    new Set(
      table.cells.flatMap(({ row, column, presence }) =>
        presence === 1 && table.codes[row] === id ? [column] : [],
      ),
    );
  const [first, second] = [present(a), present(b)];
  return table.columns.flatMap(({ id }, column) => (first.has(column) && second.has(column) ? [id] : []));
}

/**
 * Lists the passages behind a meeting: where codes meet on one place, those that carry both; otherwise those of either, in the
 * documents that have both, since what is near what is not told by one passage alone.
 * @param focus whether the list takes the focus once it is there
 */
export async function listMeeting({ a, b }: Meeting, counted: Counted, focus: boolean): Promise<void> {
  const codes: [string, string] = [a.code.id, b.code.id];
  const names = { a: a.code.name, b: b.code.name };
  const isPlace = counted.near.by === 'place';
  // What fails is shown by the list: it then lists all documents in scope.
  const documents = isPlace ? null : await documentsOfBoth(codes, counted).catch(() => null);
  await listCell(
    {
      name: textOf(isPlace ? 'analyse.meetings.listed.both' : 'analyse.meetings.listed.either', names),
      codes,
      below: false,
      documents,
      coder: counted.coder,
      ...(isPlace ? { together: true } : {}),
    },
    focus,
  );
}
