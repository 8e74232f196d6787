import { expect, test } from 'vitest';
import { bare, type Cells, insertAll } from './kit/bare.ts';
import { quantile, record, timed } from './kit/measure.ts';
import { PLANS } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const TIMES = 300;

const workshop = new Workshop();

test('apply a code', async () => {
  await workshop.make('p.colligo');
  await workshop.import(`${PLANS}/manifest.json`);
  await workshop.client.project.close();
  const other = bare(workshop.copy('p.colligo', 'bare.colligo'));
  await workshop.open('p.colligo');
  const [document] = await workshop.client.documents.list();
  if (!document) throw new Error('no document was imported');
  const code = await workshop.code('Compute');
  const { raw } = workshop.engine.session.project.db;
  const rowFor = (table: string, key: string, id: Buffer) =>
    raw.prepare<[Buffer], Cells>(`SELECT * FROM ${table} WHERE ${key} = ?`).get(id) ?? {};
  const taken = { ours: [] as number[], limit: [] as number[] };
  for (let turn = 0; turn < TIMES; turn++) {
    const start = turn * 2;
    const span = { document: document.id, start, end: start + 9, codes: [code] };
    let passage = '';
    taken.ours.push(
      await timed(async () => {
        passage = (await workshop.client.codings.apply(span)).passageId;
      }),
    );
    const id = Buffer.from(passage.replaceAll('-', ''), 'hex');
    const rows = {
      passages: [rowFor('passages', 'id', id)],
      anchors: [rowFor('anchors', 'passage_id', id)],
      codings: [rowFor('codings', 'passage_id', id)],
    };
    taken.limit.push(await timed(() => insertAll(other, rows)));
  }
  other.close();
  expect((await workshop.client.documents.list())[0]?.codings).toBe(TIMES);
  record({
    what: 'apply a code (engine)',
    ours: quantile(taken.ours),
    limit: quantile(taken.limit),
    limitIs: 'one transaction with the same rows, to the disk',
    besides: `95 of 100 within ${quantile(taken.ours, 0.95).toFixed(2)} ms (${quantile(taken.limit, 0.95).toFixed(2)} ms)`,
  });
});
