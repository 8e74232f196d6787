import { ImportError } from '../../import/errors.ts';
import { isElement, type Node, parsePage } from '../../import/html/tree.ts';
import { type ReadFile, readSource } from '../../import/read-source.ts';
import { Alignment } from '../anchoring/alignment.ts';
import { Utf8Bytes } from '../anchoring/bytes.ts';
import { couldBe, type Placed, QuotedText } from '../anchoring/quoted-text.ts';
import { squeeze } from '../anchoring/squeezed.ts';

/** @returns the text nodes of a piece of HTML, joined: what Taguette counts in. Throws ImportError */
export const textNodes = (html: string): string => wordsOf([parsePage(html)]);

/** @returns the text of nodes and of all that is in them, joined */
export function wordsOf(nodes: readonly Node[]): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (isElement(node)) for (const child of node.childNodes) walk(child);
    else if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
  };
  for (const node of nodes) walk(node);
  return parts.join('');
}

/** A document of Taguette: its HTML read as an import reads a page, and the way from Taguette's offsets into that text. */
export class TaguetteText {
  readonly read: ReadFile;
  readonly #nodes: string;
  readonly #bytes: Utf8Bytes;
  readonly #alignment: Alignment;
  readonly #quoted: QuotedText;

  private constructor(read: ReadFile, nodes: string) {
    this.read = read;
    this.#nodes = nodes;
    this.#bytes = new Utf8Bytes(nodes);
    this.#alignment = new Alignment(nodes, read.reading.text);
    this.#quoted = new QuotedText(read.reading.text);
  }

  /** @returns null where there are no words in it, or more than can be read */
  static async from(html: string, language: string): Promise<TaguetteText | null> {
    try {
      const bytes = new Uint8Array(Buffer.from(html, 'utf8'));
      return new TaguetteText(await readSource({ bytes, format: 'html', language }), textNodes(html));
    } catch (error) {
      if (error instanceof ImportError) return null;
      throw error;
    }
  }

  /**
   * @param start bytes of UTF-8 over the text nodes
   * @param snippet the HTML that Taguette cut out when the highlight was made; may be empty
   * @returns where the highlight lies in the canonical text
   */
  place(start: number | null, end: number | null, snippet: string): Placed {
    const at = { start: this.#bytes.toUtf16(start, 'start'), end: this.#bytes.toUtf16(end, 'end') };
    const words = this.#nodes.slice(Math.max(0, at.start), Math.max(0, at.end));
    const quoted = snippetText(snippet);
    const isInside = at.start >= 0 && at.start < at.end && at.end <= this.#nodes.length;
    const isSame =
      isInside &&
      (quoted === '' || (couldBe(words, quoted) && squeeze(words, 'marks') === squeeze(quoted, 'marks')));
    if (!isSame) return this.#quoted.place(this.#rough(at), { exact: quoted });
    if (!/\S/.test(words)) return this.#quoted.place({ start: 0, end: 0 }, null);
    const placed = this.#quoted.place(this.#alignment.span(at), { exact: words });
    // That our text has printed numbers between the words is no fault of the file.
    return placed.span ? { span: placed.span } : placed;
  }

  /** Where an offset that does not fit would lie, to look nearby. */
  #rough({ start, end }: { start: number; end: number }): { start: number; end: number } {
    if (!Number.isFinite(start) || !Number.isFinite(end)) return { start: Number.NaN, end: Number.NaN };
    const inside = (offset: number) => Math.min(Math.max(offset, 0), this.#nodes.length);
    const [from, to] = [inside(Math.min(start, end)), inside(Math.max(start, end))];
    const span = this.#alignment.span({ start: from, end: to });
    return from === to ? { start: span.start, end: span.start } : span;
  }
}

function snippetText(snippet: string): string {
  if (!/\S/.test(snippet)) return '';
  try {
    return textNodes(snippet);
  } catch (error) {
    if (error instanceof ImportError) return '';
    throw error;
  }
}
