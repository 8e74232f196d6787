import { unpackTable } from '../../../contract/packed-table.ts';
import { queryClient } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { listCell } from '../../compare/list.ts';
import { textOf } from '../../messages/intl.tsx';
import type { ScopeInput } from '../../scope/useScopeInput.ts';
import { codesOfAll } from './shared.ts';

/** Two documents, and how their codes were counted. */
interface Shared {
  /** Their ids. */
  readonly documents: readonly [string, string];
  readonly rollUp: boolean;
  readonly coder: string | null;
  readonly scoped: ScopeInput;
}

/** How many codes a condition of the scope takes. */
const CODES_MOST = 500;

/**
 * Lists the passages of two documents with the codes that both have.
 * @param focus whether the list takes the focus once it is there
 */
export async function listShared(
  { documents, rollUp, coder, scoped }: Shared,
  focus: boolean,
): Promise<void> {
  const columns = { by: 'document' as const };
  const input = { columns, rollUp, ...(coder === null ? {} : { coder }), ...scoped };
  const packed = await queryClient.ensureQueryData(api.compare.table.queryOptions({ input }));
  const codes = codesOfAll(unpackTable(packed), documents).slice(0, CODES_MOST);
  // What was counted may have changed while it was asked for.
  if (codes.length === 0) return;
  // The documents stand above their passages.
  const name = textOf('statistics.similarity.listed');
  await listCell({ name, codes, below: rollUp, documents, coder }, focus);
}
