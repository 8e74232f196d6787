import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileReader } from '../../../src/engine/import/read-file.ts';
import type { ReadFile } from '../../../src/engine/import/read-source.ts';
import { findSources } from '../../../src/engine/import/sources.ts';

/** The six real plans lie beside the repository; where they don't, there is nothing to read and the tests say so. */
const PLANS = join(import.meta.dirname, '../../../../shared/plans');
const present = existsSync(join(PLANS, 'manifest.json'));
if (!present) console.warn(`The real plans are not at ${PLANS}: their tests are skipped.`);

interface Facts {
  readonly id: string;
  readonly file: string;
  readonly words: number;
  readonly sha256: string;
}

const facts: Facts[] = present ? JSON.parse(readFileSync(join(PLANS, 'manifest.json'), 'utf8')).plans : [];
const files = new Map<string, ReadFile>();

const source = (id: string) => readFileSync(join(PLANS, `${id}.md`), 'utf8');
const reading = (id: string) => files.get(id)?.reading ?? expect.fail(`${id} was not read`);
const blocksOf = (id: string) =>
  reading(id).blocks.map(({ start, end }) => reading(id).text.slice(start, end));

/** Letters and digits; superscript numbers of notes stand against the word before them in one rendering and not in another. */
const wordsIn = (text: string) => text.match(/[\p{L}\p{Nd}]+/gu) ?? [];

/** A plain-text rendering that owes nothing to our reader: markup is taken away by its looks, line by line. */
const stripped = (markdown: string) =>
  markdown
    .replace(/\]\([^)\n]*\)/g, ']')
    .replace(/^[ \t]*(?:[-*+]|#{1,6}|>)[ \t]+/gm, '')
    .replace(/[*`[\]]/g, '')
    .replace(/\\([^\w\s])/g, '$1');

beforeAll(async () => {
  if (!present) return;
  const reader = new FileReader();
  for (const row of await findSources([join(PLANS, 'manifest.json')])) {
    if (!('source' in row)) throw new Error(`${row.name}: ${row.message}`);
    files.set(row.source.key ?? '', await reader.read({ language: 'en', ...row.source }));
  }
  await reader.close();
});

afterAll(() => files.clear());

describe.skipIf(!present)('the six real plans', () => {
  it('are all read from their manifest, with the checksums it gives and nothing to report', () => {
    expect([...files.keys()]).toEqual(facts.map(({ id }) => id));
    for (const { id, sha256 } of facts) {
      expect(files.get(id)?.sha256).toBe(sha256);
      expect(reading(id).notices).toEqual([]);
    }
  });

  it.each(facts.map(({ id }) => id))(
    'hold all words of an independent rendering, in order, and no others: %s',
    (id) => {
      expect(wordsIn(reading(id).text)).toEqual(wordsIn(stripped(source(id))));
    },
  );

  it.each(facts.map(({ id, words }) => [id, words] as const))(
    'have about the words that the manifest counts: %s',
    (id, words) => {
      // The manifest counts runs between white space in the source, bullets included. ICU counts "AI-led" as two and a bullet
      // as none: between half a per cent and two per cent more, in these six.
      const ours = reading(id).words.length / 2;
      expect(ours / words).toBeGreaterThan(1);
      expect(ours / words).toBeLessThan(1.025);
      const runs = source(id).split(/\s+/).filter(Boolean);
      expect(runs).toHaveLength(words);
      const bullets = source(id).match(/^[ \t]*[-*] /gm)?.length ?? 0;
      expect(reading(id).text.split(/\s+/).filter(Boolean)).toHaveLength(words - bullets);
    },
  );

  it.each(facts.map(({ id }) => id))('leave only separators between their blocks: %s', (id) => {
    const { text, blocks } = reading(id);
    let end = 0;
    for (const block of blocks) {
      expect(text.slice(end, block.start)).toMatch(/^\n*$/);
      expect(block.end).toBeGreaterThan(block.start);
      end = block.end;
    }
    expect(end).toBe(text.length);
  });
});

describe.skipIf(!present)('what can be counted in them', () => {
  it('is 50 recommendations in the British one, each number once as printed', () => {
    // Numbered lines that are not headings: a heading's text stands in the table of contents, before a tab.
    const lines = source('uk').split('\n');
    const contents = new Set(lines.filter((line) => line.includes('\t')).map((line) => line.split('\t')[0]));
    const printed = lines
      .map((line) => /^(?:- )?((\d{1,2})\. .+)$/.exec(line))
      .filter((match) => match !== null)
      .filter(([, line = '']) => !contents.has(line.split('\t')[0]));
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(printed.map(([, , number]) => Number(number))).toEqual(numbers);
    const blocks = blocksOf('uk');
    for (const [, line = '', number] of printed) {
      const begin = stripped(line).slice(0, 40);
      expect(begin.startsWith(`${number}. `)).toBe(true);
      expect(blocks.filter((block) => stripped(block).startsWith(begin))).toHaveLength(1);
    }
    const numbered = blocks
      .map((block) => /^(\d+)\. /.exec(block)?.[1])
      .filter((number) => number !== undefined);
    for (const number of numbers) {
      // Three chapters are numbered too, in the contents and at their head.
      expect(numbered.filter((found) => Number(found) === number)).toHaveLength(number <= 3 ? 3 : 1);
    }
  });

  it('is 13 points in the Chinese one', () => {
    const numbers = blocksOf('china')
      .map((block) => /^(\d+)\./.exec(block)?.[1])
      .filter((number) => number !== undefined);
    expect(numbers.map(Number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it('is 9 actions, 5 sections before the conclusion, 3 pillars', () => {
    const beginnings = (id: string, pattern: RegExp) =>
      blocksOf(id)
        .map((block) => pattern.exec(block)?.[1])
        .filter((found) => found !== undefined);
    expect(beginnings('australia', /^Action (\d): [^\t]*$/)).toEqual([...'123456789']);
    expect(beginnings('eu', /^(\d)\. [^\t]*$/)).toEqual([...'123456']);
    expect(beginnings('us', /^Pillar (I+): .*[a-z]$/i)).toEqual(['I', 'II', 'III']);
  });

  it('is a table of sectors and member states in the European one, whose tabs are kept', () => {
    const rows = source('eu')
      .split('\n')
      .filter((line) => line.includes('\t'));
    const table = blocksOf('eu').find((block) => block.includes('\t')) ?? '';
    expect(table.split('\n')).toEqual(expect.arrayContaining(rows));
    expect(new Set(rows.map((row) => row.split('\t').length)).size).toBe(1);
  });

  it('cites its sources by links, whose targets are data', () => {
    for (const id of ['uk', 'australia', 'eu']) {
      const { text, blocks } = reading(id);
      const links = blocks.flatMap(({ marks = [] }) => marks).filter(({ kind }) => kind === 'link');
      const written = [...source(id).matchAll(/\]\(([^)\n]*)\)/g)].map(([, target]) => target);
      expect(links.filter(({ target }) => target === '#')).toHaveLength(written.length);
      expect(new Set(written)).toEqual(new Set(['#']));
      expect(text).not.toContain('](');
    }
  });
});
