import { attribute, type Element, roleOf } from './tree.ts';

type Container = 'paragraph' | 'quote' | 'footnote';

/** What the blocks of a place in the tree inherit from above it. */
export interface Place {
  /** A list item's first block is a `list_item`; the ones after it are of the kind that the list stands in. */
  kind: Container | 'list_item' | 'heading';
  readonly outer: Container;
  readonly heading: number;
  readonly lists: number;
  readonly quotes: number;
  /** What separates the blocks here. */
  readonly gap: '\n' | '\n\n';
}

/** Deeper than anybody writes; the store holds no larger level. */
const DEEPEST = 99;

/** The level that the store keeps for a block of a place, or null. */
export function levelOf({ kind, heading, lists, quotes }: Place): number | null {
  if (kind === 'heading') return heading;
  if (kind === 'list_item') return Math.min(lists, DEEPEST);
  return kind === 'quote' ? Math.min(quotes, DEEPEST) : null;
}

/** The level of a heading (1 to 6), by its element or its role, or null. */
export function headingLevel(element: Element): number | null {
  const [, digit] = /^h([1-6])$/.exec(element.tagName) ?? [];
  if (digit !== undefined) return Number(digit);
  if (roleOf(element) !== 'heading') return null;
  const level = Number.parseInt(attribute(element, 'aria-level') ?? '2', 10);
  return Math.min(Math.max(Number.isNaN(level) ? 2 : level, 1), 6);
}
