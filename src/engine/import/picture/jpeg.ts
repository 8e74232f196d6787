import { type Orientation, orientationIn } from './orientation.ts';

/** Start-of-frame markers: C0 to CF but for those that begin tables (ITU-T T.81, table B.1). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Markers that stand alone, without a length behind them: restarts, and TEM. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const EXIF = 'Exif\0\0';
const START_OF_SCAN = 0xda;
const END = 0xd9;
const APP1 = 0xe1;

/**
 * Reads the size and the orientation of a JPEG from its segments (ITU-T T.81, annex B), one after the other up to its frame.
 * @returns null where it has no frame of a size
 */
export function readJpeg(
  bytes: Uint8Array,
): { width: number; height: number; orientation: Orientation } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation: Orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isAlone(marker)) {
      at += 2;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END) return null;
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    if (isFrame(marker)) {
      if (at + 9 > bytes.length) return null;
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), orientation };
    }
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === APP1 && orientation === 1 && Buffer.from(body.subarray(0, 6)).toString('latin1') === EXIF)
      orientation = orientationIn(body.subarray(6));
    at += 2 + length;
  }
  return null;
}
