import type { RawOutlineEntry } from '../raw.ts';
import type { Headed } from './paragraphs.ts';
import type { Row } from './rows.ts';

/** The most rows that a heading may take. */
const MOST_ROWS = 6;

/** More entries than this mean no headings of one page, and cost more than they tell. */
const MOST_ENTRIES = 500;

/** Headings have levels 1 to 6. */
export const toLevel = (level: number): number => Math.min(6, Math.max(1, Math.round(level)));

/** What counts of a title: letters and digits, whatever their case and form, since outlines know nothing of line ends. */
const essence = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Rows of a page from `from` on that together say what a title says; its number may be missing from the title. */
function rowsSaying(
  rows: readonly Row[],
  said: readonly string[],
  from: number,
  title: string,
): Row[] | null {
  const number = /^[\d.]+[.)]?\s|^[IVXLC]+\.\s/.exec(rows[from]?.text ?? '')?.[0] ?? '';
  for (const skipped of number === '' ? [0] : [0, essence(number).length]) {
    let all = (said[from] ?? '').slice(skipped);
    for (let to = from; to < from + MOST_ROWS; to++) {
      if (all === title) return rows.slice(from, to + 1);
      if (all === '' || !title.startsWith(all)) break;
      all += said[to + 1] ?? '';
    }
  }
  return null;
}

/** Finds the rows that entries of the outline mean: on the entry's page, nearest to where it points. */
function fromOutline(
  pages: readonly (readonly Row[])[],
  entries: readonly RawOutlineEntry[],
  headings: Map<Row, Headed>,
): void {
  const byPage = Map.groupBy(
    entries.filter(({ page }) => page !== null),
    ({ page }) => (page ?? 1) - 1,
  );
  for (const [page, own] of byPage) {
    const rows = pages[page] ?? [];
    const said = rows.map(({ text }) => essence(text));
    for (const { title, level, y } of own.slice(0, MOST_ENTRIES)) {
      const wanted = essence(title);
      if (wanted === '') continue;
      let best: { rows: Row[]; away: number } | null = null;
      for (const [from, row] of rows.entries()) {
        const away = y === null ? 0 : Math.abs(row.base - y);
        if (best !== null && away >= best.away) continue;
        const found = rowsSaying(rows, said, from, wanted);
        if (found !== null && !found.some((one) => headings.has(one))) best = { rows: found, away };
      }
      const headed: Headed = { level: toLevel(level) };
      for (const row of best?.rows ?? []) headings.set(row, headed);
    }
  }
}

const TAGGED = /^(?:H([1-6])?|Title)$/;

/** Whether a tag is that of a heading. */
export const isHeadingTag = (tag: string | null): boolean => tag !== null && TAGGED.test(tag);

function fromTags(rows: readonly Row[], headings: Map<Row, Headed>): void {
  let last: { element: number | null; headed: Headed } | null = null;
  for (const row of rows) {
    const match = TAGGED.exec(row.tag ?? '');
    if (match === null || headings.has(row)) {
      last = null;
      continue;
    }
    const isSame = last !== null && row.element !== null && row.element === last.element;
    const headed: Headed = isSame && last !== null ? last.headed : { level: toLevel(Number(match[1] ?? 1)) };
    headings.set(row, headed);
    last = { element: row.element, headed };
  }
}

/**
 * The headings that a file itself names: entries of its outline, found on the page they point at, whose depth is their
 * level; then what is tagged as a heading. Takes the rows of each page, in reading order.
 */
export function namedHeadings(
  pages: readonly (readonly Row[])[],
  outline: readonly RawOutlineEntry[],
): Map<Row, Headed> {
  const headings = new Map<Row, Headed>();
  fromOutline(pages, outline, headings);
  for (const rows of pages) fromTags(rows, headings);
  return headings;
}
