import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readFrame } from '../../src/engine/dataset/frame.ts';
import { matrixRows } from '../../src/engine/dataset/matrix/rows.ts';
import { writeDataset } from '../../src/engine/dataset/write-dataset.ts';
import { search } from '../../src/engine/search/search.ts';
import { connect } from '../../src/engine/store/connect.ts';
import { bare, keepFiles, textsOf } from './kit/bare.ts';
import { codeEverywhere } from './kit/coding.ts';
import { byTurns, nothing, record, timed } from './kit/measure.ts';
import { writePlans } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const DOCUMENTS = 600;
const CODINGS = 100_000;
const CLI = join(import.meta.dirname, '../../out/main/cli.js');

const workshop = new Workshop();
const project = workshop.at('p.colligo');

beforeAll(async () => {
  const files = writePlans(workshop.at('plans'), DOCUMENTS);
  await workshop.make('p.colligo');
  await workshop.client.project.close();
  const { ours, peaks } = await importBesides(workshop.at('plans'));
  const texts = textsOf(project);
  expect(texts.size).toBe(DOCUMENTS);
  const limit = await timed(() => keepFiles(workshop.at('bare.db'), files, texts));
  record({
    what: `import ${DOCUMENTS} documents (a program of its own)`,
    ours,
    limit,
    limitIs: 'read, hash, insert bytes and texts; no parsing',
    besides: `${(statSync(project).size / 1024 / 1024).toFixed(0)} MiB; ${peaks}`,
  });
  await workshop.open('p.colligo');
  expect(codeEverywhere(workshop.engine.session.project, CODINGS)).toBe(CODINGS);
  await workshop.client.project.close();
});

/** Imports with the command line, watching its memory; @returns how long it took, and the peak after each third */
async function importBesides(folder: string): Promise<{ ours: number; peaks: string }> {
  const env = { ...process.env, COLLIGO_HOME: workshop.at('.home') };
  const held: number[] = [];
  const ours = await timed(async () => {
    const child = spawn(process.execPath, [CLI, 'import', project, folder], { env, stdio: 'ignore' });
    const timer = setInterval(() => held.push(residentOf(child.pid)), 50);
    const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
    clearInterval(timer);
    expect(code).toBe(0);
  });
  const third = Math.ceil(held.length / 3);
  const peaks = [0, 1, 2].map((part) => Math.max(0, ...held.slice(part * third, (part + 1) * third)));
  const known = peaks.some((peak) => peak > 0);
  return { ours, peaks: known ? `memory by thirds ${peaks.map(Math.round).join(', ')} MiB` : '' };
}

/** @returns what a process holds in memory, in MiB; 0 where the system does not tell */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test('search', async () => {
  const db = connect(project, 'read');
  const raw = bare(project);
  const scan = raw.prepare<[string], { n: number }>('SELECT count(*) AS n FROM texts WHERE instr(body, ?)');
  for (const words of ['semiconductor', 'artificial intelligence', 'nowheretobefound']) {
    const whole = () =>
      [...search(db, { query: `"${words}"`, kind: 'words', limit: 200 })].findLast((one) => one !== null);
    const found = whole();
    const { ours, limit } = await byTurns(
      7,
      { prepare: nothing, run: () => void whole() },
      { prepare: nothing, run: () => scan.get(words) },
    );
    record({
      what: `search “${words}”, first 200`,
      ours,
      limit,
      limitIs: 'scan of all texts by instr, exact case',
      besides: `${found?.total ?? 0} in all, counted`,
    });
  }
  raw.close();
  db.close();
});

test('matrix', async () => {
  const db = connect(project, 'read');
  const raw = bare(project);
  const counts = raw.prepare(`
    SELECT p.document_id, c.code_id, c.coder_id, count(*) FROM codings c JOIN passages p ON p.id = c.passage_id
    GROUP BY p.document_id, c.code_id, c.coder_id`);
  let rows = 0;
  const { ours, limit } = await byTurns(
    5,
    {
      prepare: nothing,
      run: () => {
        rows = [...matrixRows(readFrame(db), nothing)].length;
      },
    },
    { prepare: nothing, run: () => counts.all() },
  );
  record({
    what: `matrix of ${CODINGS.toLocaleString('en')} codings`,
    ours,
    limit,
    limitIs: 'GROUP BY document, code, coder; no words',
    besides: `${rows} rows`,
  });
  raw.close();
  db.close();
});

test('export', async () => {
  const db = connect(project, 'read');
  const target = workshop.at('dataset');
  let bytes = 0;
  const { ours, limit } = await byTurns(
    3,
    {
      prepare: () => rmSync(target, { recursive: true, force: true }),
      run: async () => {
        const { files } = await writeDataset(db, target, { texts: true });
        bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      },
    },
    {
      prepare: () => rmSync(workshop.at('copy'), { recursive: true, force: true }),
      run: () => cpSync(target, workshop.at('copy'), { recursive: true }),
    },
  );
  db.close();
  record({
    what: `export ${DOCUMENTS} documents, ${CODINGS.toLocaleString('en')} codings`,
    ours,
    limit,
    limitIs: 'copy of the same files, not flushed',
    besides: `${(bytes / 1024 / 1024).toFixed(0)} MiB`,
  });
});
