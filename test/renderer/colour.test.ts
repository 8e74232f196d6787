import { expect, test } from 'vitest';
import { codeLetter, codeStyle, NAMED_COLOURS, nearestColour, oklch } from '../../src/renderer/ui/colour.ts';

test('each named colour is shown by its own tokens', () => {
  NAMED_COLOURS.forEach(({ hex }, index) => {
    expect(nearestColour(hex)).toBe(index);
    expect(codeStyle(hex)).toMatchObject({ '--tint': `var(--code-${index + 1}-tint)` });
  });
});

test('a colour between two named ones keeps its own hue', () => {
  const style = codeStyle('#7a8c1f') as Record<string, string>;
  expect(style['--ink']).toContain(oklch('#7a8c1f').hue.toFixed(1));
});

test('a grey has no hue and takes none', () => {
  expect(nearestColour('#808080')).toBeNull();
  expect(codeStyle('#000000')).toMatchObject({ '--ink': 'var(--text-quiet)' });
});

test('the hue is measured as the CSS colour module does', () => {
  expect(oklch('#ff0000').hue).toBeCloseTo(29.23, 1);
  expect(oklch('#0000ff').hue).toBeCloseTo(264.05, 1);
  expect(oklch('#ffffff').lightness).toBeCloseTo(1, 3);
});

test('a swatch shows the first letter or digit there is', () => {
  expect(codeLetter('§ 4 duties')).toBe('4');
  expect(codeLetter('éducation')).toBe('É');
  expect(codeLetter('…')).toBe('·');
});
