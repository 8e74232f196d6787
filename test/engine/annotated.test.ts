import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAnnotated } from '../../src/engine/annotated/write.ts';
import { createCode } from '../../src/engine/codebook/write.ts';
import { readSource } from '../../src/engine/import/read-source.ts';
import { applyCodes, applyToRegion } from '../../src/engine/passages/apply.ts';
import { commentPassage } from '../../src/engine/passages/write.ts';
import { buildPdf, type Page } from '../fixtures/pdf/build.ts';
import { addPdf } from './kit/pdf.ts';
import { newProject, tempFolder } from './kit/project.ts';

const LINES = ['Heat plans are made by towns.', 'The grid is the limit, they say.'];

async function coded(page: Partial<Page> = {}) {
  const project = await newProject();
  const bytes = buildPdf({
    pages: [
      {
        ...page,
        lines: LINES.map((text, index) => ({ text, x: 72, y: 700 - index * 20, size: 12 })),
      },
    ],
  });
  const { document, text } = await addPdf(project, bytes);
  const { result: heat } = createCode(project, { name: 'Heat', parentId: null, colour: '#a56a16' });
  const { result: grid } = createCode(project, { name: 'Grid — Netz 🙂', parentId: null, colour: '#3273b5' });
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const { result } = applyCodes(project, { document, ...at('Heat plans'), codes: [heat, grid] });
  commentPassage(project, result.passageId, 'Said first');
  applyCodes(project, { document, ...at('towns.\nThe grid'), codes: [grid] });
  applyToRegion(project, {
    document,
    region: { page: 1, x: 100, y: 300, width: 50, height: 40 },
    codes: [heat],
    weight: null,
  });
  return { project, document, text, original: bytes };
}

const CROP = { x: 40, y: 60, width: 500, height: 740 };

test.for([
  ['as it lies', {}],
  ...([90, 180, 270] as const).map((rotate) => [`turned by ${rotate}`, { rotate }] as const),
  ['cropped', { crop: CROP }],
  ['turned by 90 and cropped', { crop: CROP, rotate: 90 }],
  ['in units of two points', { userUnit: 2 }],
] as const satisfies readonly (readonly [string, Partial<Page>])[])(
  'a page %s: other programs find each passage as a highlight over its words',
  async ([, page]) => {
    const { project, document, text, original } = await coded(page);
    const target = join(tempFolder(), 'out.pdf');
    const file = await writeAnnotated(project.db, target, { document });
    expect(file).toMatchObject({ name: 'out.pdf', passages: 3, left: 0 });
    const bytes = readFileSync(target);
    expect(bytes.byteLength).toBe(file.bytes);
    // An incremental update: the original stands unchanged at the beginning.
    expect(bytes.subarray(0, original.byteLength).equals(original)).toBe(true);
    // Read back by the importer, which knows nothing of how it was written.
    const read = await readSource({ bytes: new Uint8Array(bytes), format: 'pdf', language: 'en' });
    expect(read.reading.text).toBe(text);
    const found = read.highlights.map(({ start, end, note, author, colour }) => ({
      words: text.slice(start, end),
      note,
      author,
      colour,
    }));
    expect(found).toEqual([
      {
        words: 'Heat plans',
        note: 'Heat (Anna)\nGrid — Netz 🙂 (Anna)\n\nSaid first',
        author: 'Anna',
        colour: '#a56a16',
      },
      { words: 'towns.\nThe grid', note: 'Grid — Netz 🙂 (Anna)', author: 'Anna', colour: '#3273b5' },
    ]);
  },
);

test('the same project gives the same bytes', async () => {
  const { project, document } = await coded();
  const folder = tempFolder();
  const one = await writeAnnotated(project.db, join(folder, 'one.pdf'), { document });
  const two = await writeAnnotated(project.db, join(folder, 'two.pdf'), { document });
  expect(two.sha256).toBe(one.sha256);
});

test('what is no PDF is refused, and so is a name that says something else', async () => {
  const { project, document } = await coded();
  await expect(writeAnnotated(project.db, join(tempFolder(), 'out.txt'), { document })).rejects.toThrow(
    /ends in .pdf/,
  );
});
