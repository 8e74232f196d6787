import { attribute, type Element, isElement, roleOf } from './tree.ts';
import { isHidden } from './visible.ts';

/** A cell and its column from 0. */
interface Cell {
  readonly element: Element;
  readonly column: number;
}

/** The widest cell and table that are taken at their word: what claims more would only make tabs. */
const WIDEST = 100;

/** Children that are shown; a table's sections are looked through in the order in which they stand. */
function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (isHidden(child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function span(element: Element, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attribute(element, name) ?? '', 10);
  if (name === 'rowspan' && value === 0) return most;
  return value >= 1 ? Math.min(value, most) : 1;
}

/** The cells of a table by rows, each in the column where a browser puts it, spans counted (HTML Standard, section 4.9.12). */
export function gridOf(table: Element): Cell[][] {
  const rows = rowsOf(table);
  // By column: the first row that no cell from above reaches into.
  const freeFrom: number[] = [];
  return rows.map((row, at) => {
    let column = 0;
    return row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .filter((cell) => !isHidden(cell))
      .map((element) => {
        while (column < WIDEST && (freeFrom[column] ?? 0) > at) column++;
        const place = column;
        const wide = span(element, 'colspan', WIDEST);
        const end = at + span(element, 'rowspan', rows.length - at);
        for (let next = place; next < Math.min(place + wide, WIDEST); next++) freeFrom[next] = end;
        column = place < WIDEST ? Math.max(Math.min(place + wide, WIDEST), place + 1) : place + 1;
        return { element, column: place };
      });
  });
}

const isLaidOut = (table: Element) => ['presentation', 'none'].includes(roleOf(table));

const HEADING = /^h[1-6]$/;

/**
 * The tables of a tree that only lay out a page: they say so, or hold other tables or headings, which no table of data
 * does. Their cells are read as sections, one after the other.
 */
export function layoutTables(root: Element): Set<Element> {
  const found = new Set<Element>();
  const visit = (element: Element, table: Element | null): void => {
    const isTable = element.tagName === 'table';
    if (table && (isTable || HEADING.test(element.tagName))) found.add(table);
    if (isTable && isLaidOut(element)) found.add(element);
    for (const child of element.childNodes) if (isElement(child)) visit(child, isTable ? element : table);
  };
  visit(root, null);
  return found;
}
