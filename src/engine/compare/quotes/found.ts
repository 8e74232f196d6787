import type { CompareColumn } from '../../../contract/compare.ts';
import type { Scope } from '../../../contract/scope.ts';
import { idBytes } from '../../store/ids.ts';
import type { Sql } from '../../store/sql.ts';
import { type Facts, STRIDE } from '../facts.ts';
import { factsIn } from '../kept-facts.ts';
import { coderIn, numberingOf } from '../numbering.ts';
import type { BoardRow } from './quotes.ts';

/** How many distinct places a cell has, in which of its documents; those without any are left out. */
export interface FoundIn {
  readonly documents: ReadonlyMap<string, number>;
  readonly total: number;
}

/** What is looked at. */
interface Asked {
  readonly rows: readonly BoardRow[];
  readonly columns: readonly CompareColumn[];
  readonly coder: string | undefined;
  readonly scope: Scope | undefined;
}

/**
 * Counts places as the table does, from what is kept for it.
 * @returns what a cell holds, its documents in the order of its column
 */
export function foundIn(
  db: Sql,
  { rows, columns, coder, scope }: Asked,
): (row: BoardRow, column: CompareColumn) => FoundIn {
  const numbering = numberingOf(db);
  const by = coderIn(db, coder);
  const holding = new Map<number, number[]>();
  rows.forEach(({ codes }, place) => {
    for (const code of codes) {
      const number = numbering.of(idBytes(code));
      holding.set(number, [...(holding.get(number) ?? []), place]);
    }
  });
  const facts = factsIn(db, scope);
  const counted = new Map<string, Int32Array>();
  for (const id of new Set(columns.flatMap(({ documents }) => documents))) {
    const of = facts.get(id);
    if (of) counted.set(id, countIn(of, holding, rows.length, by));
  }
  const places = new Map(rows.map((row, place) => [row, place]));
  return (row, column) => {
    const documents = new Map<string, number>();
    let total = 0;
    for (const id of column.documents) {
      const count = counted.get(id)?.[places.get(row) ?? -1] ?? 0;
      if (count > 0) documents.set(id, count);
      total += count;
    }
    return { documents, total };
  };
}

/** @returns by row its distinct places in a document */
function countIn(
  { codings }: Facts,
  holding: ReadonlyMap<number, readonly number[]>,
  rows: number,
  by: number | null,
): Int32Array {
  const counts = new Int32Array(rows);
  const last = new Int32Array(rows).fill(-1);
  for (let at = 0; at < codings.length; at += STRIDE) {
    if (codings[at + 3] === 0 || (by !== null && codings[at + 1] !== by)) continue;
    const place = codings[at + 2] ?? 0;
    for (const row of holding.get(codings[at] ?? -1) ?? []) {
      if (last[row] === place) continue;
      last[row] = place;
      counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  return counts;
}
