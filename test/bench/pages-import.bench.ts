import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPdf } from '../fixtures/pdf/build.ts';
import { quantile, record, timed } from './kit/measure.ts';
import { Workshop } from './kit/workshop.ts';

const CLI = join(import.meta.dirname, '../../out/main/cli.js');
const MANUAL = '/usr/share/R/doc/manual/fullrefman.pdf';
const hasPoppler = existsSync('/usr/bin/pdftotext');
const DOCUMENTS = 600;
const HUNDRED = 100;

const workshop = new Workshop();

/** What a process held at most so far, MiB (proc(5), VmHWM); 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test.skipIf(!existsSync(MANUAL) || !hasPoppler)('import of a manual', async () => {
  await workshop.make('p.colligo');
  await workshop.client.project.close();
  const env = { ...process.env, COLLIGO_HOME: workshop.at('.home') };
  let peak = 0;
  const ours = await timed(async () => {
    const args = [CLI, 'import', workshop.at('p.colligo'), MANUAL];
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
    const timer = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 50);
    const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
    clearInterval(timer);
    expect(code).toBe(0);
  });
  const text = workshop.at('manual.txt');
  const limit = await timed(() => execFileSync('pdftotext', [MANUAL, text]));
  const words = readFileSync(text, 'utf8').split(/\s+/).length;
  record({
    what: 'import 2,415 pages (a program of its own)',
    ours,
    limit,
    limitIs: "poppler's pdftotext: text alone, no places, nothing kept",
    besides: `peak ${peak.toFixed(0)} MiB; ${words.toLocaleString('en')} words by poppler`,
  });
  record({
    what: 'memory while 2,415 pages are imported',
    unit: 'MiB',
    ours: peak,
    limit: 1536,
    limitIs: '1.5 GiB',
    besides: `of a file of ${(statSync(MANUAL).size / 1024 / 1024).toFixed(1)} MiB`,
  });
});

/** A small plan on ten pages; each number gives another. */
const smallPlan = (number: number) =>
  buildPdf({
    title: `Plan ${number}`,
    deflate: true,
    pages: Array.from({ length: 10 }, (_, page) => ({
      lines: Array.from({ length: 40 }, (__, line) => ({
        text: `Plan ${number} says on page ${page + 1}, in line ${line + 1}, what its halls and schools are for.`,
        x: 60,
        y: 780 - line * 17,
        size: 11,
      })),
    })),
  });

test('import of 600 small PDFs, by hundreds', async () => {
  const folders = Array.from({ length: DOCUMENTS / HUNDRED }, (_, hundred) => {
    const folder = workshop.at(`plans-${hundred}`);
    mkdirSync(folder);
    for (let each = 0; each < HUNDRED; each++) {
      const number = hundred * HUNDRED + each;
      writeFileSync(join(folder, `plan-${String(number).padStart(4, '0')}.pdf`), smallPlan(number));
    }
    return folder;
  });
  await workshop.make('many.colligo');
  const taken: number[] = [];
  const held: number[] = [];
  for (const folder of folders) {
    taken.push(await timed(() => workshop.import(folder)));
    globalThis.gc?.();
    held.push(process.memoryUsage().rss / 1024 / 1024);
  }
  await workshop.client.project.close();
  record({
    what: 'import of 100 PDFs, from the 300th on',
    ours: quantile(taken.slice(3)),
    limit: quantile(taken.slice(0, 3)),
    limitIs: 'the first three hundreds',
    besides: `by hundreds ${taken.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
  });
  record({
    what: 'memory after 600 PDFs',
    unit: 'MiB',
    ours: held[5] ?? 0,
    limit: held[2] ?? 0,
    limitIs: 'after 300',
    besides: `by hundreds ${held.map(Math.round).join(', ')} MiB`,
  });
});
