import { crc32, deflateSync } from 'node:zlib';
import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { readSource } from '../../../src/engine/import/read-source.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';

/** A chunk of a PNG: length, name, data, and a checksum over name and data (PNG, third edition, section 5.3). */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A colour: red, green, blue, each from 0 to 255. */
export type Colour = readonly [number, number, number];

/**
 * Writes a PNG by hand: 8 bits of red, green and blue each, no filter.
 * @param colourAt the colour of a pixel
 * @param exif a block for a chunk eXIf
 */
export function pngOf(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Colour = () => [255, 255, 255],
  exif?: Buffer,
): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * (1 + width * 3) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(exif ? [chunk('eXIf', exif)] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A block of EXIF that says nothing but an orientation, in either byte order. */
export function exifOf(orientation: number, isLittle = false): Buffer {
  const block = Buffer.alloc(26);
  const put16 = (value: number, at: number) =>
    isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  block.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(1, 8);
  put16(0x0112, 10);
  put16(3, 12);
  put32(1, 14);
  put16(orientation, 18);
  return block;
}

/** Puts an orientation into a JPEG, behind its first marker. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Buffer<ArrayBuffer> {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** The head of a bitmap of a size, without its pixels. */
export function bmpHead(width: number, height: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(54);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  return bytes;
}

/** The head of a GIF of a size, without its pixels. */
export function gifHead(width: number, height: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(13);
  bytes.write('GIF89a', 0, 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

/** Adds a picture as an import does. @returns its id */
export async function addPicture(
  project: Project,
  bytes: Uint8Array,
  title = 'A view',
  fileName = 'view.png',
): Promise<string> {
  const read = await readSource({ bytes: new Uint8Array(bytes), format: 'picture', language: 'en' });
  const stored = storeReading(project.db, read.bytes, read.reading);
  const { result } = project.write({ code: 'test.add', label: 'Add' }, ['documents'], (writing) =>
    addDocument(writing, {
      title,
      key: null,
      readingId: stored.id,
      fileName,
      mediaType: read.mediaType,
      caseName: null,
      attributes: [],
    }),
  );
  return idText(result);
}
