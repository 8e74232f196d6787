import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSources } from '../../../src/engine/import/sources.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colligo-sources-'));
  for (const name of ['deep/er', '.hidden', 'empty']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of [
    'plan 10.md',
    'plan 2.MD',
    'b.odt',
    'deep/c.txt',
    'deep/er/d.markdown',
    '.e.md',
    '.hidden/f.md',
  ]) {
    writeFileSync(join(folder, name), 'Text.');
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify([{ file: 'plan 10.md', title: 'Ten' }]));
  symlinkSync(folder, join(folder, 'deep/circle'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const rows = async (...names: string[]) =>
  (await findSources(names.map((name) => join(folder, name)))).map((row) =>
    'source' in row ? `${row.name} (${row.source.format})` : `${row.name} ${row.state}: ${row.message}`,
  );

describe('what a person picked', () => {
  it('is a folder: its texts in order, subfolders too, everything else skipped with the reason, hidden files silently', async () => {
    expect(await rows('.')).toEqual([
      'b.odt skipped: Only .pdf, .docx, .html, .md, .txt, .png, .jpg, .gif, .webp and .bmp files can be read: convert it first.',
      'deep/c.txt (plain)',
      'deep/circle skipped: Links and special files are passed over: choose the file itself.',
      'deep/er/d.markdown (markdown)',
      'manifest.json skipped: In a folder a JSON file is passed over: choose the manifest itself to import the texts that it lists.',
      'plan 2.MD (markdown)',
      'plan 10.md (markdown)',
    ]);
  });

  it('is files, in the order they were picked, each once', async () => {
    expect(await rows('plan 10.md', 'deep/c.txt', 'b.odt', 'plan 10.md')).toEqual([
      'plan 10.md (markdown)',
      'c.txt (plain)',
      'b.odt failed: Only .pdf, .docx, .html, .md, .txt, .png, .jpg, .gif, .webp and .bmp files can be read: convert it first.',
      'plan 10.md skipped: The file was chosen twice: it is read once.',
    ]);
  });

  it('is a manifest, whose own words stay with the text', async () => {
    const [row] = await findSources([join(folder, 'manifest.json')]);
    expect(row).toMatchObject({ source: { title: 'Ten', path: join(folder, 'plan 10.md') } });
  });

  it('is nothing that can be read', async () => {
    expect(await rows('gone.md', 'empty')).toEqual([
      'gone.md failed: The file is not there any more: choose it again.',
      'empty failed: The folder holds no files: choose another.',
    ]);
    expect(await findSources([])).toEqual([]);
  });
});
