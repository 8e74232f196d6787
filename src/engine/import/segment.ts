import { withJoinedLines } from '../../text/joined-lines.ts';
import type { Block } from '../../text/reading.ts';
import { brokenWords, NO_BROKEN_WORDS } from './broken.ts';
import { LIMITS, tooMany } from './limits.ts';

export interface Segments {
  /** Start and end of every word, flattened, ascending, UTF-16. */
  readonly words: Uint32Array;
  /** Start and end of every sentence, flattened likewise. */
  readonly sentences: Uint32Array;
  /** The language tag in its canonical form. */
  readonly language: string;
  /** Version of the ICU whose rules were used. */
  readonly icu: string;
  readonly notices: readonly string[];
}

export interface SegmentOptions {
  /** Told how much of the text has been segmented, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** The most words, and the most sentences; more are refused with an ImportError. */
  readonly most?: number;
  /** Whether lines end where the paper did, as they do on pages: a word that a line end broke is one word then. */
  readonly isPrinted?: boolean;
}

/** Grows like an array, holds like a typed one: eight million words take 64 MB here and ten times that as numbers. */
class Offsets {
  #held = new Uint32Array(1024);
  #length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  put(start: number, end: number): void {
    if (this.#length >= this.#most * 2) throw tooMany(this.#most, 'words or sentences');
    if (this.#length + 2 > this.#held.length) {
      const larger = new Uint32Array(this.#held.length * 2);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#length++] = start;
    this.#held[this.#length++] = end;
  }

  finish(): Uint32Array {
    return this.#held.slice(0, this.#length);
  }
}

/** What segments a language that ICU has no rules of its own for: the root rules. Fixed, so that no machine's own language matters. */
const ROOT = 'en';

function canonicalTag(language: string): string | null {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}

/** Progress is told after about so many units. */
const STRIDE = 500_000;

/**
 * Finds the words (what Intl.Segmenter calls word-like) and sentences of a text, block by block, so that neither ever
 * crosses a block. White space at a sentence's edges is not part of it. Line ends inside a block end a sentence only where
 * `withJoinedLines` leaves them; on printed lines a word that a line end broke is one. Everything is UTF-16.
 *
 * @param language BCP 47 tag; one that is none is replaced by `und`, with a notice
 */
export function segment(
  text: string,
  blocks: readonly Block[],
  language: string,
  { onProgress, most = LIMITS.words, isPrinted = false }: SegmentOptions = {},
): Segments {
  const tag = canonicalTag(language);
  const rules = tag !== null && Intl.Segmenter.supportedLocalesOf(tag).length > 0 ? tag : ROOT;
  const wordRules = new Intl.Segmenter(rules, { granularity: 'word' });
  const sentenceRules = new Intl.Segmenter(rules, { granularity: 'sentence' });
  const words = new Offsets(most);
  const sentences = new Offsets(most);
  const breaks = isPrinted ? brokenWords(text) : NO_BROKEN_WORDS;
  let told = 0;
  for (const block of blocks) {
    if (block.kind === 'page_break') continue;
    const own = text.slice(block.start, block.end);
    let start = -1;
    let end = -1;
    for (const { index, segment: word, isWordLike } of wordRules.segment(own)) {
      if (!isWordLike) continue;
      const from = block.start + index;
      if (!breaks.joins(end, from)) {
        if (end > 0) words.put(start, end);
        start = from;
      }
      end = from + word.length;
    }
    if (end > 0) words.put(start, end);
    if (block.kind === 'artifact') continue;
    for (const { index, segment: sentence } of sentenceRules.segment(
      withJoinedLines(own, block.kind, isPrinted),
    )) {
      const trimmed = sentence.trim();
      if (trimmed === '') continue;
      const start = block.start + index + sentence.indexOf(trimmed);
      sentences.put(start, start + trimmed.length);
    }
    if (block.end - told > STRIDE) {
      told = block.end;
      onProgress?.(block.end / text.length);
    }
  }
  return {
    words: words.finish(),
    sentences: sentences.finish(),
    language: tag ?? 'und',
    icu: process.versions['icu'] ?? 'none',
    notices: tag === null ? [`“${language}” is no language tag; words were found by general rules.`] : [],
  };
}
