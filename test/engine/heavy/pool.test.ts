import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DatasetEvent } from '../../../src/contract/exports.ts';
import type { SearchBatch } from '../../../src/contract/search.ts';
import { HeavyPool } from '../../../src/engine/heavy/pool.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';

/** Lets Node read migrations as text, as the build does. */
const RAW = join(import.meta.dirname, '../store/children/raw.ts');

const QUERY = { query: '规模', kind: 'substring', limit: 100_000 } as const;

/** Long texts, so that looking through all of them takes a while. */
async function longProject(documents: number): Promise<Project> {
  const project = await newProject();
  const filler = 'A sentence of Straße and ﬁrst things that is there to be read. '.repeat(1500);
  for (let number = 0; number < documents; number++)
    addText(project, `Text ${number}`, `${number}: 人工智能产业规模。${filler}`);
  project.checkpoint();
  return project;
}

function poolOn(project: Project): HeavyPool {
  const pool = new HeavyPool(project.path, { execArgv: ['--no-warnings', '--import', RAW] });
  onTestFinished(() => pool.close());
  return pool;
}

test('a stream tells as it goes, and ends', async () => {
  const pool = poolOn(await longProject(25));
  const batches: SearchBatch[] = [];
  for await (const batch of pool.stream('search', QUERY)) batches.push(batch);
  expect(batches.length).toBeGreaterThan(1);
  expect(batches[0]).toMatchObject({ searched: 1, total: 1, done: false });
  expect(batches.at(-1)).toMatchObject({ searched: 25, documents: 25, total: 25, done: true });
  expect(batches.flatMap(({ hits }) => hits).map((hit) => hit.match)).toEqual(Array(25).fill('规模'));
});

test('aborting stops the worker between two documents, and it goes on to the next job', async () => {
  const pool = poolOn(await longProject(25));
  const stop = new AbortController();
  const batches: SearchBatch[] = [];
  const reading = (async () => {
    for await (const batch of pool.stream('search', QUERY, stop.signal)) {
      batches.push(batch);
      stop.abort();
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(batches.length).toBeGreaterThan(0);
  expect(batches.at(-1)?.searched).toBeLessThan(25);
  expect((await pool.run('check', {})).ok).toBe(true);
});

test('leaving the iteration stops the worker too, and a stream that was cancelled before it began tells nothing', async () => {
  const pool = poolOn(await longProject(25));
  for await (const batch of pool.stream('search', QUERY)) {
    expect(batch.done).toBe(false);
    break;
  }
  // Both workers are free again.
  await Promise.all([pool.run('check', {}), pool.run('check', {})]);
  await expect(pool.stream('search', QUERY, AbortSignal.abort()).next()).rejects.toMatchObject({
    code: 'CANCELLED',
  });
});

test('closing the pool ends a stream as cancelled', async () => {
  const pool = poolOn(await longProject(25));
  const stream = pool.stream('search', QUERY);
  await stream.next();
  const [next] = await Promise.allSettled([
    (async () => {
      for await (const _ of stream);
    })(),
    pool.close(),
  ]);
  expect(next).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } });
});

/** @returns an empty folder that goes with the test */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'colligo-pool-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('an export says how far it is, and at the end what was written', async () => {
  const pool = poolOn(await longProject(25));
  const target = join(folder(), 'dataset');
  const events: DatasetEvent[] = [];
  for await (const event of pool.stream('dataset', { target, texts: true, images: false }))
    events.push(event);
  expect(events[0]).toEqual({ type: 'progress', done: 0, total: expect.any(Number) });
  expect(events.at(-1)).toMatchObject({ type: 'finished', dataset: { name: 'dataset', format: 'package' } });
  expect(existsSync(join(target, 'datapackage.json'))).toBe(true);
});

test('an export that is stopped leaves nothing behind', async () => {
  const pool = poolOn(await longProject(25));
  const place = folder();
  const stop = new AbortController();
  const writing = (async () => {
    const input = { target: join(place, 'dataset.zip'), texts: true, images: false };
    for await (const _ of pool.stream('dataset', input, stop.signal)) stop.abort();
  })();
  await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(place)).toEqual([]);
});

test('what fails in an export is said as it is', async () => {
  const pool = poolOn(await longProject(1));
  const writing = pool.stream('dataset', {
    target: join(folder(), 'dataset.xlsx'),
    format: 'csv',
    texts: true,
    images: false,
  });
  await expect(writing.next()).rejects.toMatchObject({ code: 'REFUSED' });
});
