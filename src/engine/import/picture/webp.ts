/** A file has a handful of chunks, an animation a few thousand. */
const MOST_CHUNKS = 100_000;

const nameAt = (bytes: Uint8Array, at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');

/**
 * Reads the size of a WebP (RFC 9649) from its first chunk. What its EXIF says of its orientation counts for nothing: browsers
 * show it as it is stored.
 * @returns null where its first chunk is none of a picture
 */
export function readWebp(bytes: Uint8Array): { width: number; height: number; orientation: 1 } | null {
  if (bytes.length < 30) return null;
  const size = sizeIn(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), nameAt(bytes, 12));
  return size && { ...size, orientation: 1 };
}

/** Sizes are stated in 14 bits by lossy files, in 14 bits less one by lossless ones, in 24 less one by extended ones. */
function sizeIn(view: DataView, first: string): { width: number; height: number } | null {
  if (first === 'VP8 ' && view.getUint8(23) === 0x9d && view.getUint16(24, true) === 0x2a01)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (first === 'VP8L' && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (first !== 'VP8X') return null;
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return { width: three(24), height: three(27) };
}

/** @returns a copy for decoders that would heed the orientation: one in which its EXIF goes by another name */
export function withoutExif(webp: Uint8Array): Buffer {
  const bytes = Buffer.from(webp);
  let at = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 8 <= bytes.length; chunk++) {
    if (nameAt(bytes, at) === 'EXIF') bytes.write('NONE', at, 'latin1');
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return bytes;
}
