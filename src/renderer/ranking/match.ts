/** Where a query matched a name: [start, end) in UTF-16; several for initials; none for an empty query. */
export type Hits = readonly (readonly [start: number, end: number])[];

/** A name made ready to be matched many times: folded, with the places where its words begin and their first letters. */
export interface Prepared {
  readonly text: string;
  readonly starts: readonly number[];
  readonly initials: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is what is meant
const PLAIN = /^[\x00-\x7f]*$/;

/** Lower case without accents, unit for unit, so that a place in the folded name is a place in the name. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === character.length ? bare : character.toLowerCase().slice(0, character.length);
  }).join('');
}

/** What was typed, as `match` wants it: folded, without spaces at the ends or doubled ones. */
export const foldQuery = (typed: string): string => fold(typed.trim().replace(/\s+/g, ' '));

/** Where words begin: after anything that is neither letter nor digit. */
function wordStarts(name: string): number[] {
  return [...name.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index);
}

/** Makes a name ready for `matchPrepared`. */
export function prepare(name: string): Prepared {
  const text = fold(name);
  const starts = wordStarts(text);
  return { text, starts, initials: starts.map((start) => text.charAt(start)).join('') };
}

/**
 * Says how well a query fits a name: 0 the name itself, 1 prefix of a word, 2 initials, 3 anywhere inside.
 * @param query folded, not empty
 * @returns null where it does not fit
 */
export function matchPrepared(
  { text, starts, initials }: Prepared,
  query: string,
): { tier: number; hits: Hits } | null {
  if (text === query) return { tier: 0, hits: [[0, text.length]] };
  const inside = text.indexOf(query);
  // A prefix of a word is inside too: most names are done with here.
  const prefix = inside < 0 ? undefined : starts.find((start) => text.startsWith(query, start));
  if (prefix !== undefined) return { tier: 1, hits: [[prefix, prefix + query.length]] };
  const first = query.length > 1 ? initials.indexOf(query) : -1;
  if (first >= 0) {
    const letters = starts.slice(first, first + query.length);
    return { tier: 2, hits: letters.map((start) => [start, start + 1] as const) };
  }
  return inside < 0 ? null : { tier: 3, hits: [[inside, inside + query.length]] };
}

/** The same for a name that is matched once. */
export const match = (name: string, query: string): { tier: number; hits: Hits } | null =>
  matchPrepared(prepare(name), query);
