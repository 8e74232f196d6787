/** Fonts of pictures, whose codes are not those of letters though most files give no other meaning to them. */
export type Pictures = 'dingbats' | 'wingdings';

const FONTS: readonly (readonly [name: RegExp, pictures: Pictures])[] = [
  [/zapf.?dingbats|^dingbats/i, 'dingbats'],
  [/^wingdings(?:[,-]|$)/i, 'wingdings'],
];

/** What pictures a font of a name holds, or null for letters. */
export const picturesOf = (name: string): Pictures | null =>
  FONTS.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/** Codes of ITC Zapf Dingbats that are not where the others are (Unicode's mapping zdingbat.txt). */
const DINGBATS: Readonly<Record<number, string>> = {
  37: '☎',
  42: '☛',
  43: '☞',
  72: '★',
  108: '●',
  110: '■',
  115: '▲',
  116: '▼',
  117: '◆',
  119: '◗',
  168: '♣',
  169: '♦',
  170: '♥',
  171: '♠',
  213: '→',
  214: '↔',
  215: '↕',
};

function dingbat(code: number): string | null {
  const own = DINGBATS[code];
  if (own !== undefined) return own;
  if (code >= 172 && code <= 181) return String.fromCharCode(0x2460 + code - 172);
  if (code > 32 && code < 127) return String.fromCharCode(0x2700 + code - 32);
  return code > 160 && code < 255 && code !== 240 ? String.fromCharCode(0x2700 + code - 64) : null;
}

/** Pictures of Wingdings that stand before list items and in forms; the others have no meaning in a text. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  118: '❖',
  117: '◆',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  222: '⇒',
  224: '→',
  232: '➔',
  251: '✗',
  252: '✓',
  254: '☑',
};

/** Fonts of Microsoft keep their pictures at these codes, and programs leave these in a text. */
const PRIVATE = 0xf000;

/**
 * The picture of a code, or null for one without a meaning. Codes of the private use area, where fonts of pictures lie that
 * are not named, are taken as those of Wingdings.
 */
export function pictureOf(code: number, pictures: Pictures | null): string | null {
  const own = code >= PRIVATE && code < PRIVATE + 256 ? code - PRIVATE : code;
  if (pictures === 'dingbats') return dingbat(own);
  return pictures === 'wingdings' || own !== code ? (WINGDINGS[own] ?? null) : null;
}
