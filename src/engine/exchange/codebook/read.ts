import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CodebookFormat } from '../../../contract/codebook-exchange.ts';
import { readCodebook } from '../../codebook/whole.ts';
import { ColligoError } from '../../errors.ts';
import { ImportError } from '../../import/errors.ts';
import { openProject } from '../../store/open.ts';
import { ExchangeError } from '../error.ts';
import { ALL_LABELS, ALL_LINKS, type Book, MOST_BYTES, unreadable } from './book.ts';
import { readJson } from './json.ts';
import { readMarkdown } from './markdown/read.ts';
import { readQdc } from './qdc.ts';
import type { SkosWish } from './skos/read.ts';
import { readCodesCsv, readCodesXlsx } from './table/read.ts';
import { readText } from './text.ts';
import { titleOf } from './title.ts';

/** Endings that say what a file is. */
const ENDINGS: Readonly<Record<string, CodebookFormat>> = {
  '.json': 'json',
  '.qdc': 'qdc',
  '.qde': 'qdc',
  '.ttl': 'ttl',
  '.nt': 'ttl',
  '.jsonld': 'jsonld',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.txt': 'txt',
  '.md': 'md',
};

/** The ending of projects, whose codebook is read, too. */
const PROJECT = '.colligo';

export interface ReadWish extends SkosWish {
  /** Decided by the file's ending where it is left out. */
  readonly format?: CodebookFormat | undefined;
}

/**
 * Reads a codebook from a file of any form that holds one.
 * @throws ColligoError NOT_FOUND, UNREADABLE with one sentence
 */
export async function readBook(path: string, wish: ReadWish = {}): Promise<Book> {
  const name = basename(path);
  if (extname(name).toLowerCase() === PROJECT) return ofProject(path);
  const format = wish.format ?? ENDINGS[extname(name).toLowerCase()];
  if (format === undefined || format === 'html' || format === 'docx')
    throw unreadable(
      `${name} is no codebook that Colligo reads.`,
      'Choose a file that ends in .json, .qdc, .ttl, .jsonld, .csv, .xlsx, .txt or .md.',
    );
  const bytes = await load(path, name);
  try {
    return await parsed(bytes, format, name, wish);
  } catch (error) {
    if (error instanceof ExchangeError || error instanceof ImportError)
      throw Object.assign(unreadable(`${name} cannot be read. ${error.message}`, 'Export it again.'), {
        cause: error,
      });
    throw error;
  }
}

/** The codebook of a project of one's own or of a colleague, which nothing is written to. */
async function ofProject(path: string): Promise<Book> {
  const project = await openProject(path, {
    mode: 'read',
    program: 'the reading of a codebook',
    actor: null,
    backups: { everyHours: 24, keep: 0 },
  });
  try {
    const { title, description, language } = titleOf(project.db);
    return {
      title,
      description,
      language,
      isOrdered: true,
      labelKinds: ALL_LABELS,
      linkKinds: ALL_LINKS,
      codes: readCodebook(project.db).map((node) => ({ ...node, isIdentified: true })),
      remarks: [],
    };
  } finally {
    await project.close();
  }
}

async function parsed(
  bytes: Uint8Array<ArrayBuffer>,
  format: Exclude<CodebookFormat, 'html' | 'docx'>,
  name: string,
  wish: ReadWish,
): Promise<Book> {
  switch (format) {
    case 'qdc':
      return readQdc(bytes);
    case 'csv':
      return readCodesCsv(bytes);
    case 'xlsx':
      return readCodesXlsx(bytes);
    case 'json':
      return readJson(textOf(bytes, name), name);
    case 'txt':
      return readText(textOf(bytes, name));
    case 'md':
      return readMarkdown(textOf(bytes, name));
    default: {
      // The libraries of RDF are loaded when they are needed.
      const { bookFrom } = await import('./skos/read.ts');
      const { parseJsonLd, parseTurtle } = await import('./skos/parse.ts');
      const text = textOf(bytes, name);
      return bookFrom(format === 'ttl' ? parseTurtle(text) : await parseJsonLd(text), wish);
    }
  }
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw Object.assign(
      unreadable(
        `${name} is not a text in UTF-8, so it cannot be read as a taxonomy.`,
        'Save it as UTF-8 and import it again.',
      ),
      { cause },
    );
  }
}

async function load(path: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const facts = await stat(path).catch(() => null);
  const bytes = facts?.isFile() && facts.size <= MOST_BYTES ? await readFile(path).catch(() => null) : null;
  if (bytes) return new Uint8Array(bytes);
  if (facts?.isFile() && facts.size > MOST_BYTES)
    throw unreadable(`${name} is larger than a codebook can be (64 MB).`, 'Divide it into several files.');
  throw new ColligoError(
    'NOT_FOUND',
    `${name} cannot be read: it is not there, or not a file that may be read.`,
  );
}
