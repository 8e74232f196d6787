import { beforeAll, expect, test } from 'vitest';
import { meetingsOf } from '../../src/engine/compare/meetings.ts';
import { compareTable } from '../../src/engine/compare/table.ts';
import { connect } from '../../src/engine/store/connect.ts';
import { bare } from './kit/bare.ts';
import { codeEverywhere } from './kit/coding.ts';
import { byTurns, nothing, record, timed } from './kit/measure.ts';
import { writePlans } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const DOCUMENTS = 600;
const CODINGS = 100_000;

const workshop = new Workshop();
const path = workshop.at('p.colligo');

beforeAll(async () => {
  writePlans(workshop.at('plans'), DOCUMENTS);
  await workshop.make('p.colligo');
  await workshop.import(workshop.at('plans'));
  const { project } = workshop.engine.session;
  expect(codeEverywhere(project, CODINGS)).toBe(CODINGS);
  await workshop.client.project.close();
});

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
        compareTable(db, ask);
        db.close();
      },
    },
    limitSide,
  );
  record({
    what: `code × document, ${DOCUMENTS} documents, ${CODINGS.toLocaleString('en')} codings: asked first`,
    ...first,
    limitIs: LIMIT_IS,
    besides: 'the connection had read nothing before',
  });

  const db = connect(path, 'read');
  let cells = 0;
  await timed(() => compareTable(db, ask));
  const again = await byTurns(
    9,
    {
      prepare: nothing,
      run: () => {
        cells = compareTable(db, ask).cells.length;
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

  const near = { near: { by: 'paragraph' } } as const;
  const meetings = await byTurns(5, { prepare: nothing, run: () => meetingsOf(db, near) }, limitSide);
  record({
    what: 'codes that meet in a paragraph: asked again',
    ...meetings,
    limitIs: LIMIT_IS,
    besides: `${meetingsOf(db, near).pairs.length.toLocaleString('en')} pairs of codes`,
  });
  db.close();
  raw.close();
});
