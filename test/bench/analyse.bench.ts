import { beforeAll, test } from 'vitest';
import { packMeetings } from '../../src/contract/packed-meetings.ts';
import { packSimilarity } from '../../src/contract/packed-similarity.ts';
import { packTable } from '../../src/contract/packed-table.ts';
import { alongDocuments } from '../../src/engine/along/along.ts';
import { crosstabOf } from '../../src/engine/analyse/crosstab.ts';
import { saturationOf } from '../../src/engine/analyse/saturation.ts';
import { likenessOf } from '../../src/engine/analyse/similarity.ts';
import { readTree } from '../../src/engine/codebook/tree.ts';
import { factsIn } from '../../src/engine/compare/kept-facts.ts';
import { countMeetings } from '../../src/engine/compare/meetings.ts';
import { compareQuotes } from '../../src/engine/compare/quotes/quotes.ts';
import { countTable } from '../../src/engine/compare/table.ts';
import { listDocuments } from '../../src/engine/documents/read.ts';
import { connect } from '../../src/engine/store/connect.ts';
import type { Sql } from '../../src/engine/store/sql.ts';
import { countAhead } from '../../src/engine/words/ahead.ts';
import { wordContext } from '../../src/engine/words/context.ts';
import { wordFrequencies } from '../../src/engine/words/frequencies.ts';
import { bare } from './kit/bare.ts';
import { makeCoded, SIZE } from './kit/coded.ts';
import { byTurns, nothing, record, timed } from './kit/measure.ts';
import { Workshop } from './kit/workshop.ts';

const workshop = new Workshop();
const path = workshop.at('p.colligo');
let attribute: string;

beforeAll(async () => {
  attribute = await makeCoded(workshop, 'p.colligo', SIZE);
});

const NEAR = [
  { by: 'place' },
  { by: 'overlap' },
  { by: 'paragraph' },
  { by: 'section' },
  { by: 'words', within: 25 },
] as const;

/**
 * Measures pictures and tables on a connection that has read ahead, as the program does: how long each takes when it is first shown,
 * and, by turns with the limit, when it is asked for again.
 */
async function measure(
  db: Sql,
  views: Readonly<Record<string, (db: Sql) => unknown>>,
  [limitIs, limit]: readonly [string, string],
) {
  const raw = bare(path);
  const least = raw.prepare(limit);
  const limitSide = { prepare: nothing, run: () => least.all() };
  for (const [what, view] of Object.entries(views)) {
    const first = await timed(() => view(db));
    const turns = await byTurns(3, { prepare: nothing, run: () => view(db) }, limitSide);
    record({ what, ...turns, limitIs, besides: `first ${Math.round(first)} ms` });
  }
  raw.close();
}

test('pictures and tables of codes', async () => {
  const db = connect(path, 'read');
  factsIn(db, undefined);
  const asked = { columns: { by: 'document' }, rollUp: false } as const;
  const codes = readTree(db).map(({ id }) => id);
  const among = listDocuments(db).map(({ id }) => id);
  const meetings = NEAR.map(
    (near) => [`meetings by ${near.by}`, () => packMeetings(countMeetings(db, { near }))] as const,
  );
  const alike = (['jaccard', 'cosine'] as const).map(
    (likeness) =>
      [`similarity, ${likeness}`, () => packSimilarity(likenessOf(db, { ...asked, likeness }))] as const,
  );
  await measure(
    db,
    {
      'table, frequencies, heat map (packed)': () => packTable(countTable(db, asked)),
      'the same by groups': () =>
        packTable(countTable(db, { ...asked, columns: { by: 'attribute', attribute } })),
      ...Object.fromEntries([...meetings, ...alike]),
      crosstab: () => crosstabOf(db, { attribute, rollUp: false }),
      saturation: () => saturationOf(db, { order: 'project', rollUp: false }),
      'along, portrait': () => alongDocuments(db, { parts: 50, rollUp: true }),
      'quote board, a screen': () =>
        compareQuotes(db, {
          ...asked,
          ...{ codes: codes.slice(0, 30), among: among.slice(0, 10), sort: 'document', from: 0, most: 1 },
        }),
    },
    [
      'GROUP BY document, code; no places, no words',
      'SELECT p.document_id, c.code_id, count(*) FROM codings c JOIN passages p ON p.id = c.passage_id GROUP BY 1, 2',
    ],
  );
  db.close();
});

test('words', async () => {
  const limit = ['a scan of the texts in SQLite', 'SELECT sum(length(body)) FROM texts'] as const;
  const list = { stop: { skip: [], add: [], keep: [] }, minLength: 1, numbers: false, limit: 500 };
  const frequencies = (db: Sql) => wordFrequencies(db, { ...list, sort: 'count' });
  const around = { query: 'energy', around: 8, sort: 'place', offset: 0, limit: 500 } as const;
  const fresh = connect(path, 'read');
  await measure(fresh, { 'word frequencies, nothing counted ahead': frequencies }, limit);
  fresh.close();
  const ahead = connect(path, 'read');
  countAhead(ahead, 0, Number.POSITIVE_INFINITY);
  await measure(
    ahead,
    {
      'word frequencies, counted ahead': frequencies,
      'keyword in context, words': (db) => wordContext(db, { ...around, kind: 'words' }),
      'keyword in context, a form': (db) => wordContext(db, { ...around, kind: 'form' }),
      'the same, sorted': (db) => wordContext(db, { ...around, kind: 'form', sort: 'right1' }),
    },
    limit,
  );
  ahead.close();
});
