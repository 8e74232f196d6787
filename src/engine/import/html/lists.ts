import { type Numerals, numeral } from './enumerate.ts';
import { attribute, type Element, isElement } from './tree.ts';
import { isHidden } from './visible.ts';

const TYPES: Readonly<Record<string, Numerals>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

const STYLES: Readonly<Record<string, Numerals>> = {
  decimal: 'decimal',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
};

const LIST_STYLE = /(?:^|;)\s*list-style(?:-type)?\s*:\s*([a-z-]+)/i;

/** The numerals that an element asks for; null for bullets or none; undefined where it does not say. */
function numeralsOf(element: Element): Numerals | null | undefined {
  const style = LIST_STYLE.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase();
  if (style !== undefined) return STYLES[style] ?? null;
  return TYPES[attribute(element, 'type') ?? ''];
}

function whole(value: string | null): number | null {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}

/** A list's item and what is printed before it, such as `3.`; empty for bullets. */
interface Item {
  readonly element: Element;
  readonly enumerator: string;
}

const isItem = (element: Element) => element.tagName === 'li' && !isHidden(element);

/**
 * The items of a list with their numbers as a browser prints them: `start`, `reversed` and `type` of an `ol`, `value` and
 * `type` of an item (HTML Standard, section 4.4.5), or their `list-style-type`.
 */
export function itemsOf(list: Element): Item[] {
  const items = list.childNodes.filter(isElement).filter(isItem);
  if (list.tagName !== 'ol') return items.map((element) => ({ element, enumerator: '' }));
  const reversed = attribute(list, 'reversed') !== null;
  let number = whole(attribute(list, 'start')) ?? (reversed ? items.length : 1);
  const general = numeralsOf(list);
  return items.map((element) => {
    number = whole(attribute(element, 'value')) ?? number;
    const own = numeralsOf(element);
    const numerals = own === undefined ? general : own;
    const enumerator = numerals === null ? '' : `${numeral(number, numerals ?? 'decimal')}.`;
    number += reversed ? -1 : 1;
    return { element, enumerator };
  });
}

/** Whether the items of a list stand apart, as Markdown's loose lists do: one of them holds a paragraph. */
export const isLoose = (list: Element): boolean =>
  list.childNodes.some(
    (item) => isElement(item) && item.childNodes.some((child) => isElement(child) && child.tagName === 'p'),
  );
