import { csvOf } from '../csv.ts';
import type { Table } from '../fields/field.ts';
import type { Frame } from '../frame.ts';
import { type AnyRow, sourcesOf } from '../tables.ts';
import type { FaceFile, FaceOptions } from './face.ts';

/** Makes a table's text of its rows, piece by piece. */
export type Encode = (table: Table, rows: Iterable<AnyRow>) => Iterable<string>;

/**
 * @param ending of the files' names
 * @returns a file for each table of the dataset, in their order
 */
export function* tableFiles(
  frame: Frame,
  { onStep }: FaceOptions,
  ending: string,
  encode: Encode,
): Generator<FaceFile, void> {
  for (const { table, rows } of sourcesOf(frame)) {
    let count = 0;
    const told = rows(frame, { row: () => count++, step: () => onStep?.() });
    yield { path: `${table.name}${ending}`, content: encode(table, told), rows: () => count };
  }
}

/** @returns the tables as CSV */
export const csvFiles = (frame: Frame, options: FaceOptions): Generator<FaceFile, void> =>
  tableFiles(frame, options, '.csv', csvOf);
