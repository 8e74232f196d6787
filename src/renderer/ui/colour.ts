import type { CSSProperties } from 'react';
import type { MessageId } from '../messages/en.ts';

/** One of the twelve named colours: the hue that the theme gives it, and the hex that a code of this colour stores. */
export interface NamedColour {
  readonly name: MessageId;
  readonly hue: number;
  readonly hex: string;
}

/**
 * The named colours in the order of the circle; tokens.css holds what each becomes in light and dark. The hexes are the
 * ones that new codes are given in turn, whose hues lie near the theme's.
 */
export const NAMED_COLOURS: readonly NamedColour[] = [
  { name: 'colour.madder', hue: 18, hex: '#ad4b42' },
  { name: 'colour.sienna', hue: 46, hex: '#a8581f' },
  { name: 'colour.ochre', hue: 74, hex: '#a56a16' },
  { name: 'colour.olive', hue: 106, hex: '#6f7513' },
  { name: 'colour.moss', hue: 134, hex: '#447b2c' },
  { name: 'colour.viridian', hue: 162, hex: '#1d8056' },
  { name: 'colour.teal', hue: 190, hex: '#008385' },
  { name: 'colour.azure', hue: 226, hex: '#007fa3' },
  { name: 'colour.cobalt', hue: 260, hex: '#3273b5' },
  { name: 'colour.iris', hue: 288, hex: '#6a5fb3' },
  { name: 'colour.plum', hue: 318, hex: '#914e9f' },
  { name: 'colour.rose', hue: 350, hex: '#a8436f' },
];

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/**
 * Measures a colour in OKLCH (Björn Ottosson's matrices).
 * @param hex `#rrggbb`
 */
export function oklch(hex: string): { lightness: number; chroma: number; hue: number } {
  const channel = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, bb), hue: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

/** A stored colour this near to a named one is shown as it, so that the theme's own tokens are used. */
const NEAR_DEGREES = 10;

const distance = (a: number, b: number): number => {
  const apart = Math.abs(a - b) % 360;
  return Math.min(apart, 360 - apart);
};

/** Number of the named colour nearest in hue, from 0; null for a grey, which has no hue to speak of. */
export function nearestColour(hex: string): number | null {
  const { chroma, hue } = oklch(hex);
  if (chroma < 0.02) return null;
  let best = 0;
  NAMED_COLOURS.forEach((colour, index) => {
    if (distance(colour.hue, hue) < distance(NAMED_COLOURS[best]?.hue ?? 0, hue)) best = index;
  });
  return best;
}

const GREY = { '--tint': 'var(--pressed)', '--stripe': 'var(--text-faint)', '--ink': 'var(--text-quiet)' };

/**
 * Gives what a theme makes of a code's stored colour, as the custom properties `--tint` (behind words), `--stripe`
 * (margin, threads) and `--ink` (names, letters). A theme reads only the hue: lightness and chroma are its own, and the
 * two lightness values alternate round the circle, so that neighbours stay apart without red–green vision.
 * @param hex the colour as the code stores it
 */
export function codeStyle(hex: string): CSSProperties {
  const nearest = nearestColour(hex);
  if (nearest === null) return GREY as CSSProperties;
  const hue = oklch(hex).hue;
  if (distance(hue, NAMED_COLOURS[nearest]?.hue ?? 0) < NEAR_DEGREES) {
    const token = `--code-${nearest + 1}`;
    return {
      '--tint': `var(${token}-tint)`,
      '--stripe': `var(${token}-stripe)`,
      '--ink': `var(${token}-text)`,
    } as CSSProperties;
  }
  const h = hue.toFixed(1);
  const even = nearest % 2 === 0;
  const pair = (light: string, dark: string) => `light-dark(oklch(${light} ${h}), oklch(${dark} ${h}))`;
  return {
    '--tint': even ? pair('0.936 0.032', '0.266 0.038') : pair('0.918 0.032', '0.278 0.038'),
    '--stripe': even ? pair('0.54 0.09', '0.79 0.075') : pair('0.47 0.09', '0.715 0.075'),
    '--ink': pair('0.41 0.07', '0.85 0.055'),
  } as CSSProperties;
}

/** The letter a swatch shows: the first letter or digit of the code's name. */
export function codeLetter(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·').toLocaleUpperCase();
}
