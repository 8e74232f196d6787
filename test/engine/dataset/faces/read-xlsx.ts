import { text as textOf } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

export type XlsxCell = string | number | boolean;

export interface XlsxSheet {
  readonly name: string;
  /** Cells by the letters of their column, row by row; cells that are not there are empty. */
  readonly rows: readonly ReadonlyMap<string, XlsxCell>[];
  readonly xml: string;
}

export interface Workbook {
  readonly sheets: readonly XlsxSheet[];
  /** The archive's files, in its order, with the dates that they are given. */
  readonly parts: readonly { readonly path: string; readonly date: Date; readonly xml: string }[];
}

/** A workbook as another program reads it: by way of other readers of zip and XML than those that write it. */
export async function readXlsx(path: string): Promise<Workbook> {
  const parts: { path: string; date: Date; xml: string }[] = [];
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    parts.push({ path: entry.fileName, date: entry.getLastModDate(), xml: await textOf(stream) });
  }
  const xmlOf = (name: string) => parts.find((part) => part.path === name)?.xml ?? '';
  const targets = new Map(
    elements(xmlOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((attributes) => [
      attributes['Id'],
      `xl/${attributes['Target']}`,
    ]),
  );
  const sheets = elements(xmlOf('xl/workbook.xml'), 'sheet').map((attributes) => {
    const xml = xmlOf(targets.get(attributes['r:id']) ?? '');
    return { name: attributes['name'] ?? '', rows: rowsOf(xml), xml };
  });
  return { sheets, parts };
}

type Attributes = Readonly<Record<string, string>>;

function elements(xml: string, name: string): Attributes[] {
  const found: Attributes[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push(tag.attributes as Attributes);
  });
  parser.write(xml).close();
  return found;
}

function rowsOf(xml: string): Map<string, XlsxCell>[] {
  const rows: Map<string, XlsxCell>[] = [];
  let [at, type, text] = ['', '', ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push(new Map());
    if (name !== 'c') return;
    const { r, t = 'n' } = attributes as Attributes;
    [at, type, text] = [r ?? '', t, ''];
    if (at.replace(/^[A-Z]+/, '') !== String(rows.length)) throw new Error(`${at} in row ${rows.length}`);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c') rows.at(-1)?.set(at.replace(/\d+$/, ''), cellOf(type, text));
  });
  parser.write(xml).close();
  return rows;
}

function cellOf(type: string, text: string): XlsxCell {
  if (type === 'b') return text === '1';
  return type === 'n' ? Number(text) : unescaped(text);
}

/** ECMA-376, part 1, 22.9.2.19. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
