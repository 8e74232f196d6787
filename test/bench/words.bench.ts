import { beforeAll, test } from 'vitest';
import { cacheUnder } from '../../src/engine/cache/folder.ts';
import { connect } from '../../src/engine/store/connect.ts';
import type { Sql } from '../../src/engine/store/sql.ts';
import { firstPlaces, wordContext } from '../../src/engine/words/context.ts';
import { type FrequencyRequest, wordFrequencies } from '../../src/engine/words/frequencies.ts';
import { leaveNumbered, numbersOf } from '../../src/engine/words/numbered.ts';
import { wordDocuments } from '../../src/engine/words/places.ts';
import { bare } from './kit/bare.ts';
import { makeCoded, SIZE } from './kit/coded.ts';
import { byTurns, nothing, record } from './kit/measure.ts';
import { Workshop } from './kit/workshop.ts';

const workshop = new Workshop();
const path = workshop.at('p.colligo');

/** @returns a connection as it is after a start: nothing is in memory, and the words lie in their file */
function start(): Sql {
  const db = connect(path, 'read');
  cacheUnder(db, workshop.at('home'));
  return db;
}

beforeAll(async () => {
  await makeCoded(workshop, 'p.colligo', SIZE);
  const db = start();
  for (const document of wordDocuments(db, {})) numbersOf(db, document);
  leaveNumbered(db, 0);
  db.close();
});

const LIST: FrequencyRequest = {
  stop: { skip: [], add: [], keep: [] },
  minLength: 1,
  numbers: false,
  sort: 'count',
  limit: 20_000,
};
const AROUND = { query: 'the', around: 12 } as const;
const WHOLE = { ...AROUND, offset: 0, limit: 5000 } as const;

test('words as they are first shown after a start', async () => {
  const raw = bare(path);
  const scan = raw.prepare('SELECT sum(length(body)) FROM texts');
  const limit = { prepare: nothing, run: () => scan.all() };
  const views: Readonly<Record<string, (db: Sql) => Promise<unknown>>> = {
    'word frequencies, after a start': (db) => wordFrequencies(db, LIST),
    'of coded passages': (db) => wordFrequencies(db, { ...LIST, passages: { codes: [], below: false } }),
    'the commonest word in context, its first places': (db) =>
      firstPlaces(db, { ...AROUND, kind: 'words', limit: 100 }),
    'all of them counted, as search finds them': (db) =>
      wordContext(db, { ...WHOLE, kind: 'words', sort: 'place' }),
    'as a form': (db) => wordContext(db, { ...WHOLE, kind: 'form', sort: 'place' }),
    'as a form, sorted, the first': (db) =>
      wordContext(db, { ...WHOLE, kind: 'form', sort: 'right1', limit: 100 }),
  };
  for (const [what, view] of Object.entries(views)) {
    const turns = await byTurns(3, { prepare: start, run: view }, limit);
    record({ what, ...turns, limitIs: 'a scan of the texts in SQLite', besides: '' });
  }
  raw.close();
});
