import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { icns, ico } from '../../scripts/icon-files.mjs';

const folder = join(import.meta.dirname, '../../resources/icons');
const icon = (name: string) => readFileSync(join(folder, name));

/** The width and height that a PNG states; nothing for other bytes. */
function pngSize(bytes: Buffer): [number, number] | undefined {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') return undefined;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The pictures in an .ico file, by what its directory and they themselves say. */
function readIco(file: Buffer) {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    const body = file.subarray(offset, offset + length);
    expect(body).toHaveLength(length);
    const size = file[at] || 256;
    // A bitmap's height counts its mask.
    const own = pngSize(body) ?? [body.readInt32LE(4), body.readInt32LE(8) / 2];
    expect(own).toEqual([size, size]);
    return { size, end: offset + length };
  });
}

/** The pictures in an .icns file. */
function readIcns(file: Buffer) {
  expect(file.subarray(0, 4).toString()).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const found: { type: string; size: number | undefined }[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const body = file.subarray(at + 8, at + file.readUInt32BE(at + 4));
    found.push({ type: file.subarray(at, at + 4).toString(), size: pngSize(body)?.[0] });
  }
  return found;
}

describe.each(['app', 'document'])('the icon of the %s', (name) => {
  test('has every size that Windows asks for', () => {
    const file = icon(`${name}.ico`);
    const pictures = readIco(file);
    expect(pictures.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
    expect(pictures.at(-1)?.end).toBe(file.length);
  });

  test('has every size that macOS asks for, up to 1024 pixels', () => {
    expect(readIcns(icon(`${name}.icns`))).toEqual([
      { type: 'ic11', size: 32 },
      { type: 'ic12', size: 64 },
      { type: 'ic07', size: 128 },
      { type: 'ic13', size: 256 },
      { type: 'ic08', size: 256 },
      { type: 'ic14', size: 512 },
      { type: 'ic09', size: 512 },
      { type: 'ic10', size: 1024 },
    ]);
  });
});

test.each([16, 24, 32, 48, 64, 128, 256, 512])('Linux has the program’s icon with %i pixels', (size) => {
  expect(pngSize(icon(`linux/${size}x${size}.png`))).toEqual([size, size]);
});

test('a bitmap in an .ico stands on its head, blue first, with a mask of what is empty', () => {
  const [red, clear] = [
    [255, 1, 2, 255],
    [0, 0, 0, 0],
  ] as const;
  const rgba = new Uint8ClampedArray([...red, ...clear, ...clear, ...clear]);
  const file = ico([{ size: 2, png: new Uint8Array(), rgba }]);
  const body = file.subarray(22 + 40);
  expect([...body.subarray(0, 16)]).toEqual([...clear, ...clear, 2, 1, 255, 255, ...clear]);
  expect([...body.subarray(16)]).toEqual([0b1100_0000, 0, 0, 0, 0b0100_0000, 0, 0, 0]);
});

test('an .icns leaves out what there is no picture for', () => {
  expect(icns([])).toEqual(Buffer.from('icns\0\0\0\x08', 'latin1'));
});
