import { fold, foldQuery, type Hits } from '../ranking/match.ts';
import type { Section, Topic } from './read.ts';
import type { TopicId } from './topics.ts';

/** A section in which something was found. */
export interface Finding {
  readonly topic: TopicId;
  readonly topicTitle: string;
  readonly anchor: string | null;
  readonly title: string;
  readonly titleHits: Hits;
  /** Words around the first place, with where they were found; empty where the heading alone fits. */
  readonly line: string;
  readonly lineHits: Hits;
}

/** More findings than these are not listed. */
const MOST = 40;
/** What is shown before and after the first place, in letters. */
const BEFORE = 36;
const AFTER = 110;

/** What was typed as the words that have to be there, folded. */
export const queryWords = (typed: string): readonly string[] =>
  [...new Set(foldQuery(typed).split(' '))].filter((word) => word !== '');

/** Whether a place is where a word begins. */
const begins = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));

/**
 * Finds where words begin with what was typed.
 * @returns places in the text in order, apart from one another, UTF-16
 */
export function placesOf(text: string, words: readonly string[]): Hits {
  const folded = fold(text);
  const found: (readonly [number, number])[] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      if (begins(folded, at)) found.push([at, at + word.length]);
  found.sort(([a], [b]) => a - b);
  return found.filter(([start], index) => start >= (found[index - 1]?.[1] ?? 0));
}

function lineOf(text: string, words: readonly string[]): { line: string; lineHits: Hits } {
  const first = placesOf(text, words)[0]?.[0];
  if (first === undefined) return { line: text.slice(0, BEFORE + AFTER), lineHits: [] };
  const space = text.lastIndexOf(' ', Math.max(0, first - BEFORE));
  const start = first <= BEFORE ? 0 : space + 1;
  const line = `${start === 0 ? '' : '… '}${text.slice(start, first + AFTER)}`;
  return { line, lineHits: placesOf(line, words) };
}

/** How well a section fits: the lower the better; null where a word is missing. */
function fitOf(section: Section, topicTitle: string, words: readonly string[]): number | null {
  const has = (text: string, word: string) => placesOf(text, [word]).length > 0;
  const missing = words.some(
    (word) => !has(section.title, word) && !has(section.text, word) && !has(topicTitle, word),
  );
  if (missing) return null;
  const inTitle = words.filter((word) => has(section.title, word)).length;
  if (inTitle === words.length) return section.anchor === null ? 0 : 1;
  return words.every((word) => has(section.title, word) || has(section.text, word)) ? 3 - inTitle / 10 : 4;
}

/**
 * Looks through headings and texts of all topics.
 * @param typed words that a section has to hold, each at least its beginning
 * @returns sections, those first whose heading holds the words; nothing where nothing was typed
 */
export function findHelp(topics: Iterable<Topic>, typed: string): Finding[] {
  const words = queryWords(typed);
  if (words.length === 0) return [];
  const found: { fit: number; finding: Finding }[] = [];
  for (const { id, title: topicTitle, sections } of topics)
    for (const section of sections) {
      const fit = fitOf(section, topicTitle, words);
      // Who looks for a topic by its name wants the topic, not each of its sections.
      if (fit === null || (fit === 4 && section.anchor !== null)) continue;
      const { anchor, title, text } = section;
      const titleHits = placesOf(title, words);
      found.push({
        fit,
        finding: { topic: id, topicTitle, anchor, title, titleHits, ...lineOf(text, words) },
      });
    }
  return found
    .toSorted((a, b) => a.fit - b.fit)
    .slice(0, MOST)
    .map(({ finding }) => finding);
}
