/**
 * Ranges of UTF-16 units that never share a grapheme cluster with one another: ASCII, Latin, Greek, Cyrillic and Hebrew
 * letters, the usual punctuation, kana, Han, Hangul syllables, full-width forms. Left out: marks and whatever else extends,
 * prepends, joins or pictures something (Unicode Standard Annex 29, section 3.1.1), CR, and surrogates. A test tries each.
 */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x0c],
  [0x0e, 0x7f],
  [0xa0, 0xa8],
  [0xaa, 0xac],
  [0xaf, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x5d0, 0x5ea],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2070, 0x209c],
  [0x20a0, 0x20c0],
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a1, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];

const alone = new Uint8Array(0x1_0000);
for (const [first, last] of RANGES) alone.fill(1, first, last + 1);

/**
 * Whether a unit is of the common kind that forms a cluster by itself beside any other of that kind. Asking a table is a
 * hundred times faster than asking Intl.Segmenter, which search over many texts would feel.
 */
export const standsAlone = (unit: number): boolean => alone[unit] === 1;
