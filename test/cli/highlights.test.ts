import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildPdf, rectOver } from '../fixtures/pdf/build.ts';
import { Place } from './kit/place.ts';
import type { History, Imported, Passages, Written } from './kit/shapes.ts';

interface Taken extends Written {
  readonly found: number;
  readonly made: number;
  readonly already: number;
}

const FIRST = { text: 'Public bodies will share halls and boats.', x: 72, y: 700 };
const SECOND = { text: 'The quay is open to everybody on weekdays.', x: 72, y: 684 };

const MARKED = buildPdf({
  pages: [
    { lines: [FIRST] },
    {
      lines: [SECOND],
      annotations: [
        { rects: [rectOver(SECOND, 'The quay')], colour: '#ffd100', note: 'Which?', author: 'Ben' },
        { rects: [rectOver(SECOND, 'everybody')], colour: '#7cc867', kind: 'underline' },
      ],
    },
  ],
});

async function withFile(): Promise<Place> {
  const place = new Place();
  await place.ok('new', 'p.colligo', '--coder', 'A. Coder');
  writeFileSync(place.at('harbour.pdf'), MARKED);
  return place;
}

const shown = ({ passages }: Passages) =>
  passages.map(({ quote, codes }) => [quote, codes.map(({ path }) => path)]);

it('says that highlights came with a file, and makes passages of them when asked', async () => {
  const place = await withFile();
  const report = await place.ok('import', 'p.colligo', 'harbour.pdf');
  expect(report).toMatch(/15 words, .* 2 pages\. 2 highlights came with it/);
  const taken = await place.json<Taken>('highlights', 'p.colligo', 'harbour');
  expect(taken).toMatchObject({
    found: 2,
    made: 2,
    already: 0,
    step: { code: 'documents.highlights', label: 'Make 2 passages of the highlights in “harbour”' },
  });
  expect(shown(await place.json<Passages>('passages', 'p.colligo'))).toEqual([
    ['The quay', ['Highlights / Yellow']],
    ['everybody', ['Highlights / Green']],
  ]);
  expect((await place.ok('check', 'p.colligo')).trim()).toContain('1 document');
  const again = await place.json<Taken>('highlights', 'p.colligo', 'harbour');
  expect(again).toMatchObject({ step: null, made: 0, already: 2 });
  await place.ok('undo', 'p.colligo');
  expect((await place.json<Passages>('passages', 'p.colligo')).total).toBe(0);
});

it('makes passages of them right at the import, with a code that is there or is made', async () => {
  const place = await withFile();
  const args = ['--title', 'Harbours', '--highlights', 'Marked'];
  const report = await place.json<Imported & { readonly highlights: readonly Taken[] }>(
    'import',
    'p.colligo',
    'harbour.pdf',
    ...args,
  );
  expect(report.highlights).toMatchObject([{ made: 2 }]);
  const { steps } = await place.json<History>('history', 'p.colligo');
  expect(steps.slice(0, 2).map(({ label }) => label)).toEqual([
    'Make 2 passages of the highlights in “Harbours”',
    'Import “Harbours”',
  ]);
  await place.ok('highlights', 'p.colligo', 'Harbours', '--code', 'Marked / Yellow', '--one-code');
  expect(shown(await place.json<Passages>('passages', 'p.colligo'))).toEqual([
    ['The quay', ['Marked / Yellow']],
    ['everybody', ['Marked / Green', 'Marked / Yellow']],
  ]);
});

it('says of a document without any that there are none', async () => {
  const place = await withFile();
  writeFileSync(place.at('plain.txt'), 'Words that nobody marked.');
  await place.ok('import', 'p.colligo', 'plain.txt');
  expect(await place.ok('highlights', 'p.colligo', 'plain')).toContain('No highlights came with this file.');
});
