import type { FrameCode } from '../dataset/frame.ts';
import { idBytes } from '../store/ids.ts';
import type { Numbering } from './numbering.ts';

/** The rows of a table, and in which of them what is said of a code counts. The last row stands for all codes. */
export interface Rows {
  readonly count: number;
  /** By the number of a code the rows that hold it. */
  readonly holding: readonly (readonly number[] | undefined)[];
  /** By the number of a code the rows that are absent only where it is. */
  readonly wanting: readonly (readonly number[] | undefined)[];
  /** By row, how many codes have to be absent; nothing is absent where there are none. */
  readonly wanted: Int32Array;
}

/**
 * @param codes in tree order
 * @param rollUp whether a row holds the codes below its own, too; then it is absent where every code of its branch that can be
 * applied is: a code that only groups others says nothing of its own
 */
export function rowsOf(codes: readonly FrameCode[], numbering: Numbering, rollUp: boolean): Rows {
  const all = codes.length;
  const above = codes.map<readonly number[]>(() => []);
  const places = new Map(codes.map(({ node }, row) => [node.id, row]));
  codes.forEach(({ node }, row) => {
    const parent = node.parentId === null ? undefined : places.get(node.parentId);
    above[row] = parent === undefined ? [] : [parent, ...(above[parent] ?? [])];
  });
  const branch = (row: number) => [row, ...(rollUp ? (above[row] ?? []) : [])];

  const appliable = new Set(codes.flatMap(({ node }, row) => (node.codable ? [...branch(row), all] : [])));
  const holding: (readonly number[] | undefined)[] = [];
  const wanting: (readonly number[] | undefined)[] = [];
  const wanted = new Int32Array(all + 1);
  codes.forEach(({ node }, row) => {
    const code = numbering.of(idBytes(node.id));
    holding[code] = [...branch(row), all];
    const rows = node.codable ? [...branch(row), all] : rollUp && appliable.has(row) ? [] : [row];
    // Where nothing is rolled up, each code speaks for itself alone.
    wanting[code] = rows;
    for (const wants of rows) wanted[wants] = (wanted[wants] ?? 0) + 1;
  });
  return { count: all + 1, holding, wanting, wanted };
}
