import { beforeAll, test } from 'vitest';
import { packMeetings, unpackMeetings } from '../../src/contract/packed-meetings.ts';
import { cacheUnder } from '../../src/engine/cache/folder.ts';
import { readTree } from '../../src/engine/codebook/tree.ts';
import { readFactsAhead } from '../../src/engine/compare/kept-facts.ts';
import { countMeetings } from '../../src/engine/compare/meetings.ts';
import { countTable } from '../../src/engine/compare/table.ts';
import { listPassages } from '../../src/engine/passages/read.ts';
import { connect } from '../../src/engine/store/connect.ts';
import { bare } from './kit/bare.ts';
import { makeCoded, SIZE } from './kit/coded.ts';
import { byTurns, nothing, record, timed } from './kit/measure.ts';
import { Workshop } from './kit/workshop.ts';

const workshop = new Workshop();
const path = workshop.at('p.colligo');

beforeAll(async () => void (await makeCoded(workshop, 'p.colligo', SIZE)));

/** What the limit is: counting rows, without places, words, absences or unions. */
const GROUPED = `SELECT p.document_id, c.code_id, count(*) FROM codings c JOIN passages p ON p.id = c.passage_id
  GROUP BY p.document_id, c.code_id`;
const LIMIT_IS = 'GROUP BY document, code; no places, no words';

test('code × document', async () => {
  const raw = bare(path);
  const counts = raw.prepare(GROUPED);
  const limitSide = { prepare: nothing, run: () => counts.all() };
  const ask = { columns: { by: 'document' }, rollUp: true } as const;

  const first = await byTurns(
    5,
    {
      prepare: () => connect(path, 'read'),
      run: (db) => {
        countTable(db, ask);
        db.close();
      },
    },
    limitSide,
  );
  record({
    what: `code × document, ${SIZE.documents} documents, ${SIZE.codings.toLocaleString('en')} codings: asked first`,
    ...first,
    limitIs: LIMIT_IS,
    besides: 'the connection had read nothing before, and no start had left anything',
  });

  const home = workshop.at('home');
  const start = () => {
    const opened = connect(path, 'read');
    cacheUnder(opened, home);
    return opened;
  };
  const leaving = start();
  const left = await timed(() => readFactsAhead(leaving, 0));
  leaving.close();
  const after = await byTurns(
    5,
    {
      prepare: start,
      run: (opened) => {
        countTable(opened, ask);
        opened.close();
      },
    },
    limitSide,
  );
  record({
    what: 'code × document: asked first, an earlier start had left what it found',
    ...after,
    limitIs: LIMIT_IS,
    besides: `reading and leaving it took ${Math.round(left)} ms, besides`,
  });

  const db = connect(path, 'read');
  let cells = 0;
  await timed(() => countTable(db, ask));
  const again = await byTurns(
    9,
    {
      prepare: nothing,
      run: () => {
        cells = countTable(db, ask).cells.rows.length;
      },
    },
    limitSide,
  );
  record({
    what: 'code × document: asked again',
    ...again,
    limitIs: LIMIT_IS,
    besides: `${cells.toLocaleString('en')} cells`,
  });

  for (const by of ['place', 'paragraph', 'section'] as const) {
    const near = { near: { by } } as const;
    const meet = () => packMeetings(countMeetings(db, near));
    const meetings = await byTurns(5, { prepare: nothing, run: meet }, limitSide);
    record({
      what: `codes that meet, by ${by}: asked again`,
      ...meetings,
      limitIs: LIMIT_IS,
      besides: `${unpackMeetings(meet()).pairs.length.toLocaleString('en')} pairs of codes, packed`,
    });
  }

  const code = readTree(db).find((each) => each.codable);
  const ofCode = () => listPassages(db, { code: code?.id, below: false }, { offset: 0, limit: 5000 });
  const listed = await byTurns(5, { prepare: nothing, run: ofCode }, limitSide);
  record({
    what: 'all passages of a code, with their quotes',
    ...listed,
    limitIs: LIMIT_IS,
    besides: `${ofCode().total.toLocaleString('en')} passages`,
  });
  db.close();
  raw.close();
});
