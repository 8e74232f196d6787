import { LINE_BREAKS } from '../../text/broken-words.ts';

/** Which words of a text a line end broke in two. */
interface BrokenWords {
  /**
   * Whether two words are one that was broken.
   * @param end where the first ends, and
   * @param start where the second begins; UTF-16
   */
  joins(end: number, start: number): boolean;
}

/** Of a text whose line ends are its author's. */
export const NO_BROKEN_WORDS: BrokenWords = { joins: () => false };

interface Break {
  /** Where the second part begins. */
  readonly at: number;
  readonly isSoft: boolean;
  /** The parts on either side of the hyphen, in lower case. */
  readonly first: string;
  readonly second: string;
  readonly isAcronym: boolean;
  readonly startsSmall: boolean;
}

const BEFORE = /[\p{L}\p{M}\p{N}]+$/u;
const BEHIND = /^[\p{L}\p{M}\p{N}]+/u;

/** The longest part of a word that is looked at. */
const LONGEST = 60;

function breaksOf(text: string): Break[] {
  const breaks: Break[] = [];
  for (const { index, 0: hyphen } of text.matchAll(LINE_BREAKS)) {
    const at = index + hyphen.length;
    const first = BEFORE.exec(text.slice(Math.max(0, index - LONGEST), index))?.[0] ?? '';
    const second = BEHIND.exec(text.slice(at, at + LONGEST))?.[0] ?? '';
    breaks.push({
      at,
      isSoft: hyphen.startsWith('\u00ad'),
      first: first.toLowerCase(),
      second: second.toLowerCase(),
      isAcronym: first.length > 1 && first === first.toUpperCase(),
      startsSmall: /^\p{Ll}/u.test(second) && /\p{L}\p{M}*$/u.test(first),
    });
  }
  return breaks;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;

const isBreak = (text: string, at: number): boolean =>
  /^[-\u00ad\u2010]\n$/.test(text.slice(Math.max(0, at), at + 2));

/** How often each of the wanted words stands in a text on one line; compounds by two parts that a hyphen joins. */
function countWanted(text: string, wanted: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string) => {
    if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    // What touches the hyphen of a broken word is no word of its own.
    const end = index + token.length;
    if (isBreak(text, index - 2) || isBreak(text, end)) continue;
    const parts = token.toLowerCase().split(/[-\u2010]/u);
    parts.forEach((part, at) => {
      count(part);
      const next = parts[at + 1];
      if (next !== undefined) count(`${part}-${next}`);
    });
  }
  return counts;
}

/** Whether a broken word was one word, by which form stands elsewhere in the text oftener; null where that says nothing. */
function saidElsewhere({ first, second }: Break, counts: ReadonlyMap<string, number>): boolean | null {
  const whole = counts.get(first + second) ?? 0;
  const compound = counts.get(`${first}-${second}`) ?? 0;
  return whole === compound ? null : whole > compound;
}

/** Whether a broken word of which the text holds no other example looks like one word. */
function looksWhole({ first, second, isAcronym }: Break, counts: ReadonlyMap<string, number>): boolean {
  if (isAcronym) return false;
  // Parts that both are words by themselves are a compound's rather than a syllable's; the shortest say nothing.
  return !(counts.has(first) && counts.has(second) && first.length > 2 && second.length > 3);
}

/**
 * Tells which words of a text of printed lines were broken by a line end: “star-/tups”, where the text has startups, but not
 * “long-/term”, where it has long-term. Where it has neither, a word was broken if it goes on with a small letter, unless
 * none of the text's other words is, as in texts that were set without hyphenation. Takes O(n).
 */
export function brokenWords(text: string): BrokenWords {
  const breaks = breaksOf(text);
  if (breaks.length === 0) return NO_BROKEN_WORDS;
  const wanted = new Set(
    breaks.flatMap(({ first, second }) => [first, second, first + second, `${first}-${second}`]),
  );
  const counts = countWanted(text, wanted);
  const said = breaks.map((one) => saidElsewhere(one, counts));
  const wholes = said.filter((whole) => whole === true).length;
  const isHyphenated = said.filter((whole) => whole === false).length <= 2 + wholes * 4;
  const whole = breaks.filter((one, index) => {
    if (one.isSoft) return true;
    return one.startsSmall && (said[index] ?? (isHyphenated && looksWhole(one, counts)));
  });
  const places = new Set(whole.map(({ at }) => at));
  return {
    // A soft hyphen is part of the word before it (Unicode Standard Annex 29, WB4), any other stands between the two.
    joins: (end, start) => end > 0 && start - end <= 2 && places.has(start),
  };
}
