import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MIB } from '../../../src/engine/import/limits.ts';

const READER = join(import.meta.dirname, '../../../src/engine/import/read-file.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colligo-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a file in a process of its own and tells what came of it and the most memory that the process ever held. */
function measure(path: string, format: string): { words?: number; code?: string; mebibytes: number } {
  const program = `
    const { readFile } = await import(${JSON.stringify(READER)});
    const [path, format] = process.argv.slice(1);
    const told = await readFile({ path, format, language: 'en' }).then(
      ({ reading }) => ({ words: reading.words.length / 2 }),
      ({ code }) => ({ code }),
    );
    console.log(JSON.stringify({ ...told, mebibytes: process.resourceUsage().maxRSS / 1024 }));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program, path, format], {
    encoding: 'utf8',
  });
  return JSON.parse(said);
}

const PARAGRAPH = `${'A sentence of “eight words” for the test. '.repeat(8).trim()}\n\n`;

it('reads 50 MB of plain text in less than a gigabyte', { timeout: 180_000 }, () => {
  const path = join(folder, 'large.txt');
  const times = Math.floor((50 * MIB) / Buffer.byteLength(PARAGRAPH));
  writeFileSync(path, PARAGRAPH.repeat(times));
  const { words, mebibytes } = measure(path, 'plain');
  expect(words).toBe(times * 64);
  expect(mebibytes).toBeLessThan(1024);
});

it('refuses 50 MB of Markdown at once', { timeout: 60_000 }, () => {
  const path = join(folder, 'large.md');
  writeFileSync(path, Buffer.alloc(50 * MIB, PARAGRAPH));
  const { code, mebibytes } = measure(path, 'markdown');
  expect(code).toBe('too_large');
  expect(mebibytes).toBeLessThan(256);
});

it('stops a parser that asks for too much before it takes a gigabyte', { timeout: 120_000 }, () => {
  const path = join(folder, 'table.md');
  writeFileSync(path, `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(500_000)}`);
  const { code, mebibytes } = measure(path, 'markdown');
  expect(code).toBe('out_of_memory');
  expect(mebibytes).toBeLessThan(1024);
});
