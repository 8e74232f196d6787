/**
 * How a picture is turned before it is shown, as EXIF numbers it (CIPA DC-008, tag 0112h): 1 is as it is stored, 6 a quarter
 * clockwise, 8 a quarter back, 3 upside down; 2, 4, 5 and 7 are mirrored, too.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const SHORT = 3;

/** An EXIF directory has a few dozen entries; what claims more is no directory. */
const MOST_ENTRIES = 1000;

/**
 * Reads the orientation from a block of EXIF, which is the head of a TIFF file: byte order, 42, and where its first directory lies.
 * @param tiff the block, without `Exif` before it
 * @returns 1 where nothing is said, or nothing that makes sense
 */
export function orientationIn(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) return 1;
  const isLittle = view.getUint16(0) === 0x4949;
  if (!isLittle && view.getUint16(0) !== 0x4d4d) return 1;
  if (view.getUint16(2, isLittle) !== 42) return 1;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const entries = Math.min(view.getUint16(directory, isLittle), MOST_ENTRIES);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, isLittle) !== TAG) continue;
    const value = view.getUint16(at + 8, isLittle);
    const isOne = view.getUint16(at + 2, isLittle) === SHORT && value >= 1 && value <= 8;
    return isOne ? (value as Orientation) : 1;
  }
  return 1;
}
