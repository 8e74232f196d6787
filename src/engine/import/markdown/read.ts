import type { Definition, RootContent } from 'mdast';
import type { Block } from '../../../text/reading.ts';
import { CanonicalText } from '../canonical.ts';
import { BlockWriter, isolatePageEnds } from './blocks.ts';
import type { Surroundings } from './inline.ts';
import { nextCut, PART, preambleFor } from './parts.ts';
import { nodesIn, parseMarkdown, type Tree } from './tree.ts';

/** A part of a document as a tree, without what was put before it. */
interface ReadPart {
  readonly tree: Tree;
  readonly nodes: readonly RootContent[];
  /** Where the part ends in the whole source. */
  readonly end: number;
}

/** Whether the last block of a part may go on behind its end: a fence or a comment that is not closed by a blank line. */
const mayGoOn = (nodes: readonly RootContent[]) => ['code', 'html'].includes(nodes.at(-1)?.type ?? '');

function readPart(source: string, from: number, size: number, identifiers: ReadonlySet<string>): ReadPart {
  for (let length = size; ; length *= 2) {
    const end = nextCut(source, from + length);
    const part = source.slice(from, end);
    const before = preambleFor(part, identifiers);
    const tree = parseMarkdown(before + part);
    const nodes = tree.root.children.filter((node) => (node.position?.start.offset ?? 0) >= before.length);
    if (end === source.length || !mayGoOn(nodes)) return { tree, nodes, end };
  }
}

/** What a document defines: the link definitions by identifier, and all identifiers, those of footnotes with a ^. */
interface Defined {
  readonly links: Map<string, Definition>;
  readonly identifiers: Set<string>;
}

function collect({ root }: Tree, { links, identifiers }: Defined): void {
  for (const node of nodesIn(root)) {
    if (node.type === 'footnoteDefinition') identifiers.add(`^${node.identifier}`);
    // The first definition of a label holds.
    if (node.type !== 'definition' || links.has(node.identifier)) continue;
    links.set(node.identifier, node);
    identifiers.add(node.identifier);
  }
}

/** Looks through a source that is read in parts for definitions, which change nothing of the block structure around them. */
function collectAhead(source: string, size: number, defined: Defined): void {
  // Every definition has these two characters, and hardly any prose does: then one reading is enough.
  if (source.length <= size || !source.includes(']:')) return;
  for (let from = 0; from < source.length; ) {
    const { tree, end } = readPart(source, from, size, new Set());
    collect(tree, defined);
    from = end;
  }
}

const told = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

export interface ReadMarkdownOptions {
  /** Told how much of the source has been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** The most blocks that the text may have; more are refused with an ImportError. */
  readonly most?: number;
  /** Size of the parts that a source is read in, in UTF-16 units. */
  readonly size?: number;
}

/**
 * Reads Markdown (CommonMark 0.31 with the GFM extensions) as the text that a reader sees, with blocks and marks in UTF-16.
 *
 * Takes a source with LF line ends. In the text: ordered enumerators as printed, visible link texts, alternative texts, raw
 * HTML and comments, autolinked addresses, footnote labels in brackets, malformed emphasis as its characters; table cells
 * joined by TAB, rows and lines by LF, the items of a tight list by LF, other blocks by a blank line. Not in the text: what
 * a rendering does not show either (rules, link definitions, fences, bullets, which are a block's kind). A form feed is a
 * `page_break` block of one unit.
 *
 * Large sources are read in parts, which gives the same result in linear time (twice as long with link definitions).
 */
export function readMarkdown(
  given: string,
  { onProgress, most, size = PART }: ReadMarkdownOptions = {},
): { text: string; blocks: Block[]; notices: string[] } {
  const source = isolatePageEnds(given);
  const defined: Defined = { links: new Map(), identifiers: new Set() };
  collectAhead(source, size, defined);
  const around: Surroundings = { definitions: defined.links, used: new Set(), images: 0 };
  const out = new CanonicalText(most);
  const writer = new BlockWriter(out, around);
  for (let from = 0; from < source.length; ) {
    const { tree, nodes, end } = readPart(source, from, size, defined.identifiers);
    if (end === source.length && from === 0) collect(tree, defined);
    writer.write(nodes, tree.source);
    from = end;
    onProgress?.(from / source.length);
  }
  const idle = [...defined.links.keys()].filter((identifier) => !around.used.has(identifier)).length;
  const notices = [
    ...told(
      around.images,
      'One image is not shown; its alternative text is.',
      'images are not shown; their alternative texts are.',
    ),
    ...told(
      idle,
      'One link definition that nothing refers to is not shown.',
      'link definitions that nothing refers to are not shown.',
    ),
  ];
  return { ...out.finish(), notices };
}
