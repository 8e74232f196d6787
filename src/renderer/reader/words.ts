import { LINE_BREAKS } from '../../text/broken-words.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter for a language, made once; a tag that is none is read by the root rules. */
export function segmenter(granularity: 'grapheme' | 'word' | 'sentence', language: string): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let made = segmenters.get(key);
  if (made === undefined) {
    try {
      made = new Intl.Segmenter(language, { granularity });
    } catch {
      made = new Intl.Segmenter('und', { granularity });
    }
    segmenters.set(key, made);
  }
  return made;
}

/** Counts the words of a quote, for people; the counts of a dataset come from the engine. */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter('word', language).segment(text)) if (isWordLike === true) count++;
  return count;
}

/** A piece of text on one line: a word that a printed line broke is joined at its hyphen. */
export const onOneLine = (text: string): string => text.replace(LINE_BREAKS, '-').replace(/\s+/g, ' ');

/** Marks of quotation at either end; a quote that is shown in marks of its own needs none of them. */
const QUOTED = /^["“”„«‘‚\s]+|["“”»’\s]+$/g;

/** The beginning of a quote on one line, without marks of quotation round it, cut after a whole word. */
export function brief(quote: string, longest = 60): string {
  const line = quote.replace(/\s+/g, ' ').replace(QUOTED, '');
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`;
}
