import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { pictureOf } from '../../../src/engine/pictures/picture.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { packGlyphs } from '../../../src/text/glyph-packing.ts';
import { readingOf } from '../kit/documents.ts';
import { addPages, PAGE, RED } from '../kit/pages.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { readBack } from './read-back.ts';
import { as, review, writeFrom } from './work.ts';

const IMAGES = { texts: true, images: true };

async function study() {
  const project = await newProject();
  const document = addPages(project, 'Plan', [
    { text: 'One 🙂 two.', label: '-iv' },
    { text: 'Three four.' },
  ]);
  const [code, other] = ['Map', 'Words'].map(
    (name) => createCode(project, { name, parentId: null }).result,
  ) as [string, string];
  applyCodes(project, { document, start: 4, end: 18, codes: [other] });
  const part = (region: { page: number; x: number; y: number; width: number; height: number }) =>
    applyToRegion(project, { document, region, codes: [code] }).result.passageId;
  const red = part({ page: 2, ...RED });
  const top = part({ page: 1, x: 0.25, y: 0, width: 100, height: 50 });
  return { project, document, code, other, red, top, folder: join(tempFolder(), 'dataset') };
}

const hashes = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]);

test('words and parts of pages say on which pages they lie, as printed and as counted', async () => {
  const { project, red, top, folder } = await study();
  await writeFrom(project, folder);
  const [words, first, second] = readBack(folder).table('codings');
  expect(words).toMatchObject({
    start: '4',
    end: '17',
    page_label: '-iv',
    page: '1',
    page_end_label: '2',
    page_end: '2',
    region_x0: '',
    image: '',
    quote: '🙂 two.\n\nThree',
  });
  const nowhere = { start: '', end: '', quote: '', words: '', section: '', anchor: 'region', image: '' };
  expect(first).toMatchObject({
    ...nowhere,
    passage_id: top,
    page_label: '-iv',
    page: '1',
    page_end: '1',
    region_x0: '0.25',
    region_y0: '0.00',
    region_x1: '100.25',
    region_y1: '50.00',
  });
  expect(second).toMatchObject({ ...nowhere, passage_id: red, page_end_label: '2', region_x0: '100.00' });
  expect(existsSync(join(folder, 'images'))).toBe(false);
  expect(readBack(folder).raw('DICTIONARY.md')).toContain('Pictures of parts of pages were left out');
});

test('a part of a page is a presence without words, and a place of its own', async () => {
  const { project, document, code, other, folder } = await study();
  review(project, ANNA, document, [code, other]);
  await writeFrom(project, folder);
  const cells = readBack(folder)
    .table('matrix')
    .map(({ code_path, presence, spans, words }) => [code_path, presence, spans, words]);
  expect(cells).toEqual([
    ['Map', '1', '2', '0'],
    ['Words', '1', '1', '2'],
  ]);
});

test('pictures go along where they are asked for, listed like every other file, the same bytes each time', async () => {
  const { project, red, top, folder } = await study();
  const report = await writeFrom(project, folder, IMAGES);
  const data = readBack(folder);
  const images = data.table('codings').map(({ image }) => image);
  expect(images).toEqual(['', `images/${top}.png`, `images/${red}.png`]);
  for (const id of [top, red]) {
    const drawn = await pictureOf(project.db, { passage: id, scale: 2 }, new AbortController().signal);
    expect(readFileSync(join(folder, 'images', `${id}.png`)).toString('base64')).toBe(drawn.png);
    const path = `images/${id}.png`;
    expect(report.files.find((file) => file.path === path)).toMatchObject({ rows: null });
    expect(data.json().resources.find((one) => one.path === path)).toMatchObject({
      name: `image-${id}`,
      mediatype: 'image/png',
    });
    expect(data.raw('SHA256SUMS')).toContain(path);
  }
  expect(data.raw('DICTIONARY.md')).toContain('(2 files), 144 dots an inch');
  const before = hashes(folder);
  // Into its own place again: what was there is an earlier dataset with all its pictures, and is replaced.
  await writeFrom(project, folder, IMAGES);
  expect(hashes(folder)).toEqual(before);
  await writeFrom(project, folder);
  expect(existsSync(join(folder, 'images'))).toBe(false);
  const zip = await writeFrom(project, `${folder}.zip`, IMAGES);
  expect(zip.files).toEqual(report.files);
});

test('only pictures of what is in scope go along', async () => {
  const { project, other, folder } = await study();
  const scope = {
    documents: [],
    cases: [],
    attributes: [],
    codes: [{ mode: 'any' as const, codes: [other], below: false }],
    coders: [],
    text: '',
  };
  const { files } = await writeFrom(project, folder, { ...IMAGES, scope });
  expect(files.filter(({ path }) => path.startsWith('images/'))).toEqual([]);
});

test('a page that cannot be drawn is said, and a cancelling is heard between two pictures; nothing is left', async () => {
  const { project, code, folder } = await study();
  const parent = join(folder, '..');
  const stopping = new AbortController();
  const onProgress = (done: number, total: number) => {
    if (done === total - 1) stopping.abort();
  };
  await expect(
    writeFrom(project, folder, { ...IMAGES, signal: stopping.signal, onProgress }),
  ).rejects.toMatchObject({ code: 'CANCELLED', message: 'The export was cancelled.' });
  const page = { number: 1, label: '1', ...PAGE, start: 0, end: 3, glyphs: packGlyphs([]) };
  const reading = { ...readingOf('Bad'), extractor: 'pdf-1', pages: [page] };
  const { id } = storeReading(project.db, Buffer.from('%PDF-1.7 and nothing more'), reading);
  const facts = {
    title: 'Bad',
    key: null,
    fileName: 'bad.pdf',
    mediaType: 'application/pdf',
    caseName: null,
  };
  const document = as(project, ANNA, (writing) =>
    idText(addDocument(writing, { ...facts, readingId: id, attributes: [] })),
  );
  applyToRegion(project, { document, region: { page: 1, ...RED }, codes: [code] });
  await expect(writeFrom(project, folder, IMAGES)).rejects.toMatchObject({
    code: 'REFUSED',
    message: 'Page 1 of “Bad” cannot be drawn.',
  });
  expect(readdirSync(parent)).toEqual([]);
});
