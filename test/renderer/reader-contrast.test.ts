import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeStyle } from '../../src/renderer/ui/colour.ts';
import { contrast, formatHex, fromOklch, type Rgb } from './oklch.ts';

const TOKEN = /(--[\w-]+):\s*([^;]+);/g;

/** The tokens of a stretch of a stylesheet. Of two the first holds: what follows are overrides of forced colours. */
const tokensIn = (css: string) =>
  [...css.matchAll(TOKEN)].map((match) => [match[1] ?? '', match[2] ?? ''] as const).reverse();

const read = (name: string) => readFileSync(`src/renderer/styles/${name}.css`, 'utf8');

/** What a theme beside light and dark sets otherwise. */
const overrides = (theme: string) =>
  tokensIn(new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(read('themes'))?.[1] ?? '');

const plain = tokensIn(read('tokens'));
const THEMES = {
  light: { tokens: new Map(plain), isDark: false },
  dark: { tokens: new Map(plain), isDark: true },
  sepia: { tokens: new Map([...plain, ...overrides('sepia')]), isDark: false },
  'high contrast, light': { tokens: new Map([...plain, ...overrides('contrast')]), isDark: false },
  'high contrast, dark': { tokens: new Map([...plain, ...overrides('contrast')]), isDark: true },
};
type Theme = keyof typeof THEMES;

/** The sRGB colour that a CSS value of our own making stands for in a theme. */
function resolve(css: string, theme: Theme): Rgb {
  const token = /^var\((--[\w-]+)\)$/.exec(css)?.[1];
  const { tokens, isDark } = THEMES[theme];
  if (token !== undefined) return resolve(tokens.get(token) ?? '', theme);
  const [light, dark = light] = [...css.matchAll(/oklch\(([\d.\s]+)\)/g)].map((match) => match[1] ?? '');
  const [l = Number.NaN, c = Number.NaN, h = Number.NaN] = ((isDark ? dark : light) ?? '')
    .split(/\s+/)
    .map(Number);
  return fromOklch(l, c, h);
}

const themes = Object.keys(THEMES) as Theme[];
const hexes = [
  ...Array.from({ length: 72 }, (_, index) => formatHex(fromOklch(0.6, 0.1, index * 5))),
  '#808080',
];
const part = (hex: string, name: string, theme: Theme) =>
  resolve((codeStyle(hex) as Record<string, string>)[name] ?? '', theme);

/** What mix-blend-mode makes of two tints: multiply on paper, screen in the dark. */
function blend([r1, g1, b1]: Rgb, [r2, g2, b2]: Rgb, theme: Theme): Rgb {
  const mix = (a: number, b: number) => (THEMES[theme].isDark ? 1 - (1 - a) * (1 - b) : a * b);
  return [mix(r1, r2), mix(g1, g2), mix(b1, b2)];
}

describe.each(themes)('contrast in %s, for every hue', (theme) => {
  const text = resolve('var(--text)', theme);
  const quiet = resolve('var(--text-quiet)', theme);
  const neutral = resolve('var(--overlap-tint)', theme);

  test('of text on one tint, on two blended and on the neutral ground of three', () => {
    for (const hex of hexes) {
      const tint = part(hex, '--tint', theme);
      expect(contrast(text, tint)).toBeGreaterThan(7);
      for (const other of hexes) {
        expect(contrast(text, blend(tint, part(other, '--tint', theme), theme))).toBeGreaterThan(4.5);
      }
    }
    expect(contrast(text, neutral)).toBeGreaterThan(7);
    expect(contrast(quiet, neutral)).toBeGreaterThan(4.5);
  });

  test('of threads on the ground they stand on, and of stripes on the margin', () => {
    for (const hex of hexes) {
      const stripe = part(hex, '--stripe', theme);
      expect(contrast(stripe, part(hex, '--tint', theme))).toBeGreaterThan(3);
      expect(contrast(stripe, resolve('var(--surface-1)', theme))).toBeGreaterThan(3);
      expect(contrast(stripe, neutral)).toBeGreaterThan(3);
    }
  });

  test('of code names on every surface', () => {
    for (const hex of hexes) {
      for (const surface of ['--surface-1', '--surface-2', '--surface-3']) {
        const ratio = contrast(part(hex, '--ink', theme), resolve(`var(${surface})`, theme));
        expect(ratio).toBeGreaterThan(4.5);
      }
    }
  });

  test('of the three steps of text on every surface, and of the bounds of fields', () => {
    for (const surface of [
      '--surface-0',
      '--surface-1',
      '--surface-2',
      '--surface-3',
      '--hover',
      '--accent-tint',
    ]) {
      const ground = resolve(`var(${surface})`, theme);
      for (const step of ['--text', '--text-quiet', '--text-faint'])
        expect(contrast(resolve(`var(${step})`, theme), ground), `${step} on ${surface}`).toBeGreaterThan(
          4.4,
        );
    }
    for (const surface of ['--surface-1', '--surface-3']) {
      const ratio = contrast(resolve('var(--line-field)', theme), resolve(`var(${surface})`, theme));
      expect(ratio, surface).toBeGreaterThan(3);
    }
  });
});
