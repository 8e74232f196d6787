import type { Mark } from '../../../text/reading.ts';
import type { LineBuilder } from './line.ts';
import { attribute, type Element } from './tree.ts';

const STYLES: Readonly<Record<string, Mark['kind']>> = {
  ...{ em: 'emphasis', i: 'emphasis', cite: 'emphasis', var: 'emphasis', dfn: 'emphasis' },
  ...{ strong: 'strong', b: 'strong', s: 'strike', strike: 'strike', del: 'strike' },
  ...{ code: 'code', kbd: 'code', samp: 'code', tt: 'code' },
};

/** What the writer of blocks does for what stands in a line. */
interface Around {
  /** Ends the block. */
  boundary(): void;
  pageEnd(): void;
  children(element: Element): void;
}

/** Reads text, and elements that stand in a line of it, into a line. */
export class InlineReader {
  /** Pictures so far. */
  images = 0;
  inCell = false;
  inCode = false;
  readonly #line: LineBuilder;
  readonly #references: ReadonlyMap<Element, string>;
  readonly #around: Around;
  #quotations = 0;

  constructor(line: LineBuilder, references: ReadonlyMap<Element, string>, around: Around) {
    this.#line = line;
    this.#references = references;
    this.#around = around;
  }

  /** Adds text: as it is in code, else with white space as CSS collapses it. */
  text(value: string): void {
    if (this.inCode) {
      this.#verbatim(value);
      return;
    }
    // A no-break space is no white space here.
    const collapsed = value.replace(/[ \t\n\f\r]+/g, ' ');
    if (collapsed.startsWith(' ')) this.#line.space();
    this.#line.add(collapsed.replace(/^ | $/g, ''));
    if (collapsed.length > 1 && collapsed.endsWith(' ')) this.#line.space();
  }

  #verbatim(value: string): void {
    const clean = value.replace(/\r\n?/g, '\n');
    clean.split('\f').forEach((text, index) => {
      if (index > 0) this.#around.pageEnd();
      for (const part of text.match(/\s+|\S+/g) ?? []) {
        if (!/\S/.test(part) && !this.#line.isEmpty) this.#line.wait(part);
        // Lines are stripped at the block's start, but its first line keeps what it is indented by.
        else this.#line.add(/\S/.test(part) ? part : part.replace(/^.*\n/s, ''));
      }
    });
  }

  /** Reads an element that stands in a line. */
  read(element: Element): void {
    const label = this.#references.get(element);
    if (label !== undefined) {
      this.#line.add(`[${label}]`);
      return;
    }
    switch (element.tagName) {
      case 'br':
        if (this.inCode) this.#verbatim('\n');
        // Two line breaks in a row are how old pages part their paragraphs.
        else if (this.#line.waiting.includes('\n') && !this.inCell) this.#around.boundary();
        else this.#line.break();
        return;
      case 'img':
        this.images++;
        this.text(attribute(element, 'alt') ?? '');
        return;
      case 'q':
        this.#quotation(element);
        return;
      case 'a':
        this.#marked(element, attribute(element, 'href') === null ? null : 'link');
        return;
      default:
        this.#marked(element, STYLES[element.tagName] ?? null);
        return;
    }
  }

  /** Quotation marks that a browser puts around: double outside, single inside. */
  #quotation(element: Element): void {
    const [before, after] = this.#quotations % 2 === 0 ? ['“', '”'] : ['‘', '’'];
    this.#quotations++;
    this.#line.add(before);
    this.#around.children(element);
    this.#line.add(after);
    this.#quotations--;
  }

  #marked(element: Element, kind: Mark['kind'] | null): void {
    if (kind === null || (kind === 'code' && this.inCode)) {
      this.#around.children(element);
      return;
    }
    if (kind === 'link') this.#line.open(kind, attribute(element, 'href') ?? '');
    else this.#line.open(kind);
    this.#around.children(element);
    this.#line.close();
  }
}
