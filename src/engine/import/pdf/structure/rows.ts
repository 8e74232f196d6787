import type { RawLine } from '../raw.ts';
import type { Column, Ordered } from './order.ts';

/** A part of a row and what stands between it and the part before it. */
export interface Part {
  readonly line: RawLine;
  readonly gap: '' | ' ' | '\n' | '\t';
  readonly left: number;
  readonly right: number;
}

/** What stands on one line of a column: usually one raw line, more where wide gaps or raised figures part it. In points. */
export interface Row {
  readonly page: number;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly column: Column;
  /** Of most of its letters. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether it is set in type of one width, as programs are. */
  readonly isTyped: boolean;
  /** How wide its first word is. */
  readonly firstWord: number;
  /** Whether a wide gap parts it, other than behind what it begins with. */
  readonly isParted: boolean;
  /** Whether it looks like a line of a table of contents: dots, or much white, before a number. */
  readonly isEntry: boolean;
  readonly tag: string | null;
  readonly element: number | null;
}

/** Whether a line goes on where the one before it ends, raised or lowered by less than a line. */
function isBeside(before: Ordered, line: Ordered): boolean {
  if (before.column !== line.column) return false;
  const isCell = before.line.tag === 'TD' || before.line.tag === 'TH';
  if (isCell && before.line.element !== line.line.element) return false;
  const large = Math.max(before.line.size, line.line.size);
  const small = Math.min(before.line.size, line.line.size);
  const shift = Math.abs(line.base - before.base);
  const isLevel = shift <= large * 0.25;
  const isRaised = small < large * 0.85 && shift <= large * 0.6;
  return (isLevel || isRaised) && line.left >= before.right - large * 0.3;
}

function widthOfFirstWord({ text, edges }: RawLine): number {
  const space = text.search(/[ \t]/);
  const last = space < 0 ? text.length : space;
  return Math.abs((edges[last * 2 - 1] ?? 0) - (edges[0] ?? 0));
}

/** Names of fonts of one width; Computer Modern calls its typewriter face CMTT. */
const TYPED = /mono|courier|consol|typewriter|menlo|fixed|cmtt|sftt|ectt|lmtt|(?:^|\+)[a-z]*tt\d/i;

const LEADERS = /(?:\.\s?){4,}\s*[\divxlc]+$/iu;

/** So much of a line's end tells whether dots lead to a number. */
const LONGEST_END = 60;

function looksLikeEntry(text: string, parts: readonly Part[]): boolean {
  if (LEADERS.test(text.slice(-LONGEST_END))) return true;
  const [before, last] = parts.slice(-2);
  if (!before || !last || !/^\d{1,4}$/.test(last.line.text)) return false;
  return last.left - before.right > last.line.size * 2;
}

function toRow(page: number, group: readonly Ordered[]): Row | null {
  const first = group[0];
  if (!first) return null;
  const parts: Part[] = group.map(({ line, left, right }, index) => {
    const before = group[index - 1];
    const isApart = before && left - before.right > Math.min(before.line.size, line.size) * 0.12;
    return { line, gap: isApart ? ' ' : '', left, right };
  });
  const main = group.reduce((a, b) => (b.line.text.length > a.line.text.length ? b : a));
  const tagged = group.find(({ line }) => line.tag === 'Lbl') ?? main;
  const text = parts.length === 1 ? main.line.text : parts.map(({ gap, line }) => gap + line.text).join('');
  return {
    page,
    parts,
    text,
    isParted: parts.some(({ left }, index) => {
      const before =
        index > 1 || (index > 0 && !/^\S{1,6}$/.test(parts[0]?.line.text ?? ''))
          ? parts[index - 1]
          : undefined;
      return before !== undefined && left - before.right > main.line.size;
    }),
    isEntry: looksLikeEntry(text, parts),
    left: first.left,
    right: group.reduce((furthest, { right }) => Math.max(furthest, right), first.right),
    base: main.base,
    column: first.column,
    size: main.line.size,
    bold: main.line.bold && group.every(({ line }) => line.bold || !/\p{L}/u.test(line.text)),
    italic: main.line.italic,
    isTyped: group.every(({ line }) => TYPED.test(line.font)),
    firstWord: widthOfFirstWord(first.line),
    tag: tagged.line.tag,
    element: main.line.element,
  };
}

/**
 * Joins lines that stand beside each other.
 * @param page index of the page
 * @param lines in reading order
 */
export function rowsOf(page: number, lines: readonly Ordered[]): Row[] {
  const rows: Row[] = [];
  let group: Ordered[] = [];
  const close = () => {
    const row = toRow(page, group);
    if (row) rows.push(row);
    group = [];
  };
  for (const line of lines) {
    const before = group.at(-1);
    if (before && !isBeside(before, line)) close();
    group.push(line);
  }
  close();
  return rows;
}
