import { countWhile } from './ascending.ts';
import { joinBrokenWords, LINE_BREAKS, WORD_BREAKS } from './broken-words.ts';
import { standsAlone } from './clusters.ts';
import type { Span } from './reading.ts';

/**
 * A text as search sees it, with the way back. Folding follows toNFKC_Casefold (Unicode Standard, section 3.13, R5) one
 * grapheme cluster at a time: compatibility forms and letter case are levelled, invisible characters (soft hyphens, joiners)
 * drop out, accents stay. White space of every kind becomes a space, so that a phrase is found across a line end; a blank
 * line is two spaces, so that it is not found across paragraphs.
 */
export interface Folded {
  readonly text: string;
  /**
   * Where stretches of the folded text come from, in order. A stretch of `loose` units maps one to one; any other is one
   * cluster that maps as a whole. All in UTF-16.
   */
  readonly stretches: readonly Stretch[];
}

interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly loose: boolean;
}

export interface FoldOptions {
  /** Read a word broken at a line end as one: a letter, a hyphen, a line end and a small letter lose hyphen and line end. */
  readonly joinHyphens?: boolean;
  /** Read a compound broken at its hyphen as one: only the line end drops out. Not together with `joinHyphens`. */
  readonly joinCompounds?: boolean;
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One cluster folded. By way of upper case, because JavaScript has no case folding of its own: ß and SS, ς and Σ meet. */
function foldCluster(cluster: string): string {
  const level = cluster.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return level.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/\r\n|\s/gu, ' ');
}

const isAscii = (text: string, at: number) => text.charCodeAt(at) < 0x80;

/** Beyond this many the memory of folded clusters starts anew; the scripts of one document stay far below. */
const REMEMBERED = 20_000;

class Folding {
  readonly #memory = new Map<string, string>();
  readonly #parts: string[] = [];
  readonly #stretches: { at: number; from: number; to: number; loose: boolean }[] = [];
  #length = 0;

  /** Appends what the original's [from, to) folds to. */
  put(folded: string, from: number, to: number, loose: boolean): void {
    if (folded === '') return;
    const last = this.#stretches.at(-1);
    if (loose && last?.loose && last.to === from) last.to = to;
    else this.#stretches.push({ at: this.#length, from, to, loose });
    this.#parts.push(folded);
    this.#length += folded.length;
  }

  /** Appends what must not be split, or a unit that can't be. */
  #putCluster(cluster: string, from: number): void {
    let folded = this.#memory.get(cluster);
    if (folded === undefined) {
      if (this.#memory.size >= REMEMBERED) this.#memory.clear();
      folded = foldCluster(cluster);
      this.#memory.set(cluster, folded);
    }
    this.put(folded, from, from + cluster.length, cluster.length === 1 && folded.length === 1);
  }

  /** Appends a stretch whose every unit is a cluster: ASCII at once, the rest one by one. */
  putUnits(text: string, from: number, to: number): void {
    for (let at = from; at < to; ) {
      let end = at;
      while (end < to && isAscii(text, end)) end++;
      this.put(text.slice(at, end).toLowerCase().replace(/\s/g, ' '), at, end, true);
      for (at = end; at < to && !isAscii(text, at); at++) this.#putCluster(text.charAt(at), at);
    }
  }

  /** Appends a stretch whose clusters have to be looked for. */
  putClusters(text: string, from: number, to: number): void {
    for (const { segment, index } of clusters.segment(text.slice(from, to)))
      this.#putCluster(segment, from + index);
  }

  finish(): Folded {
    return { text: this.#parts.join(''), stretches: this.#stretches };
  }
}

const isPlain = (text: string, at: number) => standsAlone(text.charCodeAt(at));

/**
 * Folds [from, to). Clusters are looked for only where something stands that may be part of a larger one, and there with
 * its neighbours on either side, which it may take in.
 */
function foldRange(folding: Folding, text: string, from: number, to: number): void {
  let at = from;
  while (at < to) {
    let other = at;
    while (other < to && isPlain(text, other)) other++;
    const run = other < to ? Math.max(at, other - 1) : to;
    folding.putUnits(text, at, run);
    let end = other;
    while (end < to && !(isPlain(text, end) && (end + 1 >= to || isPlain(text, end + 1)))) end++;
    at = Math.min(end + 1, to);
    if (run < to) folding.putClusters(text, run, at);
  }
}

/** Folds a text for search. Takes any text, lone surrogates included. */
export function fold(text: string, options: FoldOptions = {}): Folded {
  const folding = new Folding();
  let from = 0;
  const breaks = options.joinHyphens ? WORD_BREAKS : options.joinCompounds ? LINE_BREAKS : null;
  for (const { index } of breaks === null ? [] : text.matchAll(breaks)) {
    foldRange(folding, text, from, options.joinHyphens ? index : index + 1);
    from = index + 2;
  }
  foldRange(folding, text, from, text.length);
  return folding.finish();
}

/**
 * The place in the original (UTF-16) of a stretch of the folded text (UTF-16). Null where either end lies inside something
 * that folds as a whole, such as a ligature, an accented letter or an emoji: there is no such place in the original.
 */
export function originalSpan(folded: Folded, start: number, end: number): Span | null {
  const { stretches, text } = folded;
  if (start < 0 || end <= start || end > text.length) return null;
  const stretchOf = (offset: number) =>
    stretches[countWhile(stretches.length, (index) => (stretches[index]?.at ?? 0) <= offset) - 1];
  const first = stretchOf(start);
  const last = stretchOf(end - 1);
  if (!first || !last) return null;
  if (!first.loose && start !== first.at) return null;
  // A cluster ends where the next stretch begins; asking for the stretch at `end` tells.
  if (!last.loose && end < text.length && stretchOf(end) === last) return null;
  return {
    start: first.loose ? first.from + (start - first.at) : first.from,
    end: last.loose ? last.from + (end - last.at) : last.to,
  };
}

/**
 * Finds a phrase literally, whatever its letter case and compatibility forms. Gives the exact places in the original
 * (UTF-16), from left to right, not overlapping; none splits a grapheme cluster, so none splits a surrogate pair.
 * An empty query, or one of invisible characters only, is found nowhere.
 */
export function findAll(text: string | Folded, query: string, options: FoldOptions = {}): Span[] {
  const folded = typeof text === 'string' ? fold(text, options) : text;
  const wanted = fold(query).text;
  const found: Span[] = [];
  if (wanted === '') return found;
  let at = folded.text.indexOf(wanted);
  while (at >= 0) {
    const span = originalSpan(folded, at, at + wanted.length);
    if (span) found.push(span);
    at = folded.text.indexOf(wanted, span ? at + wanted.length : at + 1);
  }
  return found;
}

/** A text that was published as pages, as search sees it: a word that a line end broke may be whole or a compound. */
export interface FoldedLines {
  readonly whole: Folded;
  /** Null where there is nothing in it that `whole` does not hold. */
  readonly compounds: Folded | null;
}

/** Folds a text of printed lines for `findInLines`. Takes any text; one without broken words costs no more than `fold`. */
export function foldLines(text: string): FoldedLines {
  const whole = fold(text, { joinHyphens: true });
  return { whole, compounds: text.search(LINE_BREAKS) < 0 ? null : fold(text, { joinCompounds: true }) };
}

/**
 * Finds a phrase as `findAll` does in a text of printed lines: “startups” where it is broken as star-/tups, and “long-term”
 * where it is broken behind its hyphen. Gives the places in the original (UTF-16), from left to right, not overlapping.
 */
export function findInLines(text: string | FoldedLines, query: string): Span[] {
  const { whole, compounds } = typeof text === 'string' ? foldLines(text) : text;
  const wanted = joinBrokenWords(query) ?? query;
  const found = findAll(whole, wanted);
  // Without a hyphen in the query the compounds hold nothing else.
  if (compounds === null || !/[-\u2010]/.test(wanted)) return found;
  found.push(...findAll(compounds, wanted));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}
