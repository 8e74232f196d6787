import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { ImportError } from '../errors.ts';
import { tooMany } from '../limits.ts';

export type Element = DefaultTreeAdapterMap['element'];
export type Node = DefaultTreeAdapterMap['childNode'];

/** Browsers give up nesting at 512; what is deeper than this is no page but an attack. */
const DEEPEST = 1_024;

/** Each element costs some 300 bytes; a page of this many would show a book of thousands of pages. */
const MOST_ELEMENTS = 1_200_000;

/** Inserts before a node that is looked for from the end, where foster parenting puts everything: linear in practice. */
function insertBefore(
  parent: DefaultTreeAdapterMap['parentNode'],
  node: Node,
  before: DefaultTreeAdapterMap['node'],
): void {
  const at = parent.childNodes.lastIndexOf(before as Node);
  parent.childNodes.splice(at, 0, node);
  node.parentNode = parent;
}

function detachNode(node: Node): void {
  const parent = node.parentNode;
  if (!parent) return;
  parent.childNodes.splice(parent.childNodes.lastIndexOf(node), 1);
  node.parentNode = null;
}

/**
 * Joins the pieces that the parser gives of a text, word by word. V8 keeps joined strings as trees, twenty times the size
 * of the text, until somebody looks inside: so that is done at the end of each text, and whenever one has grown by a quarter.
 */
class TextJoiner {
  #node: DefaultTreeAdapterMap['textNode'] | null = null;
  #flat = 0;

  /** Only there so that looking inside is not optimised away. */
  #seen = 0;

  #flatten(): void {
    if (!this.#node) return;
    this.#seen ^= this.#node.value.charCodeAt(0);
    this.#flat = this.#node.value.length;
  }

  add(node: DefaultTreeAdapterMap['textNode'], text: string): void {
    if (node !== this.#node) {
      this.#flatten();
      this.#node = node;
      this.#flat = 0;
    }
    node.value += text;
    if (node.value.length > this.#flat * 1.25 + 4096) this.#flatten();
  }
}

/** parse5's own tree with limits, because repairing malformed nesting can multiply elements. */
function limitedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0;
  let depth = 0;
  const joiner = new TextJoiner();
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > MOST_ELEMENTS) throw tooMany(MOST_ELEMENTS, 'elements');
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    insertBefore,
    insertText(parent, text) {
      const previous = parent.childNodes.at(-1);
      if (isText(previous)) {
        joiner.add(previous, text);
        return;
      }
      const node = defaultTreeAdapter.createTextNode('');
      defaultTreeAdapter.appendChild(parent, node);
      joiner.add(node, text);
    },
    insertTextBefore(parent, text, before) {
      const previous = parent.childNodes[parent.childNodes.lastIndexOf(before as Node) - 1];
      if (isText(previous)) joiner.add(previous, text);
      else insertBefore(parent, defaultTreeAdapter.createTextNode(text), before);
    },
    detachNode,
    onItemPush() {
      if (++depth > DEEPEST) {
        const most = DEEPEST.toLocaleString('en');
        throw new ImportError(
          'too_complex',
          `The page nests its elements more than ${most} deep: save it again from a browser, or as plain text.`,
        );
      }
    },
    onItemPop(element) {
      depth--;
      // An array that has grown holds room for sixteen more, which in a large page is a tenth of the memory.
      if ('childNodes' in element) element.childNodes = element.childNodes.slice();
    },
  };
}

/**
 * Parses HTML as browsers do (HTML Standard, section 13.2) without running, loading or laying out anything. Gives the
 * document's root element. Throws ImportError (`too_complex`) for what nests too deeply or holds too many elements.
 */
export function parsePage(source: string): Element {
  const document = parse(source, { treeAdapter: limitedAdapter(), scriptingEnabled: true });
  const root = document.childNodes.find(isElement);
  if (!root) throw new ImportError('empty', 'The page holds no text: choose one that does.');
  return root;
}

/** Whether a node is an element. */
export const isElement = (node: Node): node is Element => 'tagName' in node;

const isText = (node: Node | undefined): node is DefaultTreeAdapterMap['textNode'] =>
  node?.nodeName === '#text';

/** The value of an attribute, or null where there is none. Names are lower case, as the parser makes them. */
export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

/** The classes of an element. */
export const classesOf = (element: Element): string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');

/** The element's ARIA role (the first word of several), or the empty string. */
export const roleOf = (element: Element): string =>
  (attribute(element, 'role') ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
