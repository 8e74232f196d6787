import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { readDocx } from '../../../src/engine/import/docx/read.ts';
import { LIMITS } from '../../../src/engine/import/limits.ts';
import type { Parsed } from '../../../src/engine/import/parsed.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What the parts of a Word document hold: the XML inside their root elements. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  readonly header?: string;
  /** Targets outside, by identifier. */
  readonly links?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  /** Put before the root element of the document's main part. */
  readonly prolog?: string;
}

/** A zip archive of these files. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  settings: 'settings',
  header: 'hdr',
} as const;

/** A Word document as a program might write it, made of the XML that a test is about. */
export function documentOf(parts: Parts): Promise<Uint8Array<ArrayBuffer>> {
  const names = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${parts.contentType ?? MAIN}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${parts.prolog ?? '<?xml version="1.0"?>'}<w:document ${names}><w:body>${parts.body}</w:body></w:document>`,
  };
  const links = Object.entries(parts.links ?? {}).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  for (const key of ['styles', 'numbering', 'footnotes', 'endnotes', 'settings', 'header'] as const) {
    const xml = parts[key];
    if (xml === undefined) continue;
    files[`word/${key}.xml`] = `<w:${ROOTS[key]} ${names}>${xml}</w:${ROOTS[key]}>`;
    links.push(`<Relationship Id="${key}" Type="${R}/${key}" Target="${key}.xml"/>`);
  }
  files['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
  return zipOf(files);
}

/** Reads a Word document. */
export const readWord = (bytes: Uint8Array<ArrayBuffer>): Promise<Parsed> =>
  readDocx(bytes, { limits: LIMITS, onShare: () => undefined });

/** A run of text. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of plain text. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
