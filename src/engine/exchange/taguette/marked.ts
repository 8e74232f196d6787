import { classesOf, isElement, type Node } from '../../import/html/tree.ts';
import type { Incoming } from '../incoming/incoming.ts';
import { wordsOf } from './text.ts';

/** How much around a highlight tells it from others of the same words. */
const AROUND = 32;

/** Highlighted text without a gap. */
interface Run {
  /** Where something begins in it: at its beginning, and wherever Taguette parts highlighted text. */
  readonly starts: number[];
  /** Where something ends in it, with the tags of what ends there. */
  readonly ends: { readonly at: number; readonly tags: readonly string[] }[];
  end: number;
}

/** What a document with its highlights says. */
export interface Marked {
  readonly annotations: Incoming[];
  /** First words of stretches in which highlights overlap or touch: where each of them begins is not to be seen. */
  readonly overlapping: string[];
}

/**
 * Reads a document as Taguette exports it with its highlights: its name as a heading that was put before it, highlighted text in
 * spans, and behind the end of each highlight its tags in brackets (since version 0.9).
 * @param nodes what stands in the page's body
 */
export function markedIn(nodes: readonly Node[]): Marked {
  const heading = nodes.findIndex(({ nodeName }) => nodeName === 'h1');
  const title = wordsOf(nodes.slice(Math.max(0, heading), heading + 1)).trim();
  const { text, runs } = new Walk(nodes.slice(heading + 1));
  const marked: Marked = { annotations: [], overlapping: [] };
  for (const { starts, ends, end } of runs) {
    const [start = 0] = starts;
    const exact = text.slice(start, end);
    if (starts.length > 1 || ends.some(({ at }) => at !== end)) {
      marked.overlapping.push(`${title}: ${exact.trim().slice(0, 60)}`);
      continue;
    }
    const quote = {
      exact,
      prefix: text.slice(Math.max(0, start - AROUND), start),
      suffix: text.slice(end, end + AROUND),
    };
    const tags = [...new Set(ends.flatMap((each) => each.tags))];
    marked.annotations.push({
      key: JSON.stringify([title, start, exact]),
      guid: null,
      creator: null,
      source: { ids: [], names: title === '' ? [] : [title] },
      selection: { quote, positions: [], region: null },
      tags: tags.map((tag) => ({ guid: null, path: [tag] })),
      comments: [],
      weight: null,
    });
  }
  return marked;
}

const isSpan = (node: Node | undefined, name: string): boolean =>
  node?.nodeName === 'span' && isElement(node) && classesOf(node).includes(name);

/** The text of a document without what Taguette put between, and where it is highlighted. */
class Walk {
  readonly runs: Run[] = [];
  readonly #parts: string[] = [];
  #at = 0;
  #open: Run | null = null;

  constructor(nodes: readonly Node[]) {
    this.#walk(nodes);
  }

  get text(): string {
    return this.#parts.join('');
  }

  #walk(nodes: readonly Node[]): void {
    nodes.forEach((node, index) => {
      if (isSpan(node, 'highlight')) this.#highlight(node, isSpan(nodes[index - 1], 'highlight'));
      else if (isSpan(node, 'taglist')) this.#end(node);
      else if (isElement(node)) this.#walk(node.childNodes);
      else if (node.nodeName === '#text' && 'value' in node && node.value !== '') {
        this.#open = null;
        this.#take(node.value);
      }
    });
  }

  #highlight(node: Node, isParted: boolean): void {
    const words = wordsOf([node]);
    if (words === '') return;
    if (!this.#open) {
      this.#open = { starts: [this.#at], ends: [], end: this.#at };
      this.runs.push(this.#open);
    } else if (isParted) this.#open.starts.push(this.#at);
    this.#take(words);
    this.#open.end = this.#at;
  }

  #end(node: Node): void {
    const tags = wordsOf([node])
      .trim()
      .replace(/^\[|\]$/g, '')
      .split(', ')
      .map((tag) => tag.trim());
    this.#open?.ends.push({ at: this.#at, tags: tags.filter((tag) => tag !== '') });
  }

  #take(words: string): void {
    this.#parts.push(words);
    this.#at += words.length;
  }
}
