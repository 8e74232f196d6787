import { statSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { openProject } from '../../src/engine/store/open.ts';
import { bare, insertAll, rowsOf, withBare } from './kit/bare.ts';
import { byTurns, nothing, record, timed } from './kit/measure.ts';
import { Workshop } from './kit/workshop.ts';

const PASSAGES = 100_000;
const MIB = 1024 * 1024;

const workshop = new Workshop();
let document = '';

beforeAll(async () => {
  const lines = Array.from(
    { length: PASSAGES },
    (_, line) => `Line ${line} speaks of the quay${line % 2 ? ' and of the harbour' : ''}.`,
  );
  writeFileSync(workshop.at('lines.txt'), lines.join('\n\n'));
  await workshop.make('p.colligo');
  await workshop.import(workshop.at('lines.txt'));
  document = (await workshop.client.documents.list())[0]?.id ?? '';
  await workshop.client.project.close();
  workshop.copy('p.colligo', 'bare.colligo');
  workshop.copy('p.colligo', 'half.colligo');
});

/** Applies a code to every paragraph with these words, as one step. */
async function applyTo(match: string): Promise<number> {
  const code = await workshop.code('Data');
  return (await workshop.client.codings.applyMatches({ document, code, match, unit: 'paragraph' })).applied;
}

const size = (name: string) => statSync(workshop.at(name)).size;

/** @returns bytes that a row takes in the file, of passages, anchors and codings together */
const perRow = (after: number, before: number) => Math.round((after - before) / (PASSAGES * 3));

test('bulk coding, and its undoing', async () => {
  const before = size('p.colligo');
  await workshop.open('p.colligo');
  await workshop.client.passages.inDocument({ document });
  const resident = process.memoryUsage.rss();
  const ours = await timed(async () => expect(await applyTo('quay')).toBe(PASSAGES));
  const grown = process.resourceUsage().maxRSS / 1024 - resident / MIB;
  workshop.engine.session.project.checkpoint();
  const after = size('p.colligo');
  const rows = Object.fromEntries(
    ['passages', 'anchors', 'codings'].map((table) => [
      table,
      rowsOf(workshop.engine.session.project.db.raw, table),
    ]),
  );
  const db = bare(workshop.at('bare.colligo'));
  const limit = await timed(() => insertAll(db, rows));
  db.pragma('wal_checkpoint(TRUNCATE)');
  const file = `${perRow(after, before)} bytes a row (bare ${perRow(size('bare.colligo'), before)})`;
  record({
    what: 'bulk coding, 100,000 passages, one step',
    ours,
    limit,
    limitIs: 'inserts of the same 300,000 rows, no log',
    besides: `${file}; memory + ${Math.round(grown)} MiB`,
  });

  const undone = await timed(() => workshop.client.history.undo({}));
  const bareUndone = await timed(() =>
    db.transaction(() => {
      for (const table of ['codings', 'anchors', 'passages']) {
        const gone = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
        for (const row of rows[table] ?? []) gone.run(row['id']);
      }
    })(),
  );
  db.close();
  record({
    what: 'undo of it',
    ours: undone,
    limit: bareUndone,
    limitIs: 'deletes of the same rows, no log',
    besides: '',
  });
  await workshop.client.project.close();
});

test('opening a project with 50,000 codings', async () => {
  await workshop.open('half.colligo');
  expect(await applyTo('harbour')).toBe(PASSAGES / 2);
  await workshop.client.project.close();
  const options = { program: 'a bench', actor: null, backups: { everyHours: 24, keep: 0 } };
  for (const mode of ['write', 'read'] as const) {
    const { ours, limit } = await byTurns(
      7,
      {
        prepare: nothing,
        run: async () => (await openProject(workshop.at('half.colligo'), { ...options, mode })).close(),
      },
      {
        prepare: nothing,
        run: () =>
          withBare(workshop.at('half.colligo'), (db) => {
            expect(db.prepare('SELECT count(*) AS n FROM codings').get()).toEqual({ n: PASSAGES / 2 });
          }),
      },
    );
    record({
      what: `open and close with 50,000 codings, to ${mode}`,
      ours,
      limit,
      limitIs: 'open, count the codings, close',
      besides: `${(size('half.colligo') / MIB).toFixed(0)} MiB, every table verified`,
    });
  }
});
