import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Colours that a PNG with a palette can have, and how many of them are the commonest ones, kept exactly. */
const MOST = 256;
const EXACT = 160;

/** A colour as 0xrrggbb with the number of its pixels. */
type Count = readonly [colour: number, pixels: number];

const channel = (colour: number, shift: number): number => (colour >> shift) & 0xff;

/** The channel in which a group of colours differs most, and by how much. */
function widest(group: readonly Count[]): { shift: number; width: number } {
  return [16, 8, 0]
    .map((shift) => {
      const values = group.map(([colour]) => channel(colour, shift));
      return { shift, width: Math.max(...values) - Math.min(...values) };
    })
    .reduce((a, b) => (b.width > a.width ? b : a));
}

/** The mean of a group, by pixels. */
function meanOf(group: readonly Count[]): number {
  const pixels = group.reduce((sum, [, count]) => sum + count, 0);
  const mean = (shift: number) =>
    Math.round(group.reduce((sum, [colour, count]) => sum + channel(colour, shift) * count, 0) / pixels);
  return (mean(16) << 16) | (mean(8) << 8) | mean(0);
}

/** The commonest colours, and for the rest the means of groups that are divided where they are widest (median cut). */
function paletteOf(counts: readonly Count[]): number[] {
  const sorted = counts.toSorted(([, a], [, b]) => b - a);
  const exact = sorted.slice(0, EXACT).map(([colour]) => colour);
  const groups: Count[][] = [sorted.slice(EXACT)].filter((group) => group.length > 0);
  while (groups.length > 0 && groups.length < MOST - exact.length) {
    const at = groups
      .map((group, index) => ({ index, width: group.length < 2 ? -1 : widest(group).width }))
      .reduce((a, b) => (b.width > a.width ? b : a));
    if (at.width < 0) break;
    const group = groups[at.index] ?? [];
    const { shift } = widest(group);
    const inOrder = group.toSorted(([a], [b]) => channel(a, shift) - channel(b, shift));
    const middle = inOrder.length >> 1;
    groups.splice(at.index, 1, inOrder.slice(0, middle), inOrder.slice(middle));
  }
  return [...exact, ...groups.map(meanOf)];
}

/** The number of the palette's colour that is nearest. */
function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, other] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (channel(colour, shift) - channel(other, shift)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

/**
 * Makes a picture of a screen small: a palette of 256 colours, which on flat grounds nobody sees, a third of the bytes.
 * @param png an opaque picture
 * @returns the same size in pixels, as a PNG with a palette
 */
export async function smallPng(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colourAt = (pixel: number) =>
    ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0);
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel++)
    counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const palette = paletteOf([...counts]);
  const numbers = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      lines[y * (width + 1) + x + 1] = numbers.get(colourAt(y * width + x)) ?? 0;
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  size.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [16, 8, 0].map((shift) => channel(colour, shift))));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
