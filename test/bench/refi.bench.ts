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

/** Two projects whose documents are alike, so that memory that grows with their number shows; the larger one is timed. */
const FEW = 250;
const MANY = 1000;
const CODINGS_EACH = 100;
const TIMES = 3;
/** V8 lets what is no longer needed lie as long as there is room: what a program needs shows where there is little. */
const LEAN = ['--max-old-space-size=48', '--max-semi-space-size=2'];
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
const projectOf = (documents: number) => workshop.at(`p-${documents}.colligo`);
const archiveOf = (documents: number) => workshop.at(`out-${documents}.qdpx`);

beforeAll(async () => {
  for (const documents of [FEW, MANY]) {
    const plans = workshop.at(`plans-${documents}`);
    writePlans(plans, documents);
    await workshop.make(`p-${documents}.colligo`);
    await workshop.import(plans);
    const codings = documents * CODINGS_EACH;
    expect(codeEverywhere(workshop.engine.session.project, codings)).toBe(codings);
    await workshop.client.project.close();
  }
});

/** How long a run took, in ms, and the peak of its memory by thirds, in MiB. */
interface Run {
  readonly ms: number;
  readonly peaks: readonly number[];
}

/** Runs the command line as a program of its own. @param flags of Node, such as `LEAN` */
async function besides(flags: readonly string[], ...args: readonly string[]): Promise<Run> {
  const env = { ...process.env, COLLIGO_HOME: workshop.at('.home') };
  const held: number[] = [];
  const ms = await timed(async () => {
    const child = spawn(process.execPath, [...flags, CLI, ...args], { env, stdio: 'ignore' });
    const timer = setInterval(() => held.push(memoryOf(child.pid)), 50);
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

/** @returns what a process itself holds in memory, in MiB; pages of files are the system's. 0 where it does not tell */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Unpacks the archive and inserts the same rows by bare statements: the least that carrying them costs; @returns ms */
function unpackAndInsert(documents: number): number {
  const rows = withBare(
    projectOf(documents),
    (db): Record<string, Cells[]> => Object.fromEntries(TABLES.map((table) => [table, rowsOf(db, table)])),
  );
  const schema = withBare(projectOf(documents), (db) =>
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
  const start = performance.now();
  expect(Object.keys(unzipSync(readFileSync(archiveOf(documents)))).length).toBeGreaterThan(documents);
  withBare(workshop.at('bare.db'), (db) => {
    for (const statement of schema) db.exec(statement);
    db.pragma('foreign_keys = OFF');
    insertAll(db, rows);
  });
  return performance.now() - start;
}

async function exported(documents: number, flags: readonly string[] = []): Promise<Run> {
  rmSync(archiveOf(documents), { force: true });
  return besides(flags, 'export', projectOf(documents), archiveOf(documents));
}

async function imported(documents: number, flags: readonly string[] = []): Promise<Run> {
  rmSync(workshop.at('back.colligo'), { force: true });
  await workshop.make('back.colligo');
  await workshop.client.project.close();
  return besides(flags, 'import', workshop.at('back.colligo'), archiveOf(documents));
}

const median = (runs: readonly Run[]) => quantile(runs.map(({ ms }) => ms));

/** @returns the thirds of a run of each size in a lean heap, what the larger takes more at its peak, and what it takes otherwise */
function memory(few: Run, many: Run, ordinary: readonly Run[]): string {
  const peak = ({ peaks }: Run) => Math.max(...peaks);
  const thirds = ({ peaks }: Run) => peaks.map(Math.round).join(', ');
  const ratio = (peak(many) / peak(few)).toFixed(2);
  const most = Math.round(Math.min(...ordinary.map(peak)));
  return `memory in a lean heap ${thirds(many)} MiB, ${FEW} documents ${thirds(few)} MiB: ${ratio}×; else ${most} MiB`;
}

test('a REFI-QDA project out and in', async () => {
  const lean = {
    few: { out: await exported(FEW, LEAN), back: await imported(FEW, LEAN) },
    many: { out: await exported(MANY, LEAN), back: await imported(MANY, LEAN) },
  };
  const out: Run[] = [];
  const back: Run[] = [];
  const limits: number[] = [];
  for (let turn = 0; turn < TIMES; turn++) {
    out.push(await exported(MANY));
    back.push(await imported(MANY));
    limits.push(unpackAndInsert(MANY));
  }
  const codings = (MANY * CODINGS_EACH).toLocaleString('en');
  const of = `${MANY.toLocaleString('en')} documents, ${codings} codings`;
  const limit = quantile(limits);
  const limitIs = 'unzip and insert the same rows; words and search not made';
  const size = `${(statSync(archiveOf(MANY)).size / 1024 / 1024).toFixed(0)} MiB`;
  record({
    what: `export .qdpx of ${of}`,
    ours: median(out),
    limit,
    limitIs,
    besides: `${size}; ${memory(lean.few.out, lean.many.out, out)}`,
  });
  record({
    what: `import .qdpx of ${of}`,
    ours: median(back),
    limit,
    limitIs,
    besides: memory(lean.few.back, lean.many.back, back),
  });
});
