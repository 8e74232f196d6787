import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/engine/import/errors.ts';
import { type PictureFacts, readHeader } from '../../../src/engine/import/picture/header.ts';
import type { Orientation } from '../../../src/engine/import/picture/orientation.ts';
import { readPicture } from '../../../src/engine/import/picture/read.ts';
import { shownSize, toShown, toStored } from '../../../src/engine/import/picture/shown.ts';
import { readSource } from '../../../src/engine/import/read-source.ts';
import { bmpHead, exifOf, gifHead, pngOf, withOrientation } from '../kit/pictures.ts';

/** Pixels of a picture of four quarters, encoded by the library that draws pages. */
function canvasOf(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const quarters = [
    ['#f00', 0, 0],
    ['#0f0', width / 2, 0],
    ['#00f', 0, height / 2],
    ['#000', width / 2, height / 2],
  ] as const;
  for (const [colour, x, y] of quarters) {
    context.fillStyle = colour;
    context.fillRect(x, y, width / 2, height / 2);
  }
  return canvas;
}

const refusal = (bytes: Uint8Array) => {
  try {
    readPicture(new Uint8Array(bytes));
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return null;
};

describe('the head of a picture', () => {
  test('size and kind are those that a decoder finds, whatever wrote the file', async () => {
    const canvas = canvasOf(60, 34);
    const files = {
      'image/png': canvas.toBuffer('image/png'),
      'image/jpeg': canvas.toBuffer('image/jpeg'),
      'image/webp': canvas.toBuffer('image/webp', 60),
    };
    for (const [mediaType, bytes] of Object.entries(files)) {
      const image = await loadImage(bytes);
      expect(readHeader(bytes)).toEqual({
        mediaType,
        width: image.width,
        height: image.height,
        orientation: 1,
      });
    }
    expect(readHeader(canvas.toBuffer('image/webp', 100))).toMatchObject({ width: 60, height: 34 });
    expect(readHeader(pngOf(3, 7))).toMatchObject({ mediaType: 'image/png', width: 3, height: 7 });
    expect(readHeader(gifHead(300, 9))).toMatchObject({ mediaType: 'image/gif', width: 300, height: 9 });
    expect(readHeader(bmpHead(5, -6))).toMatchObject({ mediaType: 'image/bmp', width: 5, height: 6 });
  });

  test('an orientation is read in either byte order, and shown as the decoder shows it', async () => {
    const jpeg = canvasOf(60, 34).toBuffer('image/jpeg');
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      const bytes = withOrientation(jpeg, orientation);
      const facts = readHeader(bytes) as PictureFacts;
      expect(facts).toMatchObject({ width: 60, height: 34, orientation });
      const image = await loadImage(bytes);
      expect(shownSize(facts)).toEqual({ width: image.width, height: image.height });
      // The red quarter lies where the mapping says.
      const red = toShown(facts, { x: 0, y: 0, width: 30, height: 17 });
      const canvas = createCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const [r = 0, g = 0, b = 0] = context.getImageData(
        red.x + red.width / 2,
        red.y + red.height / 2,
        1,
        1,
      ).data;
      expect(r > 200 && g < 60 && b < 60).toBe(true);
    }
    expect(readHeader(pngOf(4, 2, undefined, exifOf(6, true)))).toMatchObject({ orientation: 6 });
    expect(readHeader(pngOf(4, 2, undefined, exifOf(9)))).toMatchObject({ orientation: 1 });
  });

  test('a place goes to where it is shown and back unchanged', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 10, max: 500 }),
        fc.integer({ min: 10, max: 500 }),
        fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
        (orientation, width, height, [x, y, w, h]) => {
          const facts: PictureFacts = {
            mediaType: 'image/jpeg',
            width,
            height,
            orientation: orientation as Orientation,
          };
          const stored = { x: Math.min(x, width - w), y: Math.min(y, height - h), width: w, height: h };
          const shown = toShown(facts, stored);
          const size = shownSize(facts);
          expect(toStored(facts, shown)).toEqual(stored);
          expect(shown.x >= 0 && shown.x + shown.width <= size.width).toBe(true);
          expect(shown.y >= 0 && shown.y + shown.height <= size.height).toBe(true);
        },
      ),
    );
  });

  test('no bytes break it', () => {
    const heads = [
      pngOf(4, 4, undefined, exifOf(3)),
      withOrientation(canvasOf(20, 20).toBuffer('image/jpeg'), 5),
      canvasOf(20, 20).toBuffer('image/webp', 50),
      gifHead(2, 2),
      bmpHead(2, 2),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.nat(200),
        fc.uint8Array({ maxLength: 30 }),
        fc.nat(400),
        (head, at, noise, length) => {
          const bytes = new Uint8Array(head.subarray(0, Math.max(12, length)));
          bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
          const facts = readHeader(bytes);
          expect(facts === null || facts === 'damaged' || facts.width > 0).toBe(true);
        },
      ),
    );
  });
});

describe('a picture as a document', () => {
  test('it is one page of its size as shown, without a word', async () => {
    const read = await readSource({
      bytes: withOrientation(canvasOf(60, 34).toBuffer('image/jpeg'), 6),
      format: 'picture',
      language: 'en',
    });
    expect(read.mediaType).toBe('image/jpeg');
    expect(read.reading.text).toBe('');
    expect(read.reading.words).toHaveLength(0);
    expect(read.reading.pages).toMatchObject([{ number: 1, width: 34, height: 60, start: 0, end: 0 }]);
  });

  test('what would take all memory is refused by its head, however small the file is', () => {
    const bomb = pngOf(1, 1);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(refusal(bomb)).toBe('too_large');
    expect(refusal(gifHead(65_535, 65_535))).toBe('too_large');
    expect(refusal(bmpHead(40_000, 10))).toBe('too_large');
  });

  test('what is no picture, or has no size, is refused', () => {
    expect(refusal(Buffer.from('<html><body>404</body></html>'))).toBe('damaged');
    expect(refusal(Buffer.from('%PDF-1.7\n'))).toBe('binary');
    expect(refusal(pngOf(1, 1).subarray(0, 20))).toBe('damaged');
    expect(refusal(gifHead(0, 5))).toBe('damaged');
    expect(refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('damaged');
    expect(refusal(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBe('damaged');
  });
});
