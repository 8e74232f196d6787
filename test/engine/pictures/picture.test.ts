import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { removeDocument } from '../../../src/engine/documents/write.ts';
import { HeavyPool } from '../../../src/engine/heavy/pool.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { askForPicture } from '../../../src/engine/pictures/ask.ts';
import { drawRegion } from '../../../src/engine/pictures/draw.ts';
import { library } from '../../../src/engine/pictures/library.ts';
import { pictureOf } from '../../../src/engine/pictures/picture.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { addPages, RED, smallPdf } from '../kit/pages.ts';
import { newProject, tempFolder } from '../kit/project.ts';

const NEVER = new AbortController().signal;

const PAGES = [{ text: 'One fish', label: 'i' }, { text: 'Two fish' }];

async function study() {
  const project = await newProject();
  const document = addPages(project, 'Fish', PAGES);
  const code = createCode(project, { name: 'A', parentId: null }).result;
  const part = (region: { page: number; x: number; y: number; width: number; height: number }) =>
    applyToRegion(project, { document, region, codes: [code] }).result.passageId;
  return { project, document, code, part, pool: poolOn(project) };
}

/** Lets Node read migrations as text, as the build does. */
const RAW = join(import.meta.dirname, '../store/children/raw.ts');

function poolOn(project: Project): HeavyPool {
  const pool = new HeavyPool(project.path, { execArgv: ['--no-warnings', '--import', RAW] });
  onTestFinished(() => pool.close());
  return pool;
}

/** The colours of a PNG, as #rrggbbaa at a point of it. */
async function colours(png: string) {
  const image = await loadImage(Buffer.from(png, 'base64'));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return (x: number, y: number) => Buffer.from(context.getImageData(x, y, 1, 1).data).toString('hex');
}

test('a read worker draws exactly the part of the page, on white, as the file has it', async () => {
  const { part, pool } = await study();
  // Ten points around the red square on each side.
  const passage = part({
    page: 2,
    x: RED.x - 10,
    y: RED.y - 10,
    width: RED.width + 20,
    height: RED.height + 20,
  });
  const picture = await askForPicture(pool, { passage, scale: 2 }, undefined);
  expect([picture.width, picture.height]).toEqual([200, 160]);
  const at = await colours(picture.png);
  expect([at(0, 0), at(18, 80), at(199, 159), at(100, 18)]).toEqual(Array(4).fill('ffffffff'));
  expect([at(22, 22), at(100, 80), at(177, 137)]).toEqual(Array(3).fill('ff0000ff'));
  expect(at(182, 80)).toBe('ffffffff');
});

test('letters of a font that the file does not bring are drawn with those that come along', async () => {
  const { part, pool } = await study();
  const words = part({ page: 1, x: 36, y: 185, width: 60, height: 20 });
  const blank = part({ page: 1, x: 236, y: 185, width: 60, height: 20 });
  const dark = async (passage: string) => {
    const { png, width, height } = await askForPicture(pool, { passage, scale: 1 }, undefined);
    const at = await colours(png);
    let count = 0;
    for (let x = 0; x < width; x++) for (let y = 0; y < height; y++) if (at(x, y) < '80') count++;
    return count;
  };
  expect(await dark(words)).toBeGreaterThan(30);
  expect(await dark(blank)).toBe(0);
});

test('the same part gives the same bytes, from another worker too', async () => {
  const { project, part, pool } = await study();
  const passage = part({ page: 1, x: 30, y: 30, width: 200, height: 200 });
  const first = await askForPicture(pool, { passage, scale: 3 }, undefined);
  expect(await askForPicture(pool, { passage, scale: 3 }, undefined)).toEqual(first);
  expect(await askForPicture(poolOn(project), { passage, scale: 3 }, undefined)).toEqual(first);
});

test('what has no picture says so, and what is cancelled is drawn no further', async () => {
  const { project, document, code, part } = await study();
  const words = applyCodes(project, { document, start: 0, end: 3, codes: [code] }).result.passageId;
  await expect(pictureOf(project.db, { passage: words, scale: 1 }, NEVER)).rejects.toMatchObject({
    code: 'REFUSED',
  });
  const passage = part({ page: 1, x: 0, y: 0, width: 400, height: 300 });
  await expect(pictureOf(project.db, { passage, scale: 1 }, AbortSignal.abort())).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  removeDocument(project, document);
  await expect(pictureOf(project.db, { passage, scale: 1 }, NEVER)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a page that is turned and cropped is drawn as it is shown', async () => {
  const { open } = await library();
  const task = open(new Uint8Array(smallPdf(['A'], '/Rotate 90 /CropBox [50 0 400 300]')));
  onTestFinished(() => task.destroy());
  // Turned clockwise, what was up is right: the square's upper edge is 50 from the right one now.
  const shown = { page: 1, x: 190, y: 50, width: RED.height, height: RED.width };
  const { png } = await drawRegion(await task.promise, shown, 1, NEVER);
  const at = await colours(png.toString('base64'));
  expect([at(0, 0), at(59, 0), at(0, 79), at(59, 79)]).toEqual(Array(4).fill('ff0000ff'));
  const around = { page: 1, x: 189, y: 49, width: RED.height + 2, height: RED.width + 2 };
  const wider = await colours(
    (await drawRegion(await task.promise, around, 1, NEVER)).png.toString('base64'),
  );
  expect([wider(0, 0), wider(61, 81), wider(0, 40), wider(30, 0)]).toEqual(Array(4).fill('ffffffff'));
});

test('a picture has no more than 4096 pixels a side', async () => {
  const { open } = await library();
  const task = open(new Uint8Array(smallPdf(['A'], '/MediaBox [0 0 3000 1000]')));
  onTestFinished(() => task.destroy());
  const region = { page: 1, x: 0, y: 0, width: 3000, height: 30 };
  const { width, height } = await drawRegion(await task.promise, region, 4, NEVER);
  expect([width, height]).toEqual([4096, 41]);
});

const UK = join(import.meta.dirname, '../../../../shared/plans/pdf/uk.pdf');
const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;

// Skipped where the plans do not lie beside the checkout, or poppler is not installed.
describe.skipIf(!existsSync(UK) || !hasPoppler)('beside another program', () => {
  test('letters of a published plan stand where poppler draws them', async () => {
    const { open } = await library();
    const task = open(new Uint8Array(readFileSync(UK)));
    onTestFinished(() => task.destroy());
    const [width, height] = [480, 300];
    const region = { page: 3, x: 50, y: 100, width: width / 2, height: height / 2 };
    const { png } = await drawRegion(await task.promise, region, 2, NEVER);
    const file = join(tempFolder(), 'part');
    const at2 = ['-r', '144', '-x', '100', '-y', '200', '-W', `${width}`, '-H', `${height}`];
    execFileSync('pdftoppm', ['-f', '3', '-l', '3', ...at2, '-singlefile', '-png', UK, file]);
    const [ours, theirs] = [await dark(png), await dark(readFileSync(`${file}.png`))];
    expect(theirs.size).toBeGreaterThan(1000);
    for (const [some, others] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const near = [...some].filter((at) => NEIGHBOURS.some(([x, y]) => others.has(at + x + y * width)));
      expect(near.length / some.size).toBeGreaterThan(0.97);
    }
  });
});

const NEIGHBOURS = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));

/** The dark pixels of a PNG, as x + y * width. */
async function dark(png: Buffer): Promise<ReadonlySet<number>> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const found = new Set<number>();
  for (let at = 0; at < data.length / 4; at++) if ((data[at * 4 + 1] ?? 255) < 128) found.add(at);
  return found;
}
