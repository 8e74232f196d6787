import { readdirSync, readFileSync } from 'node:fs';
import type { StopWords } from '../../contract/words.ts';
import { languageOf, wordForm } from '../../text/word-forms.ts';
import { resourcePath } from '../resources.ts';

const FOLDER = 'stop-words';
const ENDING = '.txt';

let read: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** @returns the stop lists that ship with Colligo, by language; words in the form that they are counted by */
export function stopLists(): ReadonlyMap<string, ReadonlySet<string>> {
  read ??= new Map(
    readdirSync(resourcePath(FOLDER))
      .filter((name) => name.endsWith(ENDING))
      .toSorted()
      .map((name) => {
        const language = name.slice(0, -ENDING.length);
        return [language, parseList(readFileSync(resourcePath(FOLDER, name), 'utf8'), language)];
      }),
  );
  return read;
}

/** Words divided by white space; a line that begins with # says what the list is. */
function parseList(text: string, language: string): ReadonlySet<string> {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  return new Set(
    lines
      .join(' ')
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => wordForm(word, language)),
  );
}

/** @param tag of a document; @returns whether a word, in its form, is left out of the list */
export function stopsFor({ skip, add, keep }: StopWords, tag: string): (word: string) => boolean {
  const language = languageOf(tag);
  const rests = skip === 'all' || skip.some((one) => languageOf(one) === language);
  const list = rests ? undefined : stopLists().get(language);
  const own = new Set(add.map((word) => wordForm(word.trim(), tag)));
  const kept = new Set(keep.map((word) => wordForm(word.trim(), tag)));
  return (word) => (own.has(word) || list?.has(word) === true) && !kept.has(word);
}
