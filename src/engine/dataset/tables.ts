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
import { unitRows } from './units/rows.ts';
import { UNITS_TABLE, unitTableOf } from './units/table.ts';

/** What is told while a table is read. */
export interface Telling {
  /** After each row. */
  readonly row: () => void;
  /** After each document of the codings and each unit of the matrix. */
  readonly step: () => void;
}

/** A row of any table: a cell for each of its columns, by name. */
export type AnyRow = Readonly<Record<string, Cell>>;

/** A table and where its rows come from. */
export interface TableSource {
  readonly table: Table;
  /** @returns the rows in their order, read from the project as they are asked for */
  rows(frame: Frame, telling: Telling): Iterable<AnyRow>;
}

/** The tables that every dataset has, in the order in which they are written and described. */
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

/** @returns the tables of a dataset with where their rows come from: every table, and that of units where it goes along */
export function sourcesOf(frame: Frame): readonly TableSource[] {
  const { units } = frame;
  if (!units) return SOURCES;
  const table = unitTableOf(frame, units);
  return [...SOURCES, { table, rows: (of, { row, step }) => told(unitRows(of, units, step), row) }];
}

/** @returns the same tables without their rows */
export const tablesOf = (frame: Frame): readonly Table[] => sourcesOf(frame).map(({ table }) => table);

const NAMED = new RegExp(`\\b(${[...TABLES.map(({ name }) => name), UNITS_TABLE].join('|')})\\.csv\\b`, 'g');

/**
 * @param ending of the tables' files in a form of the dataset
 * @param text that speaks of them as CSV
 * @returns the text with the names that the files have there
 */
export const naming = (ending: string, text: string): string => text.replace(NAMED, `$1${ending}`);

function source<Name extends string>(
  table: Table<Name>,
  rows: (frame: Frame, onStep: () => void) => Iterable<Readonly<Record<Name, Cell>>>,
): TableSource {
  return { table, rows: (frame, { row, step }) => told(rows(frame, step), row) };
}

function* told<Row>(rows: Iterable<Row>, onRow: () => void): Generator<Row, void> {
  for (const row of rows) {
    yield row;
    onRow();
  }
}
