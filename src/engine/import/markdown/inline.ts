import type { Definition, PhrasingContent } from 'mdast';
import type { Mark } from '../../../text/reading.ts';

/** Inline content as a reader sees it, and what is said about it. Marks count from the start of the text, in UTF-16. */
export interface Line {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What a document says in one place and uses in another, and what is counted for the notices. */
export interface Surroundings {
  /** The document's link definitions by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Identifiers of the definitions that something refers to. */
  readonly used: Set<string>;
  images: number;
}

const STYLES = { emphasis: 'emphasis', strong: 'strong', delete: 'strike' } as const;

/** Characters that no block's text may hold, which a character reference such as `&#13;` can bring in. */
const visible = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\f/g, ' ');

class Flattening {
  #text = '';
  readonly #marks: Mark[] = [];
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  #within(kind: Mark['kind'], children: readonly PhrasingContent[], target?: string): void {
    // The place is kept before the children are read, so that outer marks come before inner ones.
    const place = this.#marks.length;
    const start = this.#text.length;
    this.all(children);
    const end = this.#text.length;
    if (end > start)
      this.#marks.splice(place, 0, { kind, start, end, ...(target === undefined ? {} : { target }) });
  }

  all(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.#one(node);
  }

  #one(node: PhrasingContent): void {
    switch (node.type) {
      case 'text':
      case 'html':
        this.#text += visible(node.value);
        break;
      case 'break':
        this.#text += '\n';
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        this.#within(STYLES[node.type], node.children);
        break;
      case 'inlineCode':
        this.#within('code', [{ type: 'text', value: node.value }]);
        break;
      case 'link':
        this.#within('link', node.children, node.url);
        break;
      case 'linkReference':
        this.#around.used.add(node.identifier);
        this.#within('link', node.children, this.#around.definitions.get(node.identifier)?.url);
        break;
      case 'imageReference':
        this.#around.used.add(node.identifier);
        this.#image(node.alt);
        break;
      case 'image':
        this.#image(node.alt);
        break;
      case 'footnoteReference':
        this.#text += `[${visible(node.label ?? node.identifier)}]`;
        break;
    }
  }

  #image(alt: string | null | undefined): void {
    this.#around.images++;
    this.#text += visible(alt ?? '');
  }

  finish(): Line {
    return { text: this.#text, marks: this.#marks };
  }
}

/**
 * The visible text of inline content. Link texts, alternative texts and raw HTML are text; link targets are marks; soft and
 * hard line breaks are LF; a footnote reference shows its label in brackets, as its definition does.
 */
export function flatten(nodes: readonly PhrasingContent[], around: Surroundings): Line {
  const flattening = new Flattening(around);
  flattening.all(nodes);
  return flattening.finish();
}
