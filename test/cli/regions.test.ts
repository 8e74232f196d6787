import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCode } from '../../src/engine/codebook/write.ts';
import { createProject } from '../../src/engine/store/create.ts';
import { openProject } from '../../src/engine/store/open.ts';
import { addText } from '../engine/kit/documents.ts';
import { addPages } from '../engine/kit/pages.ts';
import { ANNA, optionsFor } from '../engine/kit/project.ts';
import { Place } from './kit/place.ts';

/** What `colligo passages --json` says of where a passage lies. */
interface Shown {
  readonly start: number | null;
  readonly end: number | null;
  readonly page: { readonly number: number; readonly label: string };
  readonly region: Readonly<Record<'page' | 'x' | 'y' | 'width' | 'height', number>> | null;
}

/** A place with a document of three pages, labelled iv, 1 and 1, and a text without pages. */
async function pagedPlace(): Promise<Place> {
  const place = new Place();
  createProject(place.at('p.colligo'), { title: 'Pages', actor: ANNA });
  const project = await openProject(place.at('p.colligo'), optionsFor());
  addPages(project, 'Plan', [
    { text: 'The grid is the limit.', label: 'iv' },
    { text: 'Grid again.', label: '1' },
    { text: 'A grid.', label: '1' },
  ]);
  addText(project, 'Note', 'No pages here.');
  createCode(project, { name: 'Grid', parentId: null });
  project.close();
  return place;
}

const code = (...more: string[]) => ['code', 'p.colligo', '--document', 'plan', '--code', 'Grid', ...more];
const part = (page: string, region = '100,50,80,60') => code('--page', page, '--region', region);

it('codes a part of a page by its label, else by its number, and lists it with the words', async () => {
  const place = await pagedPlace();
  await place.ok(...code('--match', 'grid', '--unit', 'match'));
  expect(await place.ok(...part('iv'))).toBe('Apply Grid to a part of page iv.\n');
  expect(await place.ok(...part('3', '0.5,0,399.5,300'))).toBe('Apply Grid to a part of page 1.\n');
  expect(await place.ok(...part('iv'))).toBe('That code was applied to this part of the page already.\n');
  expect((await place.ok('passages', 'p.colligo')).split('\n')).toEqual([
    'plan part of page iv [Grid]',
    'plan p. iv ¶ 1 [Grid] grid',
    'plan p. 1 ¶ 2 [Grid] Grid',
    'plan part of page 1 [Grid]',
    'plan p. 1 ¶ 3 [Grid] grid',
    '5 passages in 1 document.',
    '',
  ]);
  const { passages } = await place.json<{ passages: Shown[] }>('passages', 'p.colligo');
  expect(passages.map(({ start, end, page, region }) => [start, end, page.number, region])).toEqual([
    [null, null, 1, { page: 1, x: 100, y: 50, width: 80, height: 60 }],
    [4, 8, 1, null],
    [24, 28, 2, null],
    [null, null, 3, { page: 3, x: 0.5, y: 0, width: 399.5, height: 300 }],
    [39, 43, 3, null],
  ]);
  expect(await place.ok('check', 'p.colligo')).toContain('is sound');
});

it('exports pictures where they are asked for, as the built worker draws them', async () => {
  const place = await pagedPlace();
  await place.ok(...part('iv'));
  await place.ok('export', 'p.colligo', 'without');
  expect(readFileSync(join(place.at('without'), 'SHA256SUMS'), 'utf8')).not.toContain('images/');
  await place.ok('export', 'p.colligo', 'with', '--images');
  const [line = ''] = /images\/.*\.png/.exec(readFileSync(place.at('with', 'codings.csv'), 'utf8')) ?? [];
  const picture = readFileSync(place.at('with', line.split(',')[0] ?? ''));
  // The signature and the header of a PNG (its specification, 5.2 and 11.2.2), at two pixels a point.
  expect(picture.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([160, 120]);
  await place.ok('undo', 'p.colligo');
  await place.ok('redo', 'p.colligo');
  await place.ok('export', 'p.colligo', 'again', '--images');
  expect(readFileSync(place.at('again', 'SHA256SUMS'))).toEqual(readFileSync(place.at('with', 'SHA256SUMS')));
});

it('says what is wrong with a part in one sentence', async () => {
  const place = await pagedPlace();
  expect(await place.fails(1, ...part('1'))).toMatch(/More than one page is called “1”: 2, 3\./);
  expect(await place.fails(1, ...part('9'))).toMatch(/There is no page “9”/);
  expect(await place.fails(1, ...part('iv', '390,0,20,20'))).toMatch(/beyond the edge of page iv/);
  expect(await place.fails(1, ...part('iv', '0,0,3,20'))).toMatch(/too small/);
  expect(await place.fails(2, ...part('iv', '0,0,20'))).toMatch(/four numbers/);
  expect(await place.fails(2, ...part('iv', '0,0,,20'))).toMatch(/four numbers/);
  expect(await place.fails(2, ...code('--page', 'iv'))).toMatch(/--page and --region/);
  expect(await place.fails(2, ...part('iv'), '--match', 'grid')).toMatch(/give either/);
  const onNote = part('1').map((word) => (word === 'plan' ? 'note' : word));
  expect(await place.fails(1, ...onNote)).toMatch(/has no pages/);
});
