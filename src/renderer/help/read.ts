import type { Html, InlineCode, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { parseMarkdown } from '../ui/Markdown.tsx';
import type { TopicId } from './topics.ts';

declare module 'mdast' {
  interface HeadingData {
    /** What a link to the heading is called after its #. */
    anchor?: string;
  }
  interface InlineCodeData {
    /** The command whose key this is. */
    command?: string;
    /** The chord this is, which belongs to no command. */
    keys?: string;
  }
  interface TableCellData {
    /** Whether it stands above a column. */
    isHead?: boolean;
  }
}

/** A heading with its own text, up to the next heading. */
export interface Section {
  /** Null for what stands under the title. */
  readonly anchor: string | null;
  readonly title: string;
  /** Its words, on one line. */
  readonly text: string;
}

/** A page of the docs, read. */
export interface Topic {
  readonly id: TopicId;
  readonly title: string;
  readonly root: Root;
  readonly sections: readonly Section[];
}

/** Where the tables of keys stand in the source; in the program they are made anew. */
export const KEY_TABLES = { begin: '<!-- keys -->', end: '<!-- /keys -->' } as const;

const KEY = /^<kbd(?: data-(command|keys)="([^"]+)")?>$/;

/** The words of a piece of the tree, without its marks. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'image') return '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf);
  return words.join(/^(root|list|listItem|table|tableRow|blockquote)$/.test(node.type) ? ' ' : '');
}

/** Names a heading as code hosts do, so that a link leads there in both. @param taken names given before */
export function anchorOf(title: string, taken: Map<string, number> = new Map()): string {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  const before = taken.get(name) ?? 0;
  taken.set(name, before + 1);
  return before === 0 ? name : `${name}-${before}`;
}

/** A key in the source is three pieces of a line: a tag, what a code host shows, and the closing tag. They become one. */
function keyAt(children: readonly PhrasingContent[], index: number): InlineCode | undefined {
  const [open, shown, close] = children.slice(index, index + 3);
  const found = open?.type === 'html' ? KEY.exec(open.value) : null;
  if (found === null || shown?.type !== 'text' || close?.type !== 'html' || close.value !== '</kbd>') return;
  const [, kind, name = ''] = found;
  const data = kind === 'command' ? { command: name } : { keys: kind === 'keys' ? name : shown.value };
  return { type: 'inlineCode', value: shown.value, data };
}

function withKeys(children: readonly PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (let index = 0; index < children.length; index++) {
    const key = keyAt(children, index);
    const child = key ?? children[index];
    if (child !== undefined) made.push(child);
    if (key !== undefined) index += 2;
  }
  return made;
}

/** Makes keys of what stands for them, and heads of the first cells of tables. */
function takeParts(node: Nodes): void {
  if (!('children' in node)) return;
  const parent: Parents = node;
  if (parent.type === 'paragraph' || parent.type === 'tableCell' || parent.type === 'heading')
    parent.children = withKeys(parent.children);
  if (parent.type === 'table')
    for (const cell of parent.children[0]?.children ?? []) cell.data = { ...cell.data, isHead: true };
  for (const child of parent.children) takeParts(child);
}

function sectionsOf(root: Root): Section[] {
  const taken = new Map<string, number>();
  const sections: { anchor: string | null; title: string; parts: string[] }[] = [];
  for (const node of root.children) {
    if (node.type === 'heading') {
      const title = wordsOf(node);
      const anchor = anchorOf(title, taken);
      node.data = { ...node.data, anchor };
      sections.push({ anchor: sections.length === 0 ? null : anchor, title, parts: [] });
    } else sections.at(-1)?.parts.push(wordsOf(node));
  }
  return sections.map(({ parts, ...rest }) => ({
    ...rest,
    text: parts.join(' ').replace(/\s+/g, ' ').trim(),
  }));
}

const isMark = (node: RootContent, mark: string): node is Html => node.type === 'html' && node.value === mark;

/** Leaves of the tables of keys the mark that they begin with. */
function withoutTables(children: readonly RootContent[]): RootContent[] {
  const begin = children.findIndex((node) => isMark(node, KEY_TABLES.begin));
  const end = children.findIndex((node) => isMark(node, KEY_TABLES.end));
  return begin < 0 || end < begin
    ? [...children]
    : [...children.slice(0, begin + 1), ...children.slice(end + 1)];
}

/**
 * Reads a page of the docs.
 * @param source its Markdown; the first line is its title
 */
export function readTopic(id: TopicId, source: string): Topic {
  const root = parseMarkdown(source);
  takeParts(root);
  const sections = sectionsOf(root);
  return {
    id,
    title: sections[0]?.title ?? id,
    root: { ...root, children: withoutTables(root.children) },
    sections,
  };
}
