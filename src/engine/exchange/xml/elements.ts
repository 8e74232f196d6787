import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ExchangeError } from '../error.ts';
import { decodeXml } from './decode.ts';
import { attributesOf, spacesOf, split } from './names.ts';

/** An element with all that is in it. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Its namespace; empty where it has none. */
  readonly uri: string;
  /** By name without prefix; declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Comments and instructions are left out; neighbouring texts may come in pieces. */
  readonly children: readonly (XmlElement | string)[];
}

/** What an XML file may hold. */
export interface XmlLimits {
  /** How deep elements may nest, and how deep those of a name may, which then don't count for the others. */
  readonly depth: number;
  readonly depthOf: Readonly<Record<string, number>>;
  /** UTF-16 units of one attribute or text. */
  readonly run: number;
  /** Elements of one tree. */
  readonly tree: number;
}

export const XML_LIMITS: XmlLimits = {
  depth: 256,
  depthOf: { Code: 1_000 },
  run: 64 * 1024 * 1024,
  tree: 4_000_000,
};

/** UTF-16 units that are given to the parser at once, so that nothing grows unseen. */
const CHUNK = 64 * 1024;

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The part of a file that is being read: names of the open elements, from the root. */
export type Trail = readonly string[];

class Trees {
  readonly parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  readonly #limits: XmlLimits;
  readonly #isRoot: (trail: Trail) => boolean;
  readonly #trail: string[] = [];
  /** Namespaces by prefix of each open element. */
  readonly #spaces: ReadonlyMap<string, string>[] = [];
  readonly #nested = new Map<string, number>();
  readonly #open: Growing[] = [];
  #complete: { readonly element: XmlElement; readonly trail: Trail }[] = [];
  #size = 0;
  #run = 0;

  constructor(isRoot: (trail: Trail) => boolean, limits: XmlLimits) {
    this.#isRoot = isRoot;
    this.#limits = limits;
    this.parser.on('error', (error) => {
      // A control character that XML forbids does no harm, and some programs copy it out of texts.
      if (/disallowed character\.$/.test(error.message)) return;
      throw new ExchangeError(
        'The file is not well-formed XML: it is damaged, or was not written to its end.',
        {
          cause: error,
        },
      );
    });
    this.parser.on('doctype', () => {
      // None is read, so that there are no entities but the five of XML, and none that could be expanded or fetched.
      throw new ExchangeError(
        'The file declares its own entities, which no such program writes and which can do harm: it was not read.',
      );
    });
    this.parser.on('attribute', () => {
      this.#run = 0;
    });
    this.parser.on('opentag', (tag) => this.#begin(tag));
    this.parser.on('closetag', () => this.#end());
    this.parser.on('text', (text) => this.#keep(text));
    this.parser.on('cdata', (text) => this.#keep(text));
  }

  write(text: string): void {
    this.#run += text.length;
    if (this.#run > this.#limits.run)
      throw new ExchangeError('The file holds a text or an attribute that is too long to be read.');
    // No store can hold it, and no XML should.
    this.parser.write(text.replaceAll('\0', '\uFFFD'));
  }

  take(): readonly { readonly element: XmlElement; readonly trail: Trail }[] {
    const complete = this.#complete;
    this.#complete = [];
    return complete;
  }

  #begin(tag: SaxesTagPlain): void {
    this.#run = 0;
    const [prefix, local] = split(tag.name);
    this.#trail.push(local);
    this.#spaces.push(spacesOf(tag, this.#spaces.at(-1)));
    this.#checkDepth(local);
    const isRoot = this.#trail.length === 1;
    if (this.#open.length === 0 && !isRoot && !this.#isRoot(this.#trail)) return;
    if (++this.#size > this.#limits.tree)
      throw new ExchangeError('The file holds a part with too many elements to be read.');
    const element: Growing = {
      name: local,
      uri: this.#spaces.at(-1)?.get(prefix) ?? '',
      attributes: attributesOf(tag),
      children: [],
    };
    if (isRoot && !this.#isRoot(this.#trail)) {
      this.#complete.push({ element, trail: [local] });
      return;
    }
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #checkDepth(name: string): void {
    const { depth, depthOf } = this.#limits;
    const key = Object.hasOwn(depthOf, name) ? name : '';
    const nested = (this.#nested.get(key) ?? 0) + 1;
    this.#nested.set(key, nested);
    const most = key === '' ? depth : (depthOf[key] ?? depth);
    if (nested > most)
      throw new ExchangeError(
        `The file nests its parts more than ${most.toLocaleString('en')} deep: it was not read.`,
      );
  }

  #end(): void {
    this.#run = 0;
    const name = this.#trail.at(-1) ?? '';
    const key = Object.hasOwn(this.#limits.depthOf, name) ? name : '';
    this.#nested.set(key, (this.#nested.get(key) ?? 1) - 1);
    // What is open began with the element that was asked for; outside of it nothing is.
    const element = this.#open.pop();
    if (element && this.#open.length === 0) {
      this.#complete.push({ element, trail: [...this.#trail] });
      this.#size = 0;
    }
    this.#trail.pop();
    this.#spaces.pop();
  }

  #keep(text: string): void {
    this.#run = 0;
    this.#open.at(-1)?.children.push(text);
  }
}

/**
 * Reads XML (1.0, with namespaces) as it comes, and gives those elements whole that are asked for, so that a large file is
 * never a tree as a whole. The root comes first, with its attributes alone unless it is asked for. There are no entities but the five of XML: a document type is refused.
 * @param chunks the file's bytes
 * @param isWanted told the names of the open elements from the root; whether the innermost is given with all that is in it
 * @throws ExchangeError with one sentence for what is not well formed, or holds more than `limits` allow
 */
export async function* elementsOf(
  chunks: AsyncIterable<Uint8Array>,
  isWanted: (trail: Trail) => boolean,
  limits = XML_LIMITS,
): AsyncGenerator<{ readonly element: XmlElement; readonly trail: Trail }> {
  const trees = new Trees(isWanted, limits);
  for await (const text of decodeXml(chunks)) {
    for (let from = 0; from < text.length; from += CHUNK) {
      trees.write(text.slice(from, from + CHUNK));
      yield* trees.take();
    }
  }
  trees.parser.close();
  yield* trees.take();
}

/**
 * Reads an XML file that is small enough to be a tree.
 * @returns its root
 * @throws ExchangeError as `elementsOf`
 */
export async function readXml(bytes: Uint8Array, limits = XML_LIMITS): Promise<XmlElement> {
  async function* once() {
    yield bytes;
  }
  for await (const { element } of elementsOf(once(), ({ length }) => length === 1, limits)) return element;
  throw new ExchangeError('The file holds no XML.');
}

/** @returns the children of an element that are elements, of that name where one is given */
export const childrenOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** @returns the first child of that name */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** @returns all text in an element, in order; empty where there is no element */
export const textOf = (element: XmlElement | undefined): string =>
  element?.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') ?? '';
