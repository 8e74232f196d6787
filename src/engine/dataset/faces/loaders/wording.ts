import type { Field } from '../../fields/field.ts';

/** What a statistics program allows as a name of a variable. */
export interface NameRules {
  /** In bytes; names are ASCII. */
  readonly longest: number;
  /** Words that mean something else to it, in lower case. */
  readonly reserved: ReadonlySet<string>;
}

/**
 * Names for the columns of a table that a statistics program takes: a letter first, then letters, digits and _, told apart
 * whatever their case.
 * @returns as many names as were given, all different; what was legal already is unchanged
 */
export function legalNames(names: readonly string[], { longest, reserved }: NameRules): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=[^A-Za-z])/, 'v');
    let legal = plain.slice(0, longest);
    for (let n = 2; taken.has(legal.toLowerCase()) || reserved.has(legal.toLowerCase()); n++) {
      const ending = `_${n}`;
      legal = plain.slice(0, longest - ending.length) + ending;
    }
    taken.add(legal.toLowerCase());
    return legal;
  });
}

/**
 * @param most bytes in UTF-8
 * @returns the text on one line, cut at a word where it would be longer
 */
export function fitted(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (Buffer.byteLength(line) <= most) return line;
  let fits = '';
  for (const word of line.split(' ')) {
    const longer = fits === '' ? word : `${fits} ${word}`;
    if (Buffer.byteLength(`${longer} ...`) > most) break;
    fits = longer;
  }
  return `${fits} ...`;
}

/** @returns what a column means with its unit, as a label of at most so many bytes; DICTIONARY.md has the whole */
export function labelOf({ about, unit }: Field, most: number): string {
  const [sentence = about] = /^.*?\.(?= |$)/.exec(about) ?? [];
  const bare = sentence.replace(/\.$/, '');
  return fitted(unit === undefined ? bare : `${bare} (${unit})`, most);
}

/** @returns the title in ASCII, for scripts that programs read in an encoding of their own choice */
export const plainTitle = (title: string): string => title.replaceAll('×', 'x');

/** @returns the values of a column with their meanings, in their order */
export const valuesOf = ({ values = {} }: Field): [value: string, meaning: string][] =>
  Object.entries(values);
