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

/** A label as CommonMark compares it (0.31, section 4.7), in the form that mdast gives identifiers. */
const identify = (label: string) =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();

/**
 * Source to put before a part so that its references to what other parts define are seen as references: a stand-in for
 * every definition that the part may refer to, closed by a rule so that nothing of the part reaches into them.
 *
 * @param identifiers of the whole document's definitions; those of footnotes start with ^
 */
export function preambleFor(part: string, identifiers: ReadonlySet<string>): string {
  const needed = new Set<string>();
  if (identifiers.size === 0) return '';
  for (const [, label = ''] of part.matchAll(/\[((?:[^[\]\\]|\\[\s\S])+)\]/g)) {
    const identifier = identify(label);
    if (identifiers.has(identifier)) needed.add(identifier);
  }
  return needed.size === 0
    ? ''
    : `${Array.from(needed, (identifier) => `[${identifier}]: #\n\n`).join('')}***\n\n`;
}
