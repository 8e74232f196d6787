import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import type { PictureFacts } from '../../../src/engine/import/picture/header.ts';
import { shownSize, toShown } from '../../../src/engine/import/picture/shown.ts';
import { applyToRegion } from '../../../src/engine/passages/apply.ts';
import { pictureOf } from '../../../src/engine/pictures/picture.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { addPicture, type Colour, exifOf, pngOf, withOrientation } from '../kit/pictures.ts';
import { newProject } from '../kit/project.ts';

const NEVER = new AbortController().signal;

/** Pixels as they are stored, of which a part is red and all else white. */
const SIZE = { width: 60, height: 40 };
const RED = { x: 6, y: 4, width: 20, height: 12 };
const isRed = (x: number, y: number) =>
  x >= RED.x && x < RED.x + RED.width && y >= RED.y && y < RED.y + RED.height;
const colourAt = (x: number, y: number): Colour => (isRed(x, y) ? [255, 0, 0] : [255, 255, 255]);

function canvas() {
  const made = createCanvas(SIZE.width, SIZE.height);
  const context = made.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  context.fillStyle = '#f00';
  context.fillRect(RED.x, RED.y, RED.width, RED.height);
  return made;
}

/** A WebP that says of itself how it is turned, which no browser heeds. */
function turnedWebp(orientation: number): Buffer {
  const webp = canvas().toBuffer('image/webp', 100);
  const exif = exifOf(orientation);
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(exif.length, 4);
  const whole = Buffer.concat([webp, head, exif]);
  whole.writeUInt32LE(whole.length - 8, 4);
  // That there is such a chunk stands in a flag of the first one, where there is one with flags.
  if (whole.toString('latin1', 12, 16) === 'VP8X') whole[20] = (whole[20] ?? 0) | 8;
  return whole;
}

async function study(bytes: Uint8Array) {
  const project = await newProject();
  const document = await addPicture(project, bytes);
  const code = createCode(project, { name: 'A', parentId: null }).result;
  const cut = async (part: { x: number; y: number; width: number; height: number }, scale = 2) => {
    const region = { page: 1, ...part };
    const { passageId } = applyToRegion(project, { document, region, codes: [code] }).result;
    return pictureOf(project.db, { passage: passageId, scale }, NEVER);
  };
  return { project, cut };
}

/** Whether a drawn part is red all over, but for what JPEG blurs at its edges. */
async function isAllRed(png: string): Promise<boolean> {
  const image = await loadImage(Buffer.from(png, 'base64'));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(1, 1, image.width - 2, image.height - 2);
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) < 200 || (data[at + 1] ?? 0) > 80 || (data[at + 2] ?? 0) > 80) return false;
  return true;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
  'a part is cut where the picture shows it, whichever way it is turned: %i',
  async (orientation) => {
    const files: [string, Uint8Array, boolean][] = [
      ['image/png', pngOf(SIZE.width, SIZE.height, colourAt, exifOf(orientation)), true],
      ['image/jpeg', withOrientation(canvas().toBuffer('image/jpeg', 100), orientation), true],
      ['image/webp', turnedWebp(orientation), false],
    ];
    for (const [mediaType, bytes, isTurned] of files) {
      const facts: PictureFacts = { mediaType, ...SIZE, orientation: isTurned ? orientation : 1 };
      const { project, cut } = await study(bytes);
      const page = project.db.one<{ width: number; height: number }>(sql`SELECT width, height FROM pages`);
      expect(page).toEqual(shownSize(facts));
      const red = toShown(facts, RED);
      const picture = await cut(red);
      // No larger than its own pixels.
      expect([picture.width, picture.height]).toEqual([red.width, red.height]);
      expect(await isAllRed(picture.png), mediaType).toBe(true);
      const beside = await cut({ ...red, x: red.x > 10 ? red.x - 6 : red.x + 6 });
      expect(await isAllRed(beside.png)).toBe(false);
    }
  },
);

test('a picture whose pixels are damaged is said to be unreadable', async () => {
  const { cut } = await study(pngOf(60, 40).subarray(0, 34));
  await expect(cut({ x: 0, y: 0, width: 20, height: 20 })).rejects.toMatchObject({ code: 'UNREADABLE' });
});
