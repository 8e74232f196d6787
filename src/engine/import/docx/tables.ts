import type { Counts } from './inline.ts';
import { childElements, firstChild, settingOf, type XmlElement } from './xml.ts';

/** A row's cells, and how many columns are left free before the first. */
export interface Row {
  readonly cells: readonly XmlElement[];
  readonly before: number;
}

/** The widest cell that is taken at its word: what claims more would only make tabs. */
const WIDEST = 63;

const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Descendants of that name, through the elements that only wrap. */
const through = (parent: XmlElement, name: string): XmlElement[] =>
  childElements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? through(child, name) : [];
  });

const number = (value: string | undefined, least: number): number => {
  const whole = Number.parseInt(value ?? '', 10);
  return whole >= least ? Math.min(whole, WIDEST) : least;
};

/** The rows of a `w:tbl`. Rows that were deleted under track changes are left out and counted. */
export function rowsIn(table: XmlElement, counts: Counts): Row[] {
  return through(table, 'w:tr').flatMap((row) => {
    const properties = firstChild(row, 'w:trPr');
    if (firstChild(properties, 'w:del')) {
      counts.deletions++;
      return [];
    }
    if (firstChild(properties, 'w:ins')) counts.insertions++;
    return [{ cells: through(row, 'w:tc'), before: number(settingOf(properties, 'w:gridBefore'), 0) }];
  });
}

/** How many columns a cell covers. */
export const spanOf = (cell: XmlElement): number =>
  number(settingOf(firstChild(cell, 'w:tcPr'), 'w:gridSpan'), 1);

/** Whether a cell goes on where the one above it began (ECMA-376 part 1, 17.4.84): it shows nothing of its own. */
export function isMergedAbove(cell: XmlElement): boolean {
  const merged = firstChild(firstChild(cell, 'w:tcPr'), 'w:vMerge');
  return merged !== undefined && merged.attributes.get('w:val') !== 'restart';
}

const holdsTable = (element: XmlElement): boolean =>
  childElements(element).some(({ name }) => name === 'w:tbl');

/** Whether a table is only a frame: it has a single cell, or holds other tables. */
export const isOneBox = (rows: readonly Row[]): boolean =>
  (rows.length === 1 && rows[0]?.cells.length === 1) || rows.some(({ cells }) => cells.some(holdsTable));
