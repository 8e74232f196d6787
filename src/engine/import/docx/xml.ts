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
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
};

/** Deeper than Word nests anything. */
const DEEPEST = 400;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const ATTRIBUTE = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NAME = /[^\s/><"'=]+/y;
const END = /\s*(\/?)>/y;

const damaged = () =>
  new ImportError('unreadable', 'The document is damaged: open it in Word and save it again.');

function reference(_: string, name: string): string {
  const known = ENTITIES[name];
  if (known !== undefined) return known;
  const code = /^#x[0-9a-f]{1,6}$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d{1,7}$/.test(name)
      ? Number.parseInt(name.slice(1), 10)
      : Number.NaN;
  // No document type declaration is read, so there are no other entities, and none that could be expanded.
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw damaged();
  return String.fromCodePoint(code);
}

const unescaped = (text: string) =>
  text.includes('&') ? text.replace(/&([^;&]{0,10});?/g, reference) : text;

/** Which prefixes mean what in a part of the file. */
class Scope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  /** The scope of an element with these declarations; itself where it has none. */
  with(attributes: readonly (readonly [string, string])[]): Scope {
    const own = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (own.length === 0) return this;
    const prefixes = new Map(this.#prefixes);
    for (const [name, value] of own) prefixes.set(name.slice(6), PREFIXES[value] ?? `{${value}}`);
    return new Scope(prefixes);
  }

  /** A name in the prefixes used here. An attribute without a prefix has none. */
  name(raw: string, isAttribute: boolean): string {
    const key = isAttribute ? `@${raw}` : raw;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const space =
      isAttribute && colon < 0 ? '' : (this.#prefixes.get(prefix) ?? (prefix ? `${prefix}:` : ''));
    const name = space + raw.slice(colon + 1);
    this.#names.set(key, name);
    return name;
  }
}

interface Opened {
  readonly raw: string;
  readonly scope: Scope;
  readonly element: XmlElement & { children: (XmlElement | string)[] };
}

/** Where the markup that starts at `at` with `<!` or `<?` ends; CDATA is left to the caller. Throws at a document type declaration. */
function skipMarkup(source: string, at: number): number {
  const end = source.startsWith('<!--', at) ? '-->' : source.startsWith('<?', at) ? '?>' : null;
  if (end === null) {
    throw new ImportError(
      'unreadable',
      'The document declares its own entities, which Word never writes and which can do harm: it was not read.',
    );
  }
  const found = source.indexOf(end, at + 2);
  if (found < 0) throw damaged();
  return found + end.length;
}

/**
 * Reads XML (1.0, with namespaces) and gives the elements that stand at a depth, one after the other, so that a large part
 * is never a tree as a whole; the root's depth is 0. A document type declaration is refused, so that there are no entities
 * but the five of XML. Throws ImportError for what is not well formed or nests too deeply.
 */
export function* elementsAt(source: string, depth: number): Generator<XmlElement> {
  const stack: Opened[] = [];
  let at = 0;
  const keep = (text: string) => {
    if (stack.length > depth) stack.at(-1)?.element.children.push(text);
  };
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open !== at) keep(unescaped(source.slice(at, open < 0 ? source.length : open)));
    if (open < 0) break;
    if (source.startsWith('<![CDATA[', open)) {
      const end = source.indexOf(']]>', open);
      if (end < 0) throw damaged();
      keep(source.slice(open + 9, end));
      at = end + 3;
    } else if (source[open + 1] === '!' || source[open + 1] === '?') {
      at = skipMarkup(source, open);
    } else if (source[open + 1] === '/') {
      const end = source.indexOf('>', open);
      const closed = stack.pop();
      if (end < 0 || closed?.raw !== source.slice(open + 2, end).trim()) throw damaged();
      at = end + 1;
      if (stack.length === depth) yield closed.element;
    } else {
      NAME.lastIndex = open + 1;
      const [raw] = NAME.exec(source) ?? [];
      if (raw === undefined) throw damaged();
      let next = NAME.lastIndex;
      const written: [string, string][] = [];
      ATTRIBUTE.lastIndex = next;
      for (let found = ATTRIBUTE.exec(source); found; found = ATTRIBUTE.exec(source)) {
        written.push([found[1] ?? '', unescaped(found[2] ?? found[3] ?? '')]);
        next = ATTRIBUTE.lastIndex;
      }
      END.lastIndex = next;
      const end = END.exec(source);
      if (!end) throw damaged();
      at = END.lastIndex;
      const scope = (stack.at(-1)?.scope ?? new Scope(new Map([['xml', 'xml:']]))).with(written);
      const attributes = new Map(written.map(([name, value]) => [scope.name(name, true), value]));
      const element = { name: scope.name(raw, false), attributes, children: [] };
      if (stack.length > depth) stack.at(-1)?.element.children.push(element);
      if (end[1] === '/') {
        if (stack.length === depth) yield element;
      } else {
        stack.push({ raw, scope, element });
        if (stack.length > DEEPEST) {
          throw new ImportError(
            'too_complex',
            `The document nests its parts more than ${DEEPEST} deep, as Word never does: it was not read.`,
          );
        }
      }
    }
  }
  if (stack.length > 0) throw damaged();
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
