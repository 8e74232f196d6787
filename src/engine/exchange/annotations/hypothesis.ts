import { basename } from 'node:path';
import { ExchangeError } from '../error.ts';
import { momentOf } from '../identity.ts';
import type { Incoming } from '../incoming/incoming.ts';
import { land, personOf } from '../incoming/land.ts';
import type { ExchangeReader } from '../model.ts';
import { asList, asObject, asText, type Json, type JsonObject, member, objectsOf, readJson } from './json.ts';
import { selectionOf } from './selectors.ts';

/**
 * Reads annotations of Hypothesis: what its client exports, an answer of its interface, a list of rows, or one row a line.
 * Positions count UTF-16 units, as browsers do.
 */
export const readHypothesis: ExchangeReader = async function* (path, context) {
  const rows = (await readJson(path)).flatMap(rowsOf);
  const annotations = rows.flatMap(incomingOf);
  if (annotations.length === 0)
    throw new ExchangeError(`“${basename(path)}” holds no annotations of Hypothesis.`);
  yield* land({ tool: 'Hypothesis', title: '', annotations }, context);
};

/** @returns the rows of a file: they stand alone, in a list, or under one of two names */
function rowsOf(value: Json): JsonObject[] {
  if (Array.isArray(value)) return objectsOf(value);
  const object = asObject(value);
  if (!object) return [];
  for (const name of ['annotations', 'rows'])
    if (Array.isArray(member(object, name))) return rowsOf(member(object, name));
  return [object];
}

function incomingOf(row: JsonObject): Incoming[] {
  const uri = asText(member(row, 'uri'));
  const [target] = objectsOf(member(row, 'target'));
  if (uri === '' && !target) return [];
  const key = asText(member(row, 'id')) || JSON.stringify(row);
  const [answers] = asList(member(row, 'references')).map(asText);
  const titles = asList(member(asObject(member(row, 'document')) ?? {}, 'title')).map(asText);
  const source = asText(target && member(target, 'source'));
  const words = asText(member(row, 'text'));
  return [
    {
      key,
      guid: null,
      creator: creatorOf(row),
      createdAt: momentOf(asText(member(row, 'created'))),
      source: { ids: [], names: [...titles, uri, source].filter((name) => name !== '') },
      selection: selectionOf(target && member(target, 'selector'), 'utf16'),
      tags: asList(member(row, 'tags'))
        .map(asText)
        .filter((tag) => tag.trim() !== '')
        .map((tag) => ({ guid: null, path: [tag] })),
      comments: words.trim() === '' ? [] : [words],
      weight: null,
      ...(answers !== undefined && answers !== '' && { answers }),
    },
  ];
}

/** `acct:name@authority`, and the name that the person shows. */
function creatorOf(row: JsonObject): Incoming['creator'] {
  const account = asText(member(row, 'user'));
  if (account === '') return null;
  const shown = asText(member(asObject(member(row, 'user_info')) ?? {}, 'display_name'));
  return { id: personOf(account), name: shown || account.replace(/^acct:/, '').replace(/@.*$/, '') };
}
