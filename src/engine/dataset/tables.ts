import { csvOf } from './csv.ts';
import { ATTRIBUTES } from './fields/attributes.ts';
import { CASE_DOCUMENTS, CASES } from './fields/cases.ts';
import { CODERS } from './fields/coders.ts';
import { CODES } from './fields/codes.ts';
import { CODINGS } from './fields/codings.ts';
import { DOCUMENTS } from './fields/documents.ts';
import type { Cell, Table } from './fields/field.ts';
import { MATRIX } from './fields/matrix.ts';
import { REVIEWS } from './fields/reviews.ts';
import type { Frame } from './frame.ts';
import { matrixRows } from './matrix/rows.ts';
import { attributeRows } from './rows/attributes.ts';
import { caseDocumentRows, caseRows } from './rows/cases.ts';
import { codeRows, coderRows } from './rows/codes.ts';
import { codingRows } from './rows/codings.ts';
import { documentRows } from './rows/documents.ts';
import { reviewRows } from './rows/reviews.ts';

/** What is told while a table is read. */
export interface Telling {
  /** After each row. */
  readonly row: () => void;
  /** After each document of codings.csv and each unit of matrix.csv. */
  readonly step: () => void;
}

/** A table and where its rows come from. */
export interface TableSource {
  readonly table: Table;
  /** @returns the file's text in pieces, read from the project as they are asked for */
  csv(frame: Frame, telling: Telling): Iterable<string>;
}

/** Every table of the dataset, in the order in which they are written and described. */
export const SOURCES: readonly TableSource[] = [
  source(DOCUMENTS, documentRows),
  source(CASES, caseRows),
  source(CASE_DOCUMENTS, caseDocumentRows),
  source(ATTRIBUTES, attributeRows),
  source(CODERS, coderRows),
  source(CODES, codeRows),
  source(CODINGS, codingRows),
  source(REVIEWS, reviewRows),
  source(MATRIX, matrixRows),
];

export const TABLES: readonly Table[] = SOURCES.map(({ table }) => table);

type Cells<Name extends string> = Readonly<Record<Name, Cell>>;

function source<Name extends string>(
  table: Table<Name>,
  rows: (frame: Frame, onStep: () => void) => Iterable<Cells<Name>>,
): TableSource {
  return { table, csv: (frame, { row, step }) => csvOf(table, told(rows(frame, step), row)) };
}

function* told<Row>(rows: Iterable<Row>, onRow: () => void): Generator<Row, void> {
  for (const row of rows) {
    yield row;
    onRow();
  }
}
