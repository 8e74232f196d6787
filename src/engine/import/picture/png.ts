import { type Orientation, orientationIn } from './orientation.ts';

/**
 * Reads the size of a PNG from its header, which is its first chunk, and its orientation from a chunk eXIf before its pixels
 * (PNG, third edition, sections 5.3, 11.2.1 and 11.3.3.1).
 * @returns null where the header is not where it has to be
 */
export function readPng(
  bytes: Uint8Array,
): { width: number; height: number; orientation: Orientation } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
  if (bytes.length < 33 || name(8) !== 'IHDR') return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  for (let at = 33; at + 12 <= bytes.length && name(at) !== 'IDAT'; at += 12 + view.getUint32(at)) {
    if (name(at) === 'eXIf')
      return { ...size, orientation: orientationIn(bytes.subarray(at + 8, at + 8 + view.getUint32(at))) };
  }
  return { ...size, orientation: 1 };
}
