import type { SaidPosition, SaidRegion, Selection } from '../incoming/incoming.ts';
import { asList, asNumber, asObject, asText, type Json, type JsonObject, member } from './json.ts';

/** Deeper ones are no selectors that anybody made. */
const DEEPEST = 16;

/** A type as it is compared: without the prefix or address that JSON-LD may write before it. */
export const typesOf = (object: JsonObject): string[] =>
  asList(member(object, 'type')).map((type) => asText(type).replace(/^(?:oa:|as:|.*[#/])/, ''));

interface Found {
  quote: Selection['quote'];
  positions: SaidPosition[];
  region: SaidRegion | null;
}

/**
 * Reads selectors (Web Annotation Data Model, 4.2). Several are alternatives for the same place, so that everything they say
 * is gathered. Those that point into markup (XPath, CSS, SVG) say nothing here, but a quote that refines one does.
 * @param unit in which positions probably count
 * @returns null where none of them says anything that a text or page can answer
 */
export function selectionOf(selectors: Json, unit: SaidPosition['unit']): Selection | null {
  const found: Found = { quote: null, positions: [], region: null };
  for (const selector of asList(selectors)) gather(selector, unit, found, false, 0);
  return found.quote || found.positions.length > 0 || found.region ? found : null;
}

/** @param isInner whether the selector refines another, so that its positions count from there */
function gather(
  value: Json,
  unit: SaidPosition['unit'],
  found: Found,
  isInner: boolean,
  depth: number,
): void {
  const selector = asObject(value);
  if (!selector || depth > DEEPEST) return;
  const refined = asList(member(selector, 'refinedBy'));
  const types = typesOf(selector);
  if (types.includes('TextQuoteSelector') && refined.length === 0) found.quote ??= quoteOf(selector);
  if (types.includes('TextPositionSelector') && refined.length === 0 && !isInner)
    found.positions.push({
      unit,
      start: asNumber(member(selector, 'start')),
      end: asNumber(member(selector, 'end')),
    });
  if (types.includes('FragmentSelector') && !isInner) fragment(asText(member(selector, 'value')), found);
  if (types.includes('RangeSelector')) range(selector, unit, found, isInner);
  for (const inner of refined) gather(inner, unit, found, true, depth + 1);
}

function quoteOf(selector: JsonObject): Selection['quote'] {
  const exact = asText(member(selector, 'exact'));
  if (!/\S/.test(exact)) return null;
  return { exact, prefix: asText(member(selector, 'prefix')), suffix: asText(member(selector, 'suffix')) };
}

/** Pages and rectangles as RFC 8118 writes them, parts of pictures as Media Fragments 1.0 does in pixels, characters as RFC 5147 does; a quote that refines a page goes before. */
function fragment(value: string, found: Found): void {
  const [, start, end] = /^char=(\d+),(\d+)/.exec(value) ?? [];
  if (start !== undefined && end !== undefined)
    found.positions.push({ unit: 'codePoints', start: Number(start), end: Number(end) });
  const [, ...pixels] = /^xywh=(?:pixel:)?([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(value) ?? [];
  const [left, top, across, down] = pixels.map(Number);
  // A picture is one page, whose points are its pixels.
  if (left !== undefined && top !== undefined && across && down)
    found.region ??= { page: 1, x: left, y: top, width: across, height: down };
  const [, page] = /(?:^|&)page=(\d+)/.exec(value) ?? [];
  const [, ...sides] = /(?:^|&)viewrect=([\d.]+),([\d.]+),([\d.]+),([\d.]+)/.exec(value) ?? [];
  const [x, y, width, height] = sides.map(Number);
  if (page === undefined || x === undefined || y === undefined || !width || !height) return;
  found.region ??= { page: Number(page), x, y, width, height };
}

/** From where one selector begins to where the other does. Only positions can say that without the text. */
function range(selector: JsonObject, unit: SaidPosition['unit'], found: Found, isInner: boolean): void {
  const [first, last] = ['startSelector', 'endSelector'].map((name) => asObject(member(selector, name)));
  if (!first || !last || isInner) return;
  const isPosition = (one: JsonObject) => typesOf(one).includes('TextPositionSelector');
  if (isPosition(first) && isPosition(last))
    found.positions.push({
      unit,
      start: asNumber(member(first, 'start')),
      end: asNumber(member(last, 'start')),
    });
}
