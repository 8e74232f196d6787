import type { Span } from '../../text/reading.ts';

/**
 * The way between the page's own selection and offsets (UTF-16) in the canonical text. The text of a block stands in
 * an element that says where it starts (`data-start`) and holds the block's units and nothing else, in as many text
 * nodes as its marks need; so a place in it is its start and the units before.
 */

const TEXT = '[data-start]';

const startOf = (element: HTMLElement) => Number(element.dataset['start']);

/** The units of an element's text before a place in it. */
function unitsBefore(element: HTMLElement, node: Node, offset: number): number {
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** What of one block a range covers; null where it only touches its edge, as after a triple click on the one above. */
function spanInside(element: HTMLElement, range: Range): Span | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const from = element.contains(startContainer) ? unitsBefore(element, startContainer, startOffset) : 0;
  const to = element.contains(endContainer)
    ? unitsBefore(element, endContainer, endOffset)
    : (element.textContent?.length ?? 0);
  return to > from ? { start: startOf(element) + from, end: startOf(element) + to } : null;
}

/**
 * Says which part of the canonical text a range covers, wherever its ends lie: in the gutter, between blocks, in an
 * element around several.
 * @param root the element that holds the blocks
 * @returns null for a range without a unit of text
 */
export function spanOfRange(range: Range, root: HTMLElement): Span | null {
  let span: Span | null = null;
  for (const element of root.querySelectorAll<HTMLElement>(TEXT)) {
    if (!range.intersectsNode(element)) continue;
    const here = spanInside(element, range);
    if (here === null) continue;
    span =
      span === null ? here : { start: Math.min(span.start, here.start), end: Math.max(span.end, here.end) };
  }
  return span;
}

/** The text node and offset in it that so many units into a block lie at; an end prefers the node before a seam. */
function placeInside(element: HTMLElement, units: number, side: 'start' | 'end'): [Node, number] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    const inside = side === 'start' ? units < before + length : units <= before + length;
    if (inside) return [node, units - before];
    before += length;
  }
  return [element, element.childNodes.length];
}

/**
 * The range that covers a span inside one block.
 * @param element the block's text element
 * @param span UTF-16 offsets of the canonical text, within the block
 */
export function rangeInside(element: HTMLElement, span: Span): Range {
  const start = startOf(element);
  const range = element.ownerDocument.createRange();
  range.setStart(...placeInside(element, span.start - start, 'start'));
  range.setEnd(...placeInside(element, span.end - start, 'end'));
  return range;
}

/**
 * Where something stands in the window: the part of a page that is framed, else the words of a span as far as they are on
 * the page.
 * @returns null where nothing of it is
 */
export function rectOf(
  root: HTMLElement,
  { start, end, region }: Span & { readonly region?: unknown },
): DOMRect | null {
  if (region) return root.querySelector('.pg-frame')?.getBoundingClientRect() ?? null;
  return rangeOfSpan(root, { start, end })?.getBoundingClientRect() ?? null;
}

/**
 * The range that covers a span, or as much of it as stands on the page at present.
 * @returns null where no block of it does
 */
export function rangeOfSpan(root: HTMLElement, span: Span): Range | null {
  let range: Range | null = null;
  for (const element of root.querySelectorAll<HTMLElement>(TEXT)) {
    const start = startOf(element);
    const end = start + (element.textContent?.length ?? 0);
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    if (from >= to) continue;
    const here = rangeInside(element, { start: from, end: to });
    if (range === null) range = here;
    else range.setEnd(here.endContainer, here.endOffset);
  }
  return range;
}
