import { isHeadingTag, toLevel } from './headings.ts';
import { endsSentence, markerOf, noteMarkOf } from './markers.ts';
import type { Draft, Rules } from './paragraphs.ts';
import type { Row } from './rows.ts';

/** Longest heading that is known by its looks alone, in letters. */
const LONGEST = 200;

const lettersIn = (rows: readonly Row[]): number => rows.reduce((sum, { text }) => sum + text.length, 0);

/** A style of headings: size in half points, and whether they are heavy. */
const styleOf = ({ size, bold }: Row): string => `${Math.round(size * 2) / 2} ${bold ? 1 : 0}`;

/** Whether a group of rows looks like a heading and like nothing else. */
function looksLikeHeading(rows: readonly Row[], after: Row | undefined, { measures }: Rules): boolean {
  const [first] = rows;
  const last = rows.at(-1);
  if (
    !first ||
    !last ||
    rows.some((row) => row.isEntry || row.isParted) ||
    rows.length > 4 ||
    lettersIn(rows) > LONGEST
  )
    return false;
  const text = rows.map((row) => row.text).join(' ');
  if (!/\p{L}{2}/u.test(text) || /^\p{Ll}/u.test(text)) return false;
  const isLarge = rows.every(({ size }) => size >= measures.body * 1.12);
  if (isLarge) return !/[.;,]$/.test(text) || first.size >= measures.body * 1.5;
  const isHeavy = rows.every(({ bold, size }) => bold && size >= measures.body * 0.97);
  if (!isHeavy || rows.length > 2 || /[.;,:]$/.test(text) || !after) return false;
  // Heavy text that goes on, or a heavy cell beside others, is no heading.
  return !after.bold && after.base > last.base && last.column.right - last.right > last.size;
}

/** What headings that a file names look like. */
export interface NamedLooks {
  readonly styles: ReadonlySet<string>;
  /** Size of the largest, in points. */
  readonly largest: number;
}

/** Fewer headings than this say nothing of the others: a file may tag nothing but its title. */
const FEW = 2;

/**
 * Gives null where the file tags too few headings to go by. An outline says nothing of the headings that are not in it: most
 * hold chapters only.
 */
export function looksOf(headings: Rules['headings']): NamedLooks | null {
  const rows = [...headings.keys()].filter(({ tag }) => isHeadingTag(tag));
  if (new Set(rows.map((row) => headings.get(row))).size < FEW) return null;
  return {
    styles: new Set(rows.map(styleOf)),
    largest: rows.reduce((largest, { size }) => Math.max(largest, size), 0),
  };
}

function isAkin(rows: readonly Row[], { styles, largest }: NamedLooks): boolean {
  const first = rows[0];
  return first !== undefined && (styles.has(styleOf(first)) || first.size > largest);
}

const TAG_KINDS: Readonly<Record<string, Draft['kind']>> = {
  BlockQuote: 'quote',
  Quote: 'quote',
  Code: 'code',
  Note: 'footnote',
  FENote: 'footnote',
};

const isTaggedItem = (row: Row): boolean => row.tag === 'LI' || row.tag === 'Lbl' || row.tag === 'LBody';

/** Rows that are items of one list although nothing is printed before them are told by their tag. */
function isItem(rows: readonly Row[]): boolean {
  const first = rows[0];
  return first !== undefined && (markerOf(first) !== null || isTaggedItem(first));
}

/**
 * Whether rows stand at the foot of their column in small type and begin as a note does, or go on with one.
 * @param before the last row of the note before them, if there is one
 */
function isNote(rows: readonly Row[], before: Row | null, { measures }: Rules, lowest: Lowest): boolean {
  const first = rows[0];
  if (!first || first.size > measures.body * 0.93 || first.base <= lowest(first)) return false;
  return noteMarkOf(first) !== null || before?.column === first.column;
}

/** How far down in a row's column text goes that is no note. */
type Lowest = (row: Row) => number;

/** How far down text of at least nearly the usual size goes in each column of a page. */
export function lowestOf(rows: readonly Row[], { measures }: Rules): Lowest {
  const lowest = new Map<object, number>();
  for (const row of rows) {
    if (row.size <= measures.body * 0.93) continue;
    lowest.set(row.column, Math.max(lowest.get(row.column) ?? 0, row.base));
  }
  return (row) => lowest.get(row.column) ?? 0;
}

/**
 * Says what each group of rows is. Headings known by their looks get level null here, and their level by
 * `levelHeadings` when all pages are known.
 * @param named the looks of the headings that the file itself names; null where it names none. Where it does, only what
 * looks like one of them is another
 * @param lowest of the page (`lowestOf`)
 */
export function classify(
  groups: readonly Row[][],
  rules: Rules,
  named: NamedLooks | null,
  lowest: Lowest,
): Draft[] {
  let note: Row | null = null;
  return groups.map((rows, index): Draft => {
    const first = rows[0];
    const headed = first && rules.headings.get(first);
    if (headed) return { kind: 'heading', level: headed.level, rows };
    const tagged = TAG_KINDS[first?.tag ?? ''];
    note = isNote(rows, note, rules, lowest) ? (first ?? null) : null;
    if (note) return { kind: 'footnote', level: null, rows };
    if (tagged !== undefined && rules.measures.trustsTags)
      return { kind: tagged, level: tagged === 'quote' ? 1 : null, rows };
    if (rows.every(({ isTyped }) => isTyped)) return { kind: 'code', level: null, rows };
    if (looksLikeHeading(rows, groups[index + 1]?.[0], rules) && (!named || isAkin(rows, named)))
      return { kind: 'heading', level: null, rows };
    if (first?.isEntry !== true && isItem(rows)) return { kind: 'list_item', level: 1, rows };
    return { kind: 'paragraph', level: null, rows };
  });
}

/** The level of each style of headings: what the outline says of it, else its rank by size and weight. */
function levelsOf(drafts: readonly Draft[]): Map<string, number> {
  const said = new Map<string, number[]>();
  const looks = new Map<string, Row>();
  for (const { kind, level, rows } of drafts) {
    const first = rows[0];
    if (kind !== 'heading' || !first) continue;
    looks.set(styleOf(first), first);
    if (level === null) continue;
    const levels = said.get(styleOf(first));
    if (levels) levels.push(level);
    else said.set(styleOf(first), [level]);
  }
  const ranked = [...looks].sort(([, a], [, b]) => b.size - a.size || Number(b.bold) - Number(a.bold));
  const levels = new Map<string, number>();
  let above = 0;
  for (const [style] of ranked) {
    const own = said.get(style)?.sort((a, b) => a - b);
    const level = own ? (own[own.length >> 1] ?? 1) : above + 1;
    levels.set(style, toLevel(level));
    above = Math.max(above, toLevel(level));
  }
  return levels;
}

/** Gives the headings that are known by their looks a level: the larger the type, the higher. */
export function levelHeadings(pages: readonly Draft[][]): Draft[][] {
  const levels = levelsOf(pages.flat());
  return pages.map((drafts) =>
    drafts.map((draft) => {
      const first = draft.rows[0];
      if (draft.kind !== 'heading' || draft.level !== null || !first) return draft;
      return { ...draft, level: levels.get(styleOf(first)) ?? 1 };
    }),
  );
}

/** Whether the paragraph that ends a page could go on overleaf. */
export const mayGoOn = ({ kind, rows }: Draft): boolean =>
  (kind === 'paragraph' || kind === 'list_item' || kind === 'quote') && !isFinished(rows);

const isFinished = (rows: readonly Row[]): boolean => {
  const last = rows.at(-1);
  return !last || (endsSentence(last) && last.column.right - last.right > last.size * 8);
};
