import { setImmediate } from 'node:timers/promises';
import type { CompareColumns } from '../../contract/compare.ts';
import type { StopWords, WordList, WordRow, WordSort } from '../../contract/words.ts';
import { languageOf } from '../../text/word-forms.ts';
import { columnsOf } from '../compare/columns.ts';
import { readFrame } from '../dataset/frame.ts';
import { gone } from '../errors.ts';
import type { Sql } from '../store/sql.ts';
import { countWords } from './count.ts';
import { keyOf } from './key.ts';
import { vocabularyOf } from './numbered.ts';
import { type WordDocument, type WordsIn, wordDocuments } from './places.ts';
import { stopLists, stopsFor } from './stops.ts';
import { type Counted, type IsListed, Sums } from './sums.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is asked about words; the contract says what each means. */
export interface FrequencyRequest extends WordsIn {
  readonly stop: StopWords;
  readonly minLength: number;
  readonly numbers: boolean;
  readonly group?: { readonly columns: CompareColumns; readonly column: string } | undefined;
  readonly sort: WordSort;
  readonly limit: number;
}

/** Documents between two looks whether the question still stands. */
const STRIDE = 16;

/**
 * Counts words.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the group is gone; what the signal says where it is aborted
 */
export async function wordFrequencies(
  db: Sql,
  request: FrequencyRequest,
  signal?: AbortSignal,
): Promise<WordList> {
  const documents = wordDocuments(db, request);
  const group = groupOf(db, request);
  const counted: Counted[] = [];
  for (const [index, document] of documents.entries()) {
    if (index % STRIDE === 0) await setImmediate();
    signal?.throwIfAborted();
    counted.push({ document, counts: countWords(db, document), inGroup: group?.has(document.id) ?? false });
  }
  return listOf(counted, vocabularyOf(db), request);
}

function groupOf(db: Sql, { group, scope }: FrequencyRequest): ReadonlySet<string> | null {
  if (group === undefined) return null;
  const column = columnsOf(readFrame(db, { scope }), group.columns).find(({ id }) => id === group.column);
  if (!column) throw gone('group');
  return new Set(column.documents);
}

function listOf(counted: readonly Counted[], vocabulary: Vocabulary, request: FrequencyRequest): WordList {
  const sums = new Sums(vocabulary.size, request.group !== undefined);
  const isListed = listedIn(vocabulary, request);
  for (const one of counted) sums.add(one, isListed(one.document));
  for (const one of counted) sums.addDispersion(one, isListed(one.document));
  const numbers = sums.listed();
  const rows = numbers.map((number): WordRow => {
    const count = sums.count[number] ?? 0;
    const inGroup = sums.inGroup[number] ?? 0;
    return {
      word: vocabulary.word(number),
      count,
      documents: sums.documents[number] ?? 0,
      dispersion: sums.dispersionOf(number),
      key:
        request.group === undefined
          ? null
          : keyOf(
              { group: inGroup, others: count - inGroup },
              { group: sums.groupWords, others: sums.words - sums.groupWords },
            ),
    };
  });
  rows.sort((a, b) => (request.sort === 'key' ? byKey(a, b) : 0) || b.count - a.count || byWord(a, b));
  return {
    words: sums.words,
    counted: rows.reduce((sum, { count }) => sum + count, 0),
    documents: counted.length,
    group: request.group === undefined ? null : sums.groupWords,
    languages: languagesOf(counted),
    total: rows.length,
    rows: rows.slice(0, request.limit),
  };
}

/** First what is commoner in the group, the surest first; last what is surely rarer there. */
const byKey = (a: WordRow, b: WordRow) => signed(b) - signed(a);
const signed = ({ key }: WordRow) => (key === null ? 0 : Math.sign(key.logRatio) * key.g2);
const byWord = (a: WordRow, b: WordRow) => (a.word < b.word ? -1 : 1);

/** @returns whether a word of a document is listed; worked out once a word and language */
function listedIn(vocabulary: Vocabulary, { stop, minLength, numbers }: FrequencyRequest) {
  const known = new Map<string, IsListed>();
  return ({ language }: WordDocument): IsListed => {
    const there = known.get(language);
    if (there) return there;
    const isStop = stopsFor(stop, language);
    // 0 is not known yet, 1 listed, 2 left out.
    const flags = new Uint8Array(vocabulary.size);
    const isListed = (number: number) => {
      if (flags[number] === 0) {
        const word = vocabulary.word(number);
        const isLong = word.length >= minLength && [...word].length >= minLength;
        flags[number] = isLong && (numbers || /\p{L}/u.test(word)) && !isStop(word) ? 1 : 2;
      }
      return flags[number] === 1;
    };
    known.set(language, isListed);
    return isListed;
  };
}

function languagesOf(counted: readonly Counted[]): WordList['languages'] {
  const documents = new Map<string, number>();
  for (const { document } of counted) {
    const language = languageOf(document.language);
    documents.set(language, (documents.get(language) ?? 0) + 1);
  }
  return [...documents]
    .map(([language, n]) => ({ language, documents: n, stops: stopLists().get(language)?.size ?? 0 }))
    .sort((a, b) => b.documents - a.documents || (a.language < b.language ? -1 : 1));
}
