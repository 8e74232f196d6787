import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImportError } from '../errors.ts';

/** An element with its name and attributes in the prefixes below, whatever the file calls them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Namespaces of WordprocessingML, transitional (ECMA-376 part 4) and strict (part 1), by the prefixes used here. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
};

/** Deeper than Word nests anything. */
const DEEPEST = 400;

/** So much of a part is given to the parser at once, UTF-16 units: elements come out as they are complete. */
const CHUNK = 64 * 1024;

const damaged = (cause?: unknown) =>
  new ImportError('unreadable', 'The document is damaged: open it in Word and save it again.', { cause });

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** A name in the prefixes used here; one of a namespace that is not known keeps that in its name. */
function nameOf(uri: string, local: string): string {
  if (uri === '') return local;
  return `${PREFIXES[uri] ?? `{${uri}}`}${local}`;
}

/** Collects the elements that stand at a depth while a parser goes through a part. */
class Collector {
  readonly #depth: number;
  readonly #open: (Growing | null)[] = [];
  #complete: XmlElement[] = [];

  constructor(parser: SaxesParser<{ xmlns: true }>, depth: number) {
    this.#depth = depth;
    parser.on('error', (error) => {
      throw damaged(error);
    });
    parser.on('doctype', () => {
      // None is read, so that there are no entities but the five of XML, and none that could be expanded.
      throw new ImportError(
        'unreadable',
        'The document declares its own entities, which Word never writes and which can do harm: it was not read.',
      );
    });
    parser.on('opentag', (tag) => this.#begin(tag));
    parser.on('closetag', () => this.#end());
    parser.on('text', (text) => this.#keep(text));
    parser.on('cdata', (text) => this.#keep(text));
  }

  /** What has been completed since the last asking. */
  take(): readonly XmlElement[] {
    const complete = this.#complete;
    this.#complete = [];
    return complete;
  }

  #begin({ uri, local, attributes }: SaxesTagNS): void {
    if (this.#open.length >= DEEPEST) {
      throw new ImportError(
        'too_complex',
        `The document nests its parts more than ${DEEPEST} deep, as Word never does: it was not read.`,
      );
    }
    if (this.#open.length < this.#depth) {
      this.#open.push(null);
      return;
    }
    const element: Growing = {
      name: nameOf(uri, local),
      attributes: new Map(
        Object.values(attributes).map((each) => [
          nameOf(each.prefix === '' ? '' : each.uri, each.local),
          each.value,
        ]),
      ),
      children: [],
    };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #end(): void {
    const element = this.#open.pop();
    if (this.#open.length === this.#depth && element) this.#complete.push(element);
  }

  #keep(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }
}

/**
 * Reads XML (1.0, with namespaces) and gives the elements that stand at a depth, one after the other, so that a large part
 * is never a tree as a whole; the root's depth is 0. Throws ImportError for what is not well formed, declares entities, or
 * nests too deeply.
 */
export function* elementsAt(source: string, depth: number): Generator<XmlElement> {
  // A part that the file does not have.
  if (source === '') return;
  const parser = new SaxesParser({ xmlns: true });
  const collector = new Collector(parser, depth);
  for (let from = 0; from < source.length; from += CHUNK) {
    parser.write(source.slice(from, from + CHUNK));
    yield* collector.take();
  }
  parser.close();
  yield* collector.take();
}

/** The children of an element that are elements. */
export const childElements = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string');

/** The first child of that name, or undefined. */
export const firstChild = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** The `w:val` of the first child of that name, or undefined. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  firstChild(element, name)?.attributes.get('w:val');

/** Whether a switch is on: undefined where it is not there (ECMA-376 part 1, 17.17.4, on/off). */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = firstChild(element, name);
  return found ? !['0', 'false', 'off'].includes(found.attributes.get('w:val') ?? '1') : undefined;
}

/** All text in an element, in order. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
