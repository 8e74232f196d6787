/** A line of a list of codes. */
export interface CodeLine {
  readonly name: string;
  /** How many codes it lies under, from 0. */
  readonly depth: number;
}

/** Trees deeper than this are damage or an attack; what is indented further becomes a sibling. */
export const MAX_CODE_DEPTH = 32;

/** UTF-16 units of a name; the rest of a longer line is left out. */
const MAX_NAME = 300;

/**
 * Reads a list of codes, one a line, where a deeper indent makes a child. Bullets before a name are left out, a tab counts
 * as four spaces, empty lines say nothing.
 * @param text the lines, however they end
 * @returns the codes in order, each under the nearest one before it of a smaller depth
 */
export function readCodeLines(text: string): readonly CodeLine[] {
  const open: number[] = [];
  const codes: CodeLine[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const expanded = line.replaceAll('\t', '    ');
    const name = expanded.trim().replace(/^[-*•–]\s+/u, '');
    if (name === '') continue;
    const indent = expanded.length - expanded.trimStart().length;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    codes.push({ name: beginning(name), depth: open.length });
    if (open.length < MAX_CODE_DEPTH) open.push(indent);
  }
  return codes;
}

/** A pair of surrogates is not cut in two. */
const beginning = (name: string): string => name.slice(0, MAX_NAME).replace(/[\ud800-\udbff]$/, '');
