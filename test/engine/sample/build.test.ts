import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLE_FILE, screenFileOf } from '../../../src/engine/sample/names.ts';
import { findQuote } from '../../../src/engine/sample/quotes.ts';
import { tempFolder } from '../kit/project.ts';
import { makeSample, SOURCES } from './kit.ts';

// The work of two coders, twice over: a machine that is busy with other things needs its time.
test('the same sources give the same bytes', { timeout: 180_000 }, async () => {
  const [one, other] = [tempFolder(), tempFolder()];
  const files = [await makeSample(one), await makeSample(other)].map((path) => readFileSync(path));
  expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true);
  const screens = [one, other].map((folder) => readFileSync(join(folder, screenFileOf(SAMPLE_FILE)), 'utf8'));
  expect(screens[0]).toBe(screens[1]);
});

/** The sources with one file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = tempFolder();
  cpSync(SOURCES, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(SOURCES, file), 'utf8')));
  return folder;
}

describe('sources that contradict each other are refused in one sentence:', () => {
  test('a quote that the brief does not have', async () => {
    const sources = changed('briefs/us.md', (text) => text.replace('tariffs wait', 'duties wait'));
    await expect(makeSample(tempFolder(), sources)).rejects.toThrow(
      /^The quote “Allies are .+” does not occur in the brief “us”\.$/,
    );
  });

  test('a code that the taxonomy does not have', async () => {
    const sources = changed('coded/apec.json', (text) => text.replace('AI literacy', 'AI litteracy'));
    await expect(makeSample(tempFolder(), sources)).rejects.toThrow(
      'No code of the taxonomy is called “AI litteracy”.',
    );
  });

  test('a memo that is written at no time of the diary', async () => {
    const sources = changed('memos.json', (text) =>
      text.replace('2026-01-21T10:00:00Z', '2026-01-22T10:00:00Z'),
    );
    await expect(makeSample(tempFolder(), sources)).rejects.toThrow(/belongs to no stretch of the diary\.$/);
  });

  test('something that is not understood', async () => {
    const sources = changed('project.json', (text) => text.replace('"kind": "date"', '"kind": "time"'));
    await expect(makeSample(tempFolder(), sources)).rejects.toThrow(
      /^The sample's project\.json is not understood\./,
    );
  });
});

test('words that occur several times must say which they are', () => {
  const text = 'one two one';
  expect(findQuote(text, { quote: 'one', occurrence: 2 }, 'it')).toEqual({ start: 8, end: 11 });
  expect(() => findQuote(text, { quote: 'one' }, 'it')).toThrow(
    'occurs 2 times in it: say which one is meant.',
  );
  expect(() => findQuote(text, { quote: 'one', occurrence: 3 }, 'it')).toThrow(
    'occurs only 2 times, not 3 in it.',
  );
});
