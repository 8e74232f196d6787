import type { Nodes, Root } from 'mdast';
import { type CompileContext, type Extension, fromMarkdown, type Token } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A syntax tree and the source that its positions count in, which is the given one but for escapes put in. */
export interface Tree {
  readonly root: Root;
  readonly source: string;
}

/** Numbers above this are years and the like: "2025. Something" at the start of a line is a sentence, not a list. */
const LARGEST_ENUMERATOR = 999;

/** How often a source is read anew because taking one number for text uncovered another one behind it. */
const PASSES = 4;

/**
 * Keeps the tabs at the ends of a paragraph's lines that hold tab-separated values: Markdown drops white space there, and
 * with it a table's empty first and last cells.
 */
function tabKeeper(source: string): Extension {
  const isTabbed = (token: Token) => {
    const before = source.slice(source.lastIndexOf('\n', token.start.offset - 1) + 1, token.start.offset);
    const after = /^[^\n]*/.exec(source.slice(token.end.offset))?.[0] ?? '';
    if (after !== '') return after.includes('\t');
    return (before + source.slice(token.start.offset, token.end.offset)).split('\t').length > 2;
  };
  function keep(this: CompileContext, token: Token): undefined {
    const parent = this.stack.at(-1);
    const blank = this.sliceSerialize(token);
    if (parent?.type !== 'paragraph' || !blank.includes('\t') || !isTabbed(token)) return;
    this.config.enter['data']?.call(this, token);
    this.config.exit['data']?.call(this, token);
  }
  return { enter: { linePrefix: keep, lineSuffix: keep } };
}

function parse(source: string): Root {
  return fromMarkdown(source, {
    // One tilde is "about" in policy texts; only two strike out (GFM 0.29, section 6.5, names both, the original one only two).
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown(), tabKeeper(source)],
  });
}

/** The enumerator with which an ordered list's item starts, as printed: "3." or "3)"; empty for bullets. */
export function enumeratorAt(source: string, offset: number): string {
  return /^\d{1,9}[.)]/.exec(source.slice(offset, offset + 10))?.[0] ?? '';
}

/** All nodes of a tree, in no particular order and without recursion: trees may be as deep as somebody's malice. */
export function nodesIn(root: Root): Nodes[] {
  const nodes: Nodes[] = [root];
  for (const node of nodes) if ('children' in node) for (const child of node.children) nodes.push(child);
  return nodes;
}

/** Where the delimiters of numbers stand that are too large to enumerate anything. */
function hugeNumbers({ root, source }: Tree): number[] {
  return nodesIn(root)
    .filter((node) => node.type === 'list' && node.ordered === true)
    .flatMap((list) => ('children' in list ? list.children : []))
    .map((item) => item.position?.start.offset ?? 0)
    .map((offset) => [offset, enumeratorAt(source, offset)] as const)
    .filter(([, enumerator]) => Number.parseInt(enumerator, 10) > LARGEST_ENUMERATOR)
    .map(([offset, enumerator]) => offset + enumerator.length - 1)
    .toSorted((a, b) => a - b);
}

function escapeAt(source: string, offsets: readonly number[]): string {
  let from = 0;
  const parts = offsets.map((offset) => {
    const part = source.slice(from, offset);
    from = offset;
    return part;
  });
  return [...parts, source.slice(from)].join('\\');
}

/**
 * Parses CommonMark 0.31 with the GFM extensions. A number above 999 starts no list: its delimiter is escaped where a list
 * was found, and the source parsed again, so that what follows is read as the paragraph it is.
 */
export function parseMarkdown(given: string): Tree {
  let tree: Tree = { root: parse(given), source: given };
  for (let pass = 0; pass < PASSES; pass++) {
    const huge = hugeNumbers(tree);
    if (huge.length === 0) break;
    const source = escapeAt(tree.source, huge);
    tree = { root: parse(source), source };
  }
  return tree;
}
