import type { FootnoteDefinition, List, Nodes, Paragraph, Parents, RootContent, Table } from 'mdast';
import type { CanonicalText, Draft } from '../canonical.ts';
import { flatten, type Line, type Surroundings } from './inline.ts';
import { enumeratorAt } from './tree.ts';

type Container = 'paragraph' | 'quote' | 'footnote';

/** What the blocks of a place in the tree inherit from above it. */
interface Place {
  readonly kind: Container | 'list_item';
  /** What the list stands in, for the paragraphs of an item after its first. */
  readonly outer: Container;
  readonly lists: number;
  readonly quotes: number;
}

/** Deeper than anybody writes; the store holds no larger level. */
const DEEPEST = 99;

const levelOf = ({ kind, lists, quotes }: Place) => {
  if (kind === 'list_item') return Math.min(lists, DEEPEST);
  return kind === 'quote' ? Math.min(quotes, DEEPEST) : null;
};

/** A form feed stands in a paragraph of its own: `isolatePageEnds` puts it there before the source is parsed. */
const isPageEnd = (node: Paragraph) => {
  const [only, more] = node.children;
  return only?.type === 'text' && only.value === '\f' && more === undefined;
};

/** Puts every form feed of a source on a line of its own between blank lines, so that it ends what stands before it. */
export const isolatePageEnds = (source: string): string => source.replaceAll('\f', '\n\n\f\n\n');

/**
 * Writes the blocks of a syntax tree into a canonical text.
 *
 * The first paragraph of a list item is a `list_item`, the ones after it are of the kind that the list stands in. Ordered enumerators stand in the
 * text as printed, followed by a space; bullets are markup, and it is the block's kind that says there is one: a
 * `list_item` whose text starts with no enumerator. A task's box is text. Items of a tight list are joined by LF, of a
 * loose one by a blank line.
 */
export class BlockWriter {
  readonly #out: CanonicalText;
  readonly #around: Surroundings;
  #source = '';
  #tables = 0;
  /** Enumerators and labels that wait for the first text of their item. */
  #lead = '';

  constructor(out: CanonicalText, around: Surroundings) {
    this.#out = out;
    this.#around = around;
  }

  /** Writes top-level nodes, whose positions count in the source. */
  write(nodes: readonly RootContent[], source: string): void {
    this.#source = source;
    for (const node of nodes) {
      this.#out.separate('\n\n');
      this.#block(node, { kind: 'paragraph', outer: 'paragraph', lists: 0, quotes: 0 });
    }
  }

  #block(node: Nodes, place: Place): void {
    switch (node.type) {
      case 'heading':
        this.#line(flatten(node.children, this.#around), { kind: 'heading', level: node.depth });
        break;
      case 'paragraph':
        if (isPageEnd(node)) this.#pageEnd();
        else this.#line(flatten(node.children, this.#around), { kind: place.kind, level: levelOf(place) });
        break;
      case 'html':
        this.#verbatim(node.value, { kind: place.kind, level: levelOf(place) });
        break;
      case 'code':
        this.#ownLead(place);
        this.#verbatim(node.value, { kind: 'code', level: null });
        break;
      case 'table':
        this.#ownLead(place);
        this.#table(node);
        break;
      case 'blockquote':
        this.#children(node, { ...place, kind: 'quote', outer: 'quote', quotes: place.quotes + 1 }, '\n\n');
        break;
      case 'list':
        this.#list(node, { ...place, kind: 'list_item', lists: place.lists + 1 });
        break;
      case 'footnoteDefinition':
        this.#footnote(node, { ...place, kind: 'footnote', outer: 'footnote' });
        break;
    }
  }

  #footnote(node: FootnoteDefinition, place: Place): void {
    this.#lead += `[${node.label ?? node.identifier}] `;
    this.#children(node, place, '\n\n');
    this.#ownLead(place);
  }

  #children(parent: Parents, place: Place, gap: '\n' | '\n\n'): void {
    parent.children.forEach((child, index) => {
      if (index > 0) this.#out.separate(gap);
      // Only the first paragraph of an item stands behind its enumerator or bullet.
      this.#block(child, index > 0 && place.kind === 'list_item' ? { ...place, kind: place.outer } : place);
    });
  }

  #list({ children, spread }: List, place: Place): void {
    children.forEach((item, index) => {
      if (index > 0) this.#out.separate(spread ? '\n\n' : '\n');
      const start = item.position?.start.offset ?? 0;
      const enumerator = enumeratorAt(this.#source, start);
      if (enumerator) this.#lead += `${enumerator} `;
      if (typeof item.checked === 'boolean') this.#lead += item.checked ? '[x] ' : '[ ] ';
      this.#children(item, place, item.spread ? '\n\n' : '\n');
      this.#ownLead(place);
    });
  }

  /** Gives an enumerator a block of its own, where no text of its item follows that it could stand in. */
  #ownLead(place: Place): void {
    if (this.#lead === '') return;
    this.#line({ text: '', marks: [] }, { kind: place.kind, level: levelOf(place) });
    this.#out.separate('\n');
  }

  /** Adds a block behind the enumerator that waits, if one does. */
  #line(line: Line, draft: Draft): void {
    const lead = line.text === '' ? this.#lead.trimEnd() : this.#lead;
    this.#lead = '';
    const marks = line.marks.map((mark) => ({
      ...mark,
      start: mark.start + lead.length,
      end: mark.end + lead.length,
    }));
    this.#out.add(lead + line.text, { ...draft, marks });
  }

  /** Text that stays as it is, except that form feeds in it are blocks of their own. */
  #verbatim(value: string, draft: Draft): void {
    value.split(/\n*\f\n*/).forEach((text, index) => {
      if (index > 0) this.#pageEnd();
      this.#line({ text, marks: [] }, draft);
    });
  }

  #pageEnd(): void {
    this.#out.separate('\n\n');
    this.#out.add('\f', { kind: 'page_break', level: null });
    this.#out.separate('\n\n');
  }

  #table(node: Table): void {
    const table = this.#tables++;
    node.children.forEach((cells, row) => {
      if (row > 0) this.#out.place('\n');
      cells.children.forEach((content, column) => {
        if (column > 0) this.#out.place('\t');
        const { text, marks } = flatten(content.children, this.#around);
        this.#out.add(text, { kind: 'table_cell', level: null, cell: { table, row, column }, marks });
      });
    });
  }
}
