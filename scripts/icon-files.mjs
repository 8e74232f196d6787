// The two files that hold an icon in several sizes: ICO for Windows, ICNS for macOS.

/**
 * A square picture.
 *
 * @typedef {{ size: number, png: Uint8Array, rgba: Uint8ClampedArray }} Picture size in pixels; rgba row by row from the top
 */

/** What macOS calls a picture of so many pixels; the doubled ones are for screens with twice the points. */
const TYPES = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * Makes a Windows icon. Small pictures are bitmaps, because not every program that shows icons reads PNG in them; the
 * largest is PNG, as Windows itself has it.
 *
 * @param {readonly Picture[]} pictures up to 256 pixels
 * @returns {Buffer} the bytes of an .ico file
 */
export function ico(pictures) {
  const bodies = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmap(picture)));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size }, index) => {
    const at = 6 + 16 * index;
    const length = bodies[index]?.length ?? 0;
    // One byte each for width and height: 256 is written as nought.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([head, ...bodies]);
}

/**
 * Makes a macOS icon.
 *
 * @param {readonly Picture[]} pictures one for each size that macOS knows; what is missing is left out
 * @returns {Buffer} the bytes of an .icns file
 */
export function icns(pictures) {
  const entries = TYPES.flatMap(([type, size]) => {
    const picture = pictures.find((each) => each.size === size);
    return picture ? [chunk(type, picture.png)] : [];
  });
  return chunk('icns', Buffer.concat(entries));
}

/**
 * @param {string} type four letters
 * @param {Uint8Array} body
 * @returns {Buffer} the body after its type and the length of both
 */
function chunk(type, body) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}

/**
 * @param {Picture} picture
 * @returns {Buffer} as Windows keeps it in an icon: rows from the foot, blue first, and a mask of one bit a pixel after them
 */
function bitmap({ size, rgba }) {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(size, 4);
  // The mask counts as a second picture below the first.
  head.writeInt32LE(2 * size, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(4 * size * size);
  // Rows of the mask are filled up to 32 bits.
  const stride = 4 * Math.ceil(size / 32);
  const mask = Buffer.alloc(stride * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = 4 * (y * size + x);
      const row = size - 1 - y;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      colours.set([blue, green, red, alpha], 4 * (row * size + x));
      const at = row * stride + (x >> 3);
      if (alpha === 0) mask[at] = (mask[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return Buffer.concat([head, colours, mask]);
}
