import { shape } from './shapes.ts';

/** What a file says of itself. */
interface About {
  readonly title: string;
  readonly sentence: string;
}

/** A picture as a file. */
export interface PictureFile {
  /** The SVG as text. */
  readonly svg: string;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** White around a picture in a file, px. */
const AROUND = 16;

/** What may have a colour that the theme decides. */
const PAINTS = ['fill', 'stroke', 'color', 'stop-color'] as const;

/** Writes a colour of any notation as programs for pictures read it: `#rrggbb`, and how opaque it is. */
function plainColour(colour: string, canvas: CanvasRenderingContext2D): { hex: string; alpha: number } {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  return { hex: `#${hex}`, alpha: alpha / 255 };
}

/** Puts colours in the place of names that only the page knows. The picture has to stand in the page, which works them out. */
function resolveColours(svg: SVGSVGElement): void {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (canvas === null) return;
  const known = new Map<string, { hex: string; alpha: number }>();
  for (const element of [svg, ...svg.querySelectorAll<SVGElement>('*')]) {
    const computed = getComputedStyle(element);
    for (const paint of PAINTS) {
      const given = element.getAttribute(paint);
      if (given === null || !/\(|currentcolor/i.test(given) || given.startsWith('url(')) continue;
      const colour = computed.getPropertyValue(paint);
      const plain = known.get(colour) ?? plainColour(colour, canvas);
      known.set(colour, plain);
      element.setAttribute(paint, plain.hex);
      if (plain.alpha < 1) element.setAttribute(`${paint}-opacity`, plain.alpha.toFixed(3));
    }
  }
}

/** Puts what the file says of itself at its head, where programs look for it. */
function describe(svg: SVGSVGElement, { title, sentence }: About): void {
  svg.prepend(shape('title', {}, title), shape('desc', {}, sentence));
  svg.setAttribute('role', 'img');
}

/**
 * Makes a file of a picture, that stands alone: light colours on white, whatever the theme, as plain hex; faces by name; title and
 * description inside.
 * @param drawn fresh from the view; it is used up
 */
export function svgFile(drawn: SVGSVGElement, about: About): PictureFile {
  const host = document.createElement('div');
  host.className = 'ana-export';
  host.setAttribute('aria-hidden', 'true');
  host.append(drawn);
  document.body.append(host);
  try {
    resolveColours(drawn);
  } finally {
    host.remove();
  }
  const box = drawn.viewBox.baseVal;
  const [width, height] = [box.width + 2 * AROUND, box.height + 2 * AROUND];
  drawn.prepend(shape('rect', { x: -AROUND, y: -AROUND, width, height, fill: '#ffffff' }));
  for (const [name, value] of Object.entries({
    width,
    height,
    viewBox: `${-AROUND} ${-AROUND} ${width} ${height}`,
  }))
    drawn.setAttribute(name, String(value));
  describe(drawn, about);
  drawn.removeAttribute('class');
  for (const element of drawn.querySelectorAll('[data-row]')) element.removeAttribute('data-row');
  // Spaces within words are to be seen as they are; in the page analyse.css says so.
  drawn.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  const svg = new XMLSerializer().serializeToString(drawn);
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height };
}
