import type { UnitTable } from '../../../contract/exports.ts';
import type { AnyRow } from '../tables.ts';

export type Measure = UnitTable['measure'];

/** The codes that a table has values of, by their ids in tree order, with their place in it. */
export type CodeOrder = ReadonlyMap<string, number>;

/** A unit with what was judged about it. */
export interface JudgedUnit {
  /** What says which unit it is, and its words. */
  readonly identity: AnyRow;
  /** In tree order: the value of each code; null, or no entry at all, where nobody has judged. */
  readonly values: ReadonlyMap<string, number | null>;
}
