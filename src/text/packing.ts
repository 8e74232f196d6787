/**
 * Ascending offsets in few bytes, for the store: their number, then the first offset and the step from each to the next,
 * every one an unsigned LEB128 varint (seven bits a byte, lowest first, the top bit says that more follow; DWARF 5,
 * section 7.6). Words of a plan take a little over two bytes a word instead of eight.
 */

const LARGEST = 0xffff_ffff;

/** Bytes that a varint of this value takes. */
function width(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 0x7f; rest = rest >>> 7) bytes++;
  return bytes;
}

/**
 * Packs offsets that never fall. Takes them in whatever unit they count; gives the bytes.
 * Throws RangeError where an offset is smaller than the one before it.
 */
export function packOffsets(offsets: Uint32Array): Uint8Array {
  let size = width(offsets.length);
  let last = 0;
  for (const offset of offsets) {
    if (offset < last) throw new RangeError(`Offsets must not fall, but ${offset} follows ${last}.`);
    size += width(offset - last);
    last = offset;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  const put = (value: number) => {
    let rest = value;
    for (; rest > 0x7f; rest = rest >>> 7) bytes[at++] = (rest & 0x7f) | 0x80;
    bytes[at++] = rest;
  };
  put(offsets.length);
  last = 0;
  for (const offset of offsets) {
    put(offset - last);
    last = offset;
  }
  return bytes;
}

/**
 * Unpacks what `packOffsets` made. Throws RangeError, in one sentence, for anything else: bytes cut short or left over,
 * an offset beyond 32 bits, a varint longer than it need be. So damage in a file is noticed rather than counted.
 */
export function unpackOffsets(bytes: Uint8Array): Uint32Array {
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('Packed offsets are cut short.');
      value += (byte & 0x7f) * scale;
      if (value > LARGEST || scale > LARGEST)
        throw new RangeError('Packed offsets hold a number beyond 32 bits.');
      if (byte < 0x80) {
        if (byte === 0 && scale > 1) throw new RangeError('Packed offsets are damaged.');
        return value;
      }
    }
  };
  const count = take();
  // Each takes a byte at least: a damaged count must not claim gigabytes.
  if (count > bytes.length - at) throw new RangeError('Packed offsets are cut short.');
  const offsets = new Uint32Array(count);
  let last = 0;
  for (let index = 0; index < count; index++) {
    // Most steps are one byte.
    const step = bytes[at] ?? 0x80;
    if (step < 0x80) {
      last += step;
      at++;
    } else last += take();
    if (last > LARGEST) throw new RangeError('Packed offsets hold a number beyond 32 bits.');
    offsets[index] = last;
  }
  if (at < bytes.length)
    throw new RangeError('Packed offsets are followed by bytes that do not belong to them.');
  return offsets;
}
