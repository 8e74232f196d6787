import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ENDINGS, type Format } from '../../src/contract/exports.ts';
import { makeCoded, SIZE } from './kit/coded.ts';
import { record } from './kit/measure.ts';
import { heldBy } from './kit/memory.ts';
import { Workshop } from './kit/workshop.ts';

/** So many times larger is the one project. */
const TIMES = 10;

/** How often memory is looked at, ms: looking takes a while itself. */
const EVERY = 200;

const FORMATS: readonly Format[] = ['csv', 'parquet', 'w3c', 'jsonl', 'package', 'xlsx'];

/**
 * V8 collects what is of no use any more the later the more memory the machine has, and the longer a program runs. It is
 * told to do so early, so that what is measured is what an export holds; one that held more than this would die (MiB).
 */
const TIDY = ['--max-old-space-size=48', '--max-semi-space-size=4'];

const CHILD = join(import.meta.dirname, 'kit/export-child.ts');
const RAW = join(import.meta.dirname, '../engine/store/children/raw.ts');

const workshop = new Workshop();

beforeAll(async () => {
  const { documents, codings, codes } = SIZE;
  await makeCoded(workshop, 'large.colligo', SIZE);
  const tenth = Math.ceil(codings / TIMES);
  await makeCoded(workshop, 'sparse.colligo', { documents, codings: tenth, codes });
  await makeCoded(workshop, 'small.colligo', {
    documents: Math.ceil(documents / TIMES),
    codings: tenth,
    codes,
  });
});

/** Exports in a process of its own; @returns the most that it held, MiB */
async function peakOf(project: string, format: Format): Promise<number> {
  const target = workshop.at(`dataset${ENDINGS[format] ?? ''}`);
  const child = spawn(
    process.execPath,
    ['--no-warnings', ...TIDY, '--import', RAW, CHILD, workshop.at(project), target, format],
    { stdio: 'inherit' },
  );
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, heldBy(child.pid ?? 0) ?? 0);
  };
  const timer = setInterval(look, EVERY);
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  clearInterval(timer);
  rmSync(target, { recursive: true, force: true });
  expect(code).toBe(0);
  return peak;
}

test('an export takes as much memory, however many codings and documents there are', async () => {
  for (const format of FORMATS) {
    const ours = await peakOf('large.colligo', format);
    const row = {
      unit: 'MiB',
      what: `export as ${format}: memory at its peak, ${SIZE.codings.toLocaleString('en')} codings`,
      ours,
      besides: '',
    } as const;
    record({
      ...row,
      limit: await peakOf('sparse.colligo', format),
      limitIs: 'the same documents with a tenth of the codings',
    });
    record({
      ...row,
      limit: await peakOf('small.colligo', format),
      limitIs: 'a tenth of the documents with a tenth of the codings',
    });
  }
});
