import type { CodeRow } from '../../contract/codes.ts';
import { splitsPair } from '../../text/offsets.ts';
import { queryClient } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { applyCode } from '../picker/apply.ts';
import { type Target, useReader } from '../state/reader.ts';
import { readableWords } from './text.ts';

/** A name longer than this is a quotation, not a name. UTF-16 units. */
const LONGEST = 80;

/** The codes as the page knows them. */
export function knownCodes(): readonly CodeRow[] {
  return queryClient.getQueryData(api.codes.list.queryKey()) ?? [];
}

/** The words of a span as the name of a code: on one line, cut after a whole word, without a final stop. */
export function nameOfWords(words: string): string {
  const line = words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,;:]$/u, '');
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, splitsPair(line, LONGEST) ? LONGEST - 1 : LONGEST);
  const space = cut.lastIndexOf(' ');
  return (space > LONGEST / 2 ? cut.slice(0, space) : cut).trimEnd();
}

/** Applies a code that is called as the words themselves; the one that is called so already, if there is one. */
export function inVivo(target: Target): Promise<unknown> | undefined {
  const { reading } = useReader.getState();
  const name = nameOfWords(reading === null ? '' : readableWords(reading.loaded, target));
  if (name === '') return undefined;
  const known = knownCodes().find((code) => code.codable && code.name === name);
  return applyCode(target, known === undefined ? { create: name } : { codeId: known.id, name });
}
