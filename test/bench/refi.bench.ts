import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { type Cells, insertAll, rowsOf, withBare } from './kit/bare.ts';
import { codeEverywhere } from './kit/coding.ts';
import { quantile, record, timed } from './kit/measure.ts';
import { writePlans } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const DOCUMENTS = 1000;
const CODINGS = 100_000;
const TIMES = 3;
const CLI = join(import.meta.dirname, '../../out/main/cli.js');

/** What an exchange carries, in the order in which rows refer to each other. */
const TABLES = [
  'blobs',
  'texts',
  'readings',
  'blocks',
  'coders',
  'codes',
  'documents',
  'versions',
  'passages',
  'anchors',
  'codings',
];

const workshop = new Workshop();
const project = workshop.at('p.colligo');
const archive = workshop.at('out.qdpx');

beforeAll(async () => {
  writePlans(workshop.at('plans'), DOCUMENTS);
  await workshop.make('p.colligo');
  await workshop.import(workshop.at('plans'));
  expect(codeEverywhere(workshop.engine.session.project, CODINGS)).toBe(CODINGS);
  await workshop.client.project.close();
});

/** Runs the command line as a program of its own; @returns how long it took, ms, and the peak of its memory by thirds, MiB */
async function besides(...args: readonly string[]): Promise<{ ms: number; peaks: number[] }> {
  const env = { ...process.env, COLLIGO_HOME: workshop.at('.home') };
  const held: number[] = [];
  const ms = await timed(async () => {
    const child = spawn(process.execPath, [CLI, ...args], { env, stdio: 'ignore' });
    const timer = setInterval(() => held.push(residentOf(child.pid)), 50);
    const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
    clearInterval(timer);
    expect(code).toBe(0);
  });
  const third = Math.ceil(held.length / 3);
  return {
    ms,
    peaks: [0, 1, 2].map((part) => Math.max(0, ...held.slice(part * third, (part + 1) * third))),
  };
}

/** @returns what a process holds in memory, in MiB; 0 where the system does not tell */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Unpacks the archive and inserts the same rows by bare statements: the least that carrying them costs. */
function unpackAndInsert(): void {
  const rows = withBare(
    project,
    (db): Record<string, Cells[]> => Object.fromEntries(TABLES.map((table) => [table, rowsOf(db, table)])),
  );
  const schema = withBare(project, (db) =>
    db
      .prepare<[], { sql: string }>(
        `SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name IN (${TABLES.map(
          (table) => `'${table}'`,
        ).join(', ')}) ORDER BY type DESC`,
      )
      .all()
      .map((row) => row.sql),
  );
  rmSync(workshop.at('bare.db'), { force: true });
  limits.push(
    timedNow(() => {
      expect(Object.keys(unzipSync(readFileSync(archive))).length).toBeGreaterThan(DOCUMENTS);
      withBare(workshop.at('bare.db'), (db) => {
        for (const statement of schema) db.exec(statement);
        db.pragma('foreign_keys = OFF');
        insertAll(db, rows);
      });
    }),
  );
}

const limits: number[] = [];
function timedNow(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

const shown = (peaks: readonly number[]) => `memory by thirds ${peaks.map(Math.round).join(', ')} MiB`;

test('a REFI-QDA project out and in', async () => {
  const out = { ms: [] as number[], peaks: [] as number[] };
  const back = { ms: [] as number[], peaks: [] as number[] };
  for (let turn = 0; turn < TIMES; turn++) {
    rmSync(archive, { force: true });
    const exported = await besides('export', project, archive);
    out.ms.push(exported.ms);
    out.peaks = exported.peaks;
    const name = `back-${turn}.colligo`;
    await workshop.make(name);
    await workshop.client.project.close();
    const imported = await besides('import', workshop.at(name), archive);
    back.ms.push(imported.ms);
    back.peaks = imported.peaks;
    unpackAndInsert();
  }
  const of = `${DOCUMENTS.toLocaleString('en')} documents, ${CODINGS.toLocaleString('en')} codings`;
  const limit = quantile(limits);
  const limitIs = 'unzip and insert the same rows; words and search not made';
  const size = `${(statSync(archive).size / 1024 / 1024).toFixed(0)} MiB`;
  record({
    what: `export .qdpx of ${of}`,
    ours: quantile(out.ms),
    limit,
    limitIs,
    besides: `${size}; ${shown(out.peaks)}`,
  });
  record({
    what: `import .qdpx of ${of}`,
    ours: quantile(back.ms),
    limit,
    limitIs,
    besides: shown(back.peaks),
  });
});
