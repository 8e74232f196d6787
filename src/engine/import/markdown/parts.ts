/** Large enough that almost every plan is one part, small enough that the parser, which slows with size, stays linear. */
export const PART = 128 * 1024;

/**
 * The next place from `at` on where a source may be cut: behind a blank line, before a line that starts at the margin and
 * with nothing that could continue a list. Such a line closes every container, so that only a fenced code block or raw HTML
 * can reach across it, which the caller sees in the tree. Gives the source's length where there is no such place.
 */
export function nextCut(source: string, at: number): number {
  if (at >= source.length) return source.length;
  const cut = /\n[ \t]*\n(?=[^\s\d*+-])/g;
  cut.lastIndex = at;
  const found = cut.exec(source);
  return found ? found.index + found[0].length : source.length;
}

const fold = (label: string) => label.replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The link and footnote definitions of a source that is read in parts: a reference in one part may be defined in another.
 * By label; the first definition of a label holds (CommonMark 0.31, section 4.7).
 */
export function definitionsIn(source: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const [line, label = ''] of source.matchAll(/^ {0,3}\[((?:[^[\]\\\n]|\\.)+)\]:[^\n]+/gm)) {
    const key = fold(label);
    // Of a footnote only its existence matters to the parts that refer to it.
    if (!definitions.has(key)) definitions.set(key, label.startsWith('^') ? `[${label}]: .` : line.trim());
  }
  return definitions;
}

/** The definitions that a part refers to, as source to put before it; closed by a rule so that nothing of it reaches them. */
export function preambleFor(part: string, definitions: ReadonlyMap<string, string>): string {
  const needed = new Set<string>();
  for (const [, label = ''] of part.matchAll(/\[((?:[^[\]\\\n]|\\.)+)\]/g)) {
    const definition = definitions.get(fold(label));
    if (definition !== undefined) needed.add(definition);
  }
  return needed.size === 0 ? '' : `${[...needed].join('\n\n')}\n\n***\n\n`;
}
