/** What a code says of itself, in the parts that REFI-QDA has a single field for. */
export interface DescriptionParts {
  readonly definition: string;
  readonly useWhen: string;
  readonly useNotWhen: string;
  readonly example: string;
}

/** The headings in their order; each stands on a line of its own. */
const HEADINGS = [
  ['useWhen', 'Use when:'],
  ['useNotWhen', 'Not when:'],
  ['example', 'Example:'],
] as const;

/** A line that would be read as a heading, or as one that was marked as text. */
const LIKE_HEADING = /^(\\*)(Use when:|Not when:|Example:)$/gm;

/**
 * @returns one plain text: the definition, then each other part under its heading, with a blank line between; parts that are
 * empty are left out. A line of a part that reads like a heading gets a backslash before it
 */
export function writeDescription(parts: DescriptionParts): string {
  const pieces = parts.definition === '' ? [] : [marked(parts.definition)];
  for (const [part, heading] of HEADINGS)
    if (parts[part] !== '') pieces.push(`${heading}\n${marked(parts[part])}`);
  return pieces.join('\n\n');
}

/**
 * Undoes `writeDescription` exactly. A text that was not written by it is the definition up to the first heading; a heading
 * that comes again, or before its turn, is text.
 */
export function readDescription(text: string): DescriptionParts {
  const parts = { definition: '', useWhen: '', useNotWhen: '', example: '' };
  let part: keyof DescriptionParts = 'definition';
  let [next, from] = [0, 0];
  for (const { index, 0: line, 1: mark } of text.matchAll(LIKE_HEADING)) {
    const place = HEADINGS.findIndex(([, heading]) => heading === line);
    if (mark !== '' || place < next) continue;
    parts[part] = bare(withoutBlankLine(text.slice(from, index)));
    part = HEADINGS[place]?.[0] ?? part;
    next = place + 1;
    // Behind the heading and its line end.
    from = index + line.length + 1;
  }
  parts[part] = bare(text.slice(from));
  return parts;
}

const marked = (text: string): string => text.replace(LIKE_HEADING, '\\$1$2');
const bare = (text: string): string =>
  text.replace(LIKE_HEADING, (_, mark: string, heading: string) => mark.slice(1) + heading);

/** @returns what stands before a heading, without the blank line that sets it off */
const withoutBlankLine = (text: string): string => text.replace(/\n{1,2}$/, '');
