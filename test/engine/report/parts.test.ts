import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { applyToRegion } from '../../../src/engine/passages/apply.ts';
import { addPages, RED } from '../kit/pages.ts';
import { newProject } from '../kit/project.ts';
import { attributeOf, Page, readDocx, textOf, writeFrom } from './kit.ts';

/** Two parts of the same page: the red square with five points around it, and white paper. */
const PARTS = [
  { page: 2, x: RED.x - 5, y: RED.y - 5, width: RED.width + 10, height: RED.height + 10 },
  { page: 2, x: 300, y: 200, width: 60, height: 30 },
];

async function coded() {
  const project = await newProject();
  const document = addPages(project, 'Fish', [{ text: 'One fish', label: 'i' }, { text: 'Two fish' }]);
  const codes = [createCode(project, { name: 'Red', parentId: null }).result];
  for (const region of PARTS) applyToRegion(project, { document, region, codes });
  return project;
}

/** @returns the size of a PNG in pixels, and the colour in its middle as #rrggbb */
async function seen(png: Buffer) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(image.width >> 1, image.height >> 1, 1, 1);
  return {
    width: image.width,
    height: image.height,
    colour: Buffer.from(data.subarray(0, 3)).toString('hex'),
  };
}

/** At 144 dots an inch. */
const DRAWN = [
  { width: 180, height: 140, colour: 'ff0000' },
  { width: 120, height: 60, colour: 'ffffff' },
];

test('a web page shows coded parts of pages as they were published', async () => {
  const project = await coded();
  const { path, quotes } = await writeFrom(project, 'out.html', { sections: ['quotes'], pictures: [] });
  const page = new Page(path);
  expect(quotes).toBe(2);
  const pictures = page.named('img');
  const drawn = pictures.map((each) => {
    const [kind, base64 = ''] = attributeOf(each, 'src')?.split(',') ?? [];
    expect(kind).toBe('data:image/png;base64');
    return seen(Buffer.from(base64, 'base64'));
  });
  expect(await Promise.all(drawn)).toEqual(DRAWN);
  // As large as in print: a point is four thirds of a CSS pixel.
  expect(pictures.map((each) => [attributeOf(each, 'width'), attributeOf(each, 'height')])).toEqual([
    ['120', '93'],
    ['80', '40'],
  ]);
  expect(page.named('figcaption').map((each) => textOf(each).trim())).toEqual(
    PARTS.map(() => 'Part of page 2; coded by Anna'),
  );
});

test('a document for Word has the same, each beside where it stands', async () => {
  const project = await coded();
  const { path } = await writeFrom(project, 'out.docx', { sections: ['quotes'], pictures: [] });
  const { parts, xmlOf } = await readDocx(path);
  const pictures = ['word/media/1.png', 'word/media/2.png'].map((part) => parts.get(part)?.bytes);
  expect(await Promise.all(pictures.map((png) => seen(png ?? Buffer.alloc(0))))).toEqual(DRAWN);
  const xml = xmlOf('word/document.xml');
  expect([...xml.matchAll(/r:embed="picture(\d)"/g)].map(([, number]) => number)).toEqual(['1', '2']);
  expect([...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, said]) => said)).toEqual(
    PARTS.map(() => 'Part of page 2; coded by Anna'),
  );
});
