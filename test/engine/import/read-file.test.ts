import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ImportError, type ImportErrorCode } from '../../../src/engine/import/errors.ts';
import { LIMITS } from '../../../src/engine/import/limits.ts';
import { FileReader, readFile } from '../../../src/engine/import/read-file.ts';
import type { Progress, Readable } from '../../../src/engine/import/read-source.ts';

let folder: string;
let reader = new FileReader();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colligo-read-'));
});
afterEach(async () => {
  await reader.close();
  reader = new FileReader();
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array, more: Partial<Readable> = {}): Readable {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { path, format: name.endsWith('.md') ? 'markdown' : 'plain', language: 'en', ...more };
}

async function refusal(source: Readable, from = reader): Promise<{ code: ImportErrorCode; message: string }> {
  const error = await from.read(source).then(
    () => new Error('It was read.'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  const { code, message } = error as ImportError;
  // One sentence: it ends with a full stop and has none before.
  expect(message).toMatch(/^[A-Z][^.]*(?:\.\w[^.]*)*\.$/);
  return { code, message };
}

/** Markdown that the parser cannot get through in any time a person would wait. */
const ENDLESS = Array.from({ length: 3000 }, (_, index) => `${'`'.repeat(index)}a`).join('');

describe('reading a file', () => {
  it('gives its text, structure, words, sentences and its very bytes', async () => {
    const content = '\ufeff# Title 😀\r\n\r\nFirst sentence. Second *one*.\r\n';
    const source = write('a.md', content);
    const file = await reader.read(source);
    const bytes = readFileSync(source.path ?? '');
    expect(Buffer.from(file.bytes).equals(bytes)).toBe(true);
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(file).toMatchObject({ mediaType: 'text/markdown', encoding: 'utf-8' });
    expect(file.reading).toEqual({
      text: 'Title 😀\n\nFirst sentence. Second one.',
      blocks: [
        { kind: 'heading', level: 1, start: 0, end: 8 },
        {
          kind: 'paragraph',
          level: null,
          start: 10,
          end: 37,
          marks: [{ kind: 'emphasis', start: 33, end: 36 }],
        },
      ],
      words: Uint32Array.from([0, 5, 10, 15, 16, 24, 26, 32, 33, 36]),
      sentences: Uint32Array.from([0, 8, 10, 25, 26, 37]),
      extractor: 'markdown-1',
      language: 'en',
      icu: process.versions['icu'],
      notices: [],
    });
  });

  it('takes bytes as well as a path, and leaves them to the caller', async () => {
    const bytes = new TextEncoder().encode('\ufeffDropped.');
    const file = await reader.read({ bytes, format: 'plain', language: 'en' });
    expect(file.reading.text).toBe('Dropped.');
    expect(file.reading.extractor).toBe('plain-1');
    expect(bytes.length).toBe(11);
  });

  it('tells how far it is', async () => {
    const told: Progress[] = [];
    await reader.read(write('long.txt', 'Some words of a plan.\n\n'.repeat(30_000)), {
      onProgress: (progress) => told.push(progress),
    });
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['reading', 'parsing', 'segmenting']);
    expect(told.filter(({ stage }) => stage === 'segmenting').length).toBeGreaterThan(1);
    expect(told.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
  });

  it('keeps one worker for many files, which come back in order', async () => {
    const sources = Array.from({ length: 600 }, (_, index) =>
      write(`many-${index}.md`, `# Plan ${index}\n\nText.`),
    );
    let started = 0;
    const count = () => started++;
    process.on('worker', count);
    const files = await Promise.all(sources.map((source) => reader.read(source)));
    expect(files.map(({ reading }) => reading.text)).toEqual(
      sources.map((_, index) => `Plan ${index}\n\nText.`),
    );
    process.off('worker', count);
    expect(started).toBeLessThanOrEqual(1);
  });

  it('can be done once without keeping a reader', async () => {
    expect((await readFile(write('once.txt', 'Once.'))).reading.text).toBe('Once.');
  });
});

describe('a file that cannot be read', () => {
  it('says why, and the next one is read', async () => {
    expect(await refusal({ path: join(folder, 'gone.md'), format: 'markdown', language: 'en' })).toEqual({
      code: 'missing',
      message: 'The file is not there any more: choose it again.',
    });
    expect(await refusal({ path: folder, format: 'plain', language: 'en' })).toMatchObject({
      code: 'unreadable',
    });
    expect(await refusal(write('empty.md', ''))).toMatchObject({ code: 'empty' });
    expect(await refusal(write('rules.md', '***\n\n[a]: /b\n'))).toEqual({
      code: 'empty',
      message: 'The file shows no text, only markup: choose one that holds text.',
    });
    expect(await refusal(write('page.md', '%PDF-1.4\n\0\x01'))).toMatchObject({ code: 'binary' });
    expect((await reader.read(write('good.md', 'Good.'))).reading.text).toBe('Good.');
  });

  it('is one that is not what the manifest means', async () => {
    const sha256 = createHash('sha256').update('Right.').digest('hex');
    expect(await refusal(write('wrong.txt', 'Wrong.', { sha256 }))).toEqual({
      code: 'checksum',
      message:
        "The file does not match the manifest's SHA-256: get the file that the manifest means, or correct the manifest.",
    });
    expect((await reader.read(write('right.txt', 'Right.', { sha256 }))).sha256).toBe(sha256);
  });

  it('is one that is too large, which the message measures', async () => {
    expect(await refusal(write('huge.md', Buffer.alloc(33 * 1024 * 1024, 'word ')))).toEqual({
      code: 'too_large',
      message:
        'The file holds 33 MB, more than the 32 MB that can be read of this format: split it and import the pieces.',
    });
  });

  it('is one that takes too long: the worker is stopped, the next file gets a new one', async () => {
    const hasty = new FileReader({ ...LIMITS, time: 1_500, timePerMegabyte: 0 });
    try {
      const [slow, next] = await Promise.all([
        refusal(write('endless.md', ENDLESS), hasty),
        hasty.read(write('next.md', 'Next.')),
      ]);
      expect(slow.code).toBe('too_slow');
      expect(next.reading.text).toBe('Next.');
    } finally {
      await hasty.close();
    }
  });

  it('is one that takes too much memory', async () => {
    const small = new FileReader({ ...LIMITS, heap: 64 });
    try {
      expect((await refusal(write('wide.md', '- item\n'.repeat(40_000)), small)).code).toBe('out_of_memory');
      expect((await small.read(write('after.md', 'After.'))).reading.text).toBe('After.');
    } finally {
      await small.close();
    }
  });

  it('is one that was cancelled, before or while it is read', async () => {
    const source = write('endless.md', ENDLESS);
    await expect(reader.read(source, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await expect(reader.read(source, { signal: AbortSignal.timeout(300) })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect((await reader.read(write('then.md', 'Then.'))).reading.text).toBe('Then.');
  });

  it('is one whose reader was closed, and those behind it', async () => {
    const source = write('endless.md', ENDLESS);
    const waiting = [reader.read(source), reader.read(source)];
    const codes = Promise.all(waiting.map((file) => file.catch((error: ImportError) => error.code)));
    setTimeout(() => void reader.close(), 300);
    expect(await codes).toEqual(['cancelled', 'cancelled']);
  });
});

describe('hostile Markdown', () => {
  const deep = 10_000;
  it.each([
    ['quotations in quotations', `${'> '.repeat(deep)}x`],
    ['lists in lists', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- x\n`).join('')],
    ['lists in one line', `${'- '.repeat(3_000)}x`],
    ['opening brackets', '['.repeat(deep)],
    ['images in images', '!['.repeat(deep) + '](u)'.repeat(10)],
    ['links that never end', '[a](b'.repeat(deep)],
    ['emphasis that never ends', '*a **b '.repeat(deep)],
    ['comments that never end', '<!-- '.repeat(deep)],
    ['entities', '&amp'.repeat(deep)],
    ['a table of pipes', `${'|'.repeat(deep)}\n${'|-'.repeat(deep)}`],
    ['backticks', ENDLESS.slice(0, 200_000)],
  ])('is read or refused in time: %s', { timeout: 60_000 }, async (_, source) => {
    const patient = new FileReader({ ...LIMITS, time: 2_500 });
    try {
      const file = await patient.read(write('hostile.md', source)).catch((error: ImportError) => error);
      if (file instanceof ImportError)
        expect(file.code).toBeOneOf(['too_complex', 'too_slow', 'out_of_memory']);
      else expect(file.reading.text.length).toBeGreaterThan(0);
      // The reader has survived, whatever became of the file.
      expect((await patient.read(write('alive.md', 'Alive.'))).reading.text).toBe('Alive.');
    } finally {
      await patient.close();
    }
  });
});
