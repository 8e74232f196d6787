import type { Block } from '../../../text/reading.ts';
import type { CanonicalText } from '../canonical.ts';
import { InlineReader } from './inline.ts';
import { LineBuilder, withLead } from './line.ts';
import { isLoose, itemsOf } from './lists.ts';
import { findNotes, type Notes } from './notes.ts';
import { headingLevel, levelOf, type Place } from './place.ts';
import type { Selection } from './select.ts';
import { gridOf, layoutTables } from './tables.ts';
import { attribute, type Element, isElement, type Node } from './tree.ts';
import { isBlock, isHidden } from './visible.ts';

const PAGE_BREAK = /(?:^|;)\s*(?:page-)?break-(before|after)\s*:\s*(?:always|page|left|right|recto|verso)\b/i;

/** More tabs in a row than a person would count. */
const MOST_TABS = 20;

const EMBEDDED = new Set(['iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'applet']);

/** Writes the blocks of a page into a canonical text, by the rules that hold for Markdown. */
export class PageWriter {
  /** Films, frames and the like that show nothing here. */
  embedded = 0;
  readonly #out: CanonicalText;
  readonly #left: ReadonlySet<Element>;
  readonly #notes: Notes;
  readonly #layout: ReadonlySet<Element>;
  readonly #line = new LineBuilder();
  readonly #inline: InlineReader;
  #place: Place = { kind: 'paragraph', outer: 'paragraph', heading: 0, lists: 0, quotes: 0, gap: '\n\n' };
  /** Enumerators and labels that wait for the first text of their item. */
  #lead = '';
  #tables = 0;

  constructor(out: CanonicalText, { root, left }: Selection, whole: Element) {
    this.#out = out;
    this.#left = left;
    this.#notes = findNotes(whole);
    this.#layout = layoutTables(root);
    this.#inline = new InlineReader(this.#line, this.#notes.references, {
      boundary: () => this.#boundary(),
      pageEnd: () => this.#pageEnd(),
      children: (element) => this.#children(element),
    });
  }

  /** How many pictures show only their alternative texts. */
  get images(): number {
    return this.#inline.images;
  }

  /** Writes an element and all in it. One that is hidden itself was to be shown by a script, as pages do while they load. */
  write(root: Element): void {
    if (isHidden(root)) this.#children(root);
    else this.#element(root);
    this.#boundary();
  }

  /** Ends the block that is being written, if one is, and asks for what separates it from the next. */
  #boundary(): void {
    if (this.#inline.inCell) {
      this.#line.breakOnce();
      return;
    }
    this.#flush();
    this.#out.separate(this.#place.gap);
  }

  #flush(): void {
    const own = this.#line.finish();
    // Word writes empty paragraphs as a no-break space.
    if (!/\S/.test(own.text)) return;
    const place = this.#place;
    const line = withLead(this.#lead, own);
    this.#lead = '';
    if (this.#inline.inCode) this.#out.add(line.text, { kind: 'code', level: null, marks: line.marks });
    else this.#out.add(line.text, { kind: place.kind, level: levelOf(place), marks: line.marks });
    this.#leaveStart();
  }

  /** Gives an enumerator a block of its own, where no text of its item follows that it could stand in. */
  #ownLead(): void {
    if (this.#lead === '' || this.#inline.inCell) return;
    const { text } = withLead(this.#lead, { text: '', marks: [] });
    this.#lead = '';
    this.#out.add(text, { kind: this.#place.kind, level: levelOf(this.#place) });
    this.#out.separate('\n');
  }

  #pageEnd(): void {
    if (this.#inline.inCell) return;
    this.#flush();
    this.#out.separate('\n\n');
    this.#out.add('\f', { kind: 'page_break', level: null });
    this.#out.separate('\n\n');
  }

  #children(element: Element): void {
    for (const child of element.childNodes) this.#node(child);
  }

  #node(node: Node): void {
    if (isElement(node)) this.#element(node);
    else if (node.nodeName === '#text' && 'value' in node) this.#inline.text(node.value);
  }

  #element(element: Element): void {
    if (EMBEDDED.has(element.tagName)) this.embedded++;
    if (isHidden(element)) {
      this.#box(element);
      return;
    }
    if (this.#left.has(element) || this.#notes.skipped.has(element)) return;
    const breaks = PAGE_BREAK.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase();
    if (breaks === 'before') this.#pageEnd();
    if (isBlock(element)) this.#block(element);
    else this.#inline.read(element);
    if (breaks === 'after') this.#pageEnd();
  }

  /** The box of a task, which Markdown shows as text; every other control of a form shows nothing. */
  #box(element: Element): void {
    if (element.tagName !== 'input' || attribute(element, 'type') !== 'checkbox') return;
    if (this.#place.kind !== 'list_item' || !this.#line.isEmpty) return;
    this.#lead += attribute(element, 'checked') === null ? '[ ] ' : '[x] ';
  }

  /** Reads an element's content in another place than where the element stands. */
  #in(changes: Partial<Place>, read: () => void): void {
    const outer = this.#place;
    this.#boundary();
    this.#place = { ...outer, ...changes };
    read();
    this.#flushHere();
    this.#place = outer;
    this.#leaveStart();
    this.#boundary();
  }

  /** Only the first block of a list's item stands behind its number or bullet. */
  #leaveStart(): void {
    if (this.#place.kind === 'list_item') this.#place.kind = this.#place.outer;
  }

  #flushHere(): void {
    if (!this.#inline.inCell) this.#flush();
  }

  #block(element: Element): void {
    const { tagName } = element;
    const note = this.#notes.notes.get(element);
    if (note !== undefined && tagName !== 'li') {
      this.#note(element, note);
      return;
    }
    const heading = headingLevel(element);
    if (heading !== null) {
      this.#in({ kind: 'heading', heading }, () => this.#children(element));
      return;
    }
    switch (tagName) {
      case 'blockquote': {
        const quotes = this.#place.quotes + 1;
        this.#in({ kind: 'quote', outer: 'quote', quotes }, () => this.#children(element));
        return;
      }
      case 'ol':
      case 'ul':
      case 'menu':
      case 'dir':
        this.#list(element);
        return;
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        this.#code(element);
        return;
      case 'table':
        if (!this.#layout.has(element) && !this.#inline.inCell) {
          this.#table(element);
          return;
        }
    }
    this.#boundary();
    this.#children(element);
    this.#boundary();
  }

  #note(element: Element, label: string | null): void {
    this.#in({ kind: 'footnote', outer: 'footnote', gap: '\n\n' }, () => {
      if (label !== null) this.#lead += `[${label}] `;
      this.#children(element);
      this.#flushHere();
      this.#ownLead();
    });
  }

  #code(element: Element): void {
    if (this.#inline.inCell || this.#inline.inCode) {
      this.#boundary();
      this.#children(element);
      this.#boundary();
      return;
    }
    this.#boundary();
    this.#ownLead();
    this.#inline.inCode = true;
    this.#children(element);
    this.#flush();
    this.#inline.inCode = false;
    this.#boundary();
  }

  #list(list: Element): void {
    const outer = this.#place;
    const enumerators = new Map(itemsOf(list).map(({ element, enumerator }) => [element, enumerator]));
    this.#boundary();
    this.#place = { ...outer, gap: isLoose(list) ? '\n\n' : '\n' };
    for (const child of list.childNodes) {
      const enumerator = isElement(child) ? enumerators.get(child) : undefined;
      if (!isElement(child) || enumerator === undefined) this.#node(child);
      else if (!this.#left.has(child)) this.#item(child, enumerator, outer.lists + 1);
    }
    this.#flushHere();
    this.#place = outer;
    this.#leaveStart();
    this.#boundary();
  }

  #item(element: Element, enumerator: string, lists: number): void {
    const note = this.#notes.notes.get(element);
    if (note !== undefined) {
      this.#note(element, note ?? enumerator.replace(/\.$/, ''));
      return;
    }
    this.#in({ kind: 'list_item', lists }, () => {
      if (enumerator !== '') this.#enumerate(`${enumerator} `);
      this.#children(element);
      this.#flushHere();
      this.#ownLead();
    });
  }

  #enumerate(lead: string): void {
    if (!this.#inline.inCell) {
      this.#lead += lead;
      return;
    }
    this.#line.add(lead.trimEnd());
    this.#line.space();
  }

  #table(element: Element): void {
    for (const child of element.childNodes) {
      if (isElement(child) && child.tagName === 'caption') this.#element(child);
    }
    this.#boundary();
    this.#ownLead();
    const table = this.#tables++;
    this.#inline.inCell = true;
    gridOf(element).forEach((cells, row) => {
      if (row > 0) this.#out.place('\n');
      let at = 0;
      for (const cell of cells) {
        for (let tabs = Math.min(cell.column - at, MOST_TABS); tabs > 0; tabs--) this.#out.place('\t');
        at = cell.column;
        this.#children(cell.element);
        const place = { table, row, column: cell.column } satisfies Block['cell'];
        const { text, marks } = this.#line.finish();
        if (/\S/.test(text)) this.#out.add(text, { kind: 'table_cell', level: null, cell: place, marks });
      }
    });
    this.#inline.inCell = false;
    this.#leaveStart();
    this.#boundary();
  }
}
