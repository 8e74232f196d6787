import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { ExchangedDocument, Piece } from '../../../src/engine/exchange/model.ts';
import { readRefi } from '../../../src/engine/exchange/refi/read/read.ts';
import { tempFolder } from '../kit/project.ts';

/** @returns a GUID for a number, as files write them */
export const guid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`.toUpperCase();

/** @returns the identity that the GUID of a number stands for */
export const id = (number: number): string => guid(number).toLowerCase();

export async function zipped(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** What stands in a project, container by container, as XML. */
export interface Parts {
  readonly origin?: string;
  readonly users?: string;
  readonly codes?: string;
  readonly variables?: string;
  readonly cases?: string;
  readonly sources?: string;
  readonly notes?: string;
  readonly links?: string;
  readonly sets?: string;
  readonly graphs?: string;
  readonly end?: string;
}

const wrap = (name: string, inner: string | undefined) =>
  inner === undefined ? '' : `<${name}>${inner}</${name}>`;

export const projectXml = (parts: Parts): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Made up" origin="${parts.origin ?? 'Some program 1'}">` +
  wrap(
    'Users',
    parts.users ?? `<User guid="${guid(1)}" name="Coder A"/><User guid="${guid(2)}" name="Coder B"/>`,
  ) +
  `<CodeBook>${wrap('Codes', parts.codes ?? `<Code guid="${guid(11)}" name="One" isCodable="true"/><Code guid="${guid(12)}" name="Two" isCodable="true"/>`)}</CodeBook>` +
  wrap('Variables', parts.variables) +
  wrap('Cases', parts.cases) +
  wrap('Sources', parts.sources) +
  wrap('Notes', parts.notes) +
  wrap('Links', parts.links) +
  wrap('Sets', parts.sets) +
  wrap('Graphs', parts.graphs) +
  `${parts.end ?? ''}</Project>`;

/** @returns the path of an archive of these files */
export function writeFile(bytes: Uint8Array | string, name = 'project.qdpx'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** @returns the path of a project with sources beside its XML */
export const qdpx = async (
  parts: Parts,
  sources: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> =>
  writeFile(
    await zipped({
      'project.qde': projectXml(parts),
      ...Object.fromEntries(Object.entries(sources).map(([name, content]) => [`sources/${name}`, content])),
    }),
  );

/** What a reader gave, sorted by kind. */
export class Pieces {
  readonly all: readonly Piece[];

  constructor(all: readonly Piece[]) {
    this.all = all;
  }

  of<Type extends Piece['type']>(type: Type): Extract<Piece, { type: Type }>[] {
    return this.all.filter((piece): piece is Extract<Piece, { type: Type }> => piece.type === type);
  }

  document(at = 0): ExchangedDocument {
    const document = this.of('document')[at];
    if (!document) throw new Error(`There is no document ${at}.`);
    return document;
  }

  /** The words of a document's passages, or where they are on their page. */
  words(at = 0): string[] {
    const { read, passages } = this.document(at);
    return passages.map(({ place }) =>
      'page' in place
        ? `${place.page}: ${place.x} ${place.y} ${place.width} ${place.height}`
        : read.reading.text.slice(place.start, place.end),
    );
  }

  /** What was said, without what it was said of. */
  said(): string[] {
    return [...new Set(this.of('said').map(({ what, message }) => `${what}: ${message}`))];
  }
}

export async function readPieces(path: string, more: { readonly elsewhere?: boolean } = {}): Promise<Pieces> {
  const all: Piece[] = [];
  const context = { language: 'en', onProgress: () => undefined, documents: [], codes: [], ...more };
  for await (const piece of readRefi(path, context)) all.push(piece);
  return new Pieces(all);
}

export const readParts = async (
  parts: Parts,
  sources?: Readonly<Record<string, string | Uint8Array>>,
): Promise<Pieces> => readPieces(await qdpx(parts, sources));

/** A selection coded with the code of a number, as XML. */
export const selection = (
  number: number,
  start: number,
  end: number,
  options: { code?: number; name?: string; inner?: string } = {},
): string =>
  `<PlainTextSelection guid="${guid(number)}" startPosition="${start}" endPosition="${end}"${options.name === undefined ? '' : ` name="${options.name}"`} creatingUser="${guid(1)}" creationDateTime="2024-05-01T10:00:00Z">${options.inner ?? ''}<Coding guid="${guid(number + 5000)}" creatingUser="${guid(2)}" creationDateTime="2024-05-02T10:00:00Z"><CodeRef targetGUID="${guid(options.code ?? 11)}"/></Coding></PlainTextSelection>`;

/** A text source whose text is in a file, as XML. */
export const textFile = (number: number, file: string, inner: string, name = 'A text'): string =>
  `<TextSource guid="${guid(number)}" name="${name}" plainTextPath="internal://${file}">${inner}</TextSource>`;
