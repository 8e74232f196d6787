/** A line of a pasted list as it will become a code. */
export interface LineCode {
  readonly name: string;
  readonly depth: number;
}

const TAB = '    ';

/**
 * Reads lines as the engine will, for the preview beside the field: a deeper indent makes a child, a tab counts as four
 * spaces, bullets before a name are left out, empty lines say nothing.
 */
export function readLines(text: string): readonly LineCode[] {
  const open: number[] = [];
  const codes: LineCode[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const expanded = line.replaceAll('\t', TAB);
    const name = expanded.trim().replace(/^[-*•–]\s+/u, '');
    if (name === '') continue;
    const indent = expanded.length - expanded.trimStart().length;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    codes.push({ name, depth: open.length });
    open.push(indent);
  }
  return codes;
}
