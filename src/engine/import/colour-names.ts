/** Where each hue ends, in degrees, as people name the colours of highlighters. */
const HUES = [
  [15, 'Red'],
  [42, 'Orange'],
  [70, 'Yellow'],
  [165, 'Green'],
  [200, 'Turquoise'],
  [258, 'Blue'],
  [292, 'Purple'],
  [345, 'Pink'],
  [360, 'Red'],
] as const;

/**
 * @param colour #rrggbb
 * @returns a colour in one English word, with a capital: Yellow, Green, Grey. By hue, saturation and lightness (CSS Color 4,
 * section 7), so that all yellows of all programs are one
 */
export function colourName(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255,
  );
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const lightness = most - range / 2;
  if (lightness < 0.12) return 'Black';
  if (lightness > 0.96) return 'White';
  if (range / (1 - Math.abs(2 * lightness - 1)) < 0.15) return 'Grey';
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  const hue = (sixth * 60 + 360) % 360;
  const name = HUES.find(([end]) => hue < end)?.[1] ?? 'Red';
  if (name === 'Red' && lightness > 0.72) return 'Pink';
  if (name === 'Pink' && lightness < 0.35) return 'Purple';
  if (name === 'Orange' && lightness < 0.35) return 'Brown';
  return name;
}
