import { codeLetter, codeStyle } from '../../ui/colour.ts';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

/** Makes an element of a picture, for what is no mark over data: legends, swatches, lines between rows. */
export function shape(
  name: string,
  attributes: Attributes,
  inside: string | readonly SVGElement[] = [],
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (typeof inside === 'string') element.textContent = inside;
  else element.append(...inside);
  return element;
}

/** The colours that the theme makes of a code's: behind its letter, around it, and of the letter itself. */
export function paintsOf(hex: string): { tint: string; stripe: string; ink: string } {
  const style = codeStyle(hex) as Readonly<Record<string, string>>;
  return { tint: style['--tint'] ?? '', stripe: style['--stripe'] ?? '', ink: style['--ink'] ?? '' };
}

/** The side of a swatch, px. */
export const SWATCH = 16;

/**
 * The square of a code with its letter, as beside its name elsewhere.
 * @param y its middle
 * @param sign what stands in it instead
 */
export function swatchAt(
  x: number,
  y: number,
  { name, colour }: { name: string; colour: string },
  sign = codeLetter(name),
): SVGElement {
  const { tint, stripe, ink } = paintsOf(colour);
  const side = SWATCH - 1;
  return shape('g', {}, [
    shape('rect', {
      x: x + 0.5,
      y: y - side / 2,
      width: side,
      height: side,
      rx: 2,
      fill: tint,
      stroke: stripe,
    }),
    shape(
      'text',
      {
        x: x + SWATCH / 2,
        y,
        dy: '0.35em',
        'text-anchor': 'middle',
        'font-size': 10,
        'font-weight': 650,
        fill: ink,
      },
      sign,
    ),
  ]);
}
