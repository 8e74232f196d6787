import { type PlotOptions, plot, type RenderFunction } from '@observablehq/plot';

// The one place that knows the library: what the views draw with, and how all pictures look.
export {
  areaY,
  axisX,
  axisY,
  barX,
  barY,
  cell,
  dot,
  gridX,
  gridY,
  line,
  link,
  type Markish,
  rect,
  rectX,
  rectY,
  ruleX,
  ruleY,
  text,
  tickX,
  tickY,
} from '@observablehq/plot';

/** The size of all words and figures in a picture, px. */
export const FONT_SIZE = 12;

/** The face of all words and figures: the interface's, by name, so that a file on another machine finds it or the like. */
export const FONT_FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";

/**
 * Draws a picture in our type. Colours are the tokens of styles/tokens.css (`var(--accent)`), so that it follows the theme; what
 * is exported gets them resolved (`plot/export.ts`). It has no style element: the policy of the page forbids those, and what the
 * library would write into one stands in analyse.css.
 * @param options of Observable Plot; legends are drawn as marks, since only the picture itself is exported
 */
export function pictureOf(options: PlotOptions): SVGSVGElement {
  const svg = plot({ ...options, figure: false });
  if (!(svg instanceof SVGSVGElement)) throw new Error('A picture is one SVG element.');
  svg.querySelector(':scope > style')?.remove();
  // The library names its marks in English, on elements that may have no name.
  for (const named of svg.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
  svg.setAttribute('class', 'ana-plot');
  svg.setAttribute('font-family', FONT_FAMILY);
  svg.setAttribute('font-size', String(FONT_SIZE));
  return svg;
}

/**
 * Makes the elements of a mark open rows of the table.
 * @param rowOf gives the place of a row for the place of a datum; undefined for one that stands for none
 * @returns options to spread into those of the mark
 */
export function opensRows(rowOf: (datum: number) => number | undefined): { readonly render: RenderFunction } {
  return {
    render: (index, scales, values, dimensions, context, next) => {
      const drawn = next?.(index, scales, values, dimensions, context) ?? null;
      for (const [place, element] of [...(drawn?.children ?? [])].entries()) {
        const row = rowOf(index[place] ?? -1);
        if (row !== undefined) element.setAttribute('data-row', String(row));
      }
      return drawn;
    },
  };
}
