import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import yauzl from 'yauzl';
import type { ReportRequest } from '../../../src/engine/report/asked.ts';
import { type ReportFile, writeReport } from '../../../src/engine/report/write-report.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { tempFolder } from '../kit/project.ts';
import { WHOLE } from './wish.ts';

/** Writes a report as the engine does: by way of a connection of its own, that only reads. @returns it with its path */
export async function writeFrom(
  project: Project,
  name: string,
  asked: Partial<ReportRequest> = {},
): Promise<ReportFile & { path: string }> {
  const path = join(tempFolder(), name);
  project.checkpoint();
  const db = connect(project.path, 'read');
  try {
    return { ...(await writeReport(db, path, { ...WHOLE, ...asked })), path };
  } finally {
    expect(db.raw.inTransaction).toBe(false);
    db.close();
  }
}

/** A table as it is read: its caption, its head and its rows. */
export interface ReadTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

/** What is seen of a node: what is only read aloud is left out. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (attributeOf(node, 'class') === 'spoken') return '';
  return childrenOf(node).map(textOf).join('');
}

export const attributeOf = (node: Node, name: string): string | undefined =>
  'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined;

/** A page as a browser reads it. */
export class Page {
  readonly elements: readonly Element[];

  constructor(path: string) {
    const all = (node: Node): Element[] => [
      ...('tagName' in node ? [node] : []),
      ...childrenOf(node).flatMap(all),
    ];
    const source = readFileSync(path, 'utf8');
    const errors: string[] = [];
    this.elements = all(parse(source, { onParseError: ({ code }) => errors.push(code) }));
    expect(errors).toEqual([]);
  }

  named(...names: readonly string[]): Element[] {
    return this.elements.filter(({ tagName }) => names.includes(tagName));
  }

  get tables(): ReadTable[] {
    return this.named('table').map((table) => {
      const within = (node: Node, name: string): Element[] =>
        childrenOf(node).flatMap((child) => [
          ...('tagName' in child && child.tagName === name ? [child] : []),
          ...within(child, name),
        ]);
      const cells = (row: Element) =>
        childrenOf(row)
          .filter((cell) => cell.nodeName === 'th' || cell.nodeName === 'td')
          .map(textOf);
      const [head = [], ...rows] = within(table, 'tr').map(cells);
      return { caption: within(table, 'caption').map(textOf).join(''), head, rows };
    });
  }
}

/** The parts of a DOCX by path, read by other readers of zip than the one that writes it. */
export async function partsOf(path: string): Promise<Map<string, { bytes: Buffer; date: Date }>> {
  const parts = new Map<string, { bytes: Buffer; date: Date }>();
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    parts.set(entry.fileName, { bytes, date: entry.getLastModDate() });
  }
  return parts;
}

/** A paragraph of a DOCX. */
export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
  readonly isInTable: boolean;
}

/** The body of a DOCX as it is read; parsing fails where it is not well-formed. */
export function readBody(xml: string): { paragraphs: ReadParagraph[]; tables: ReadTable[] } {
  const paragraphs: ReadParagraph[] = [];
  const tables: { caption: string; head: string[]; rows: string[][] }[] = [];
  let [style, text, caption, isText] = ['', '', '', false];
  let rows: string[][] | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:tbl') rows = [];
    if (name === 'w:tr') rows?.push([]);
    if (name === 'w:tc') rows?.at(-1)?.push('');
    if (name === 'w:p') [style, text] = ['', ''];
    if (name === 'w:pStyle') style = String(attributes['w:val']);
    if (name === 'w:t') isText = true;
    if (name === 'w:br') text += '\n';
    if (name === 'w:tab') text += '\t';
  });
  parser.on('text', (piece) => {
    if (isText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name === 'w:p') {
      paragraphs.push({ style, text, isInTable: rows !== null });
      const row = rows?.at(-1);
      if (row) row[row.length - 1] += text;
      if (style === 'Caption') caption = text;
    }
    if (name === 'w:tbl' && rows) {
      const [head = [], ...others] = rows;
      tables.push({ caption, head, rows: others });
      rows = null;
    }
  });
  parser.write(xml).close();
  return { paragraphs, tables };
}

export async function readDocx(path: string) {
  const parts = await partsOf(path);
  const xmlOf = (part: string) => parts.get(part)?.bytes.toString('utf8') ?? '';
  return { parts, xmlOf, ...readBody(xmlOf('word/document.xml')) };
}
