import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ExchangeFormat } from '../../contract/exchange.ts';
import { ExchangeError } from './error.ts';
import { isHighlights } from './taguette/recognise.ts';

/** Endings that say what a file is. */
const ENDINGS: Readonly<Record<string, ExchangeFormat>> = {
  '.qdpx': 'refi',
  '.qde': 'refi',
  '.qda': 'qualcoder',
  '.rqda': 'rqda',
  '.sqlite3': 'taguette',
  '.jsonld': 'annotations',
  '.csv': 'codings-table',
  '.tsv': 'codings-table',
  '.xlsx': 'codings-table',
};

/** Files of programs that no other can read, with what these write for others. */
const CLOSED: readonly (readonly [ending: RegExp, program: string])[] = [
  [/^\.nvpx?$/, 'NVivo'],
  [/^\.(atlproj|atlcb|hpr7)$/, 'ATLAS.ti'],
  [/^\.(mx\d+|mex\d+)$/, 'MAXQDA'],
  [/^\.qdpro$/, 'Quirkos'],
];

/** How many bytes of a file of JSON or HTML are looked at to tell what it is. */
const HEAD = 4096;

/**
 * @param path a file, or a folder that is one project
 * @returns which form it has, by its name and, of JSON and HTML, by how it begins
 * @throws ExchangeError with a sentence that says what to do, for anything else
 */
export async function recognise(path: string): Promise<ExchangeFormat> {
  const name = basename(path);
  const facts = await stat(path).catch(() => null);
  if (!facts) throw new ExchangeError('The file is not there any more: choose it again.');
  if (facts.isDirectory()) {
    const inside: readonly string[] = await readdir(path).catch(() => []);
    if (inside.includes('data.qda')) return 'qualcoder';
    throw new ExchangeError(`“${name}” is a folder, but no project of a program that Colligo knows.`);
  }
  const ending = extname(name).toLowerCase();
  const closed = CLOSED.find(([pattern]) => pattern.test(ending));
  if (closed)
    throw new ExchangeError(
      `Only ${closed[1]} itself can read “${name}”: export the project there as REFI-QDA (.qdpx) and import that.`,
    );
  const format = ENDINGS[ending] ?? (await kindOfHead(path, ending));
  if (format) return format;
  if (/^\.html?$/.test(ending))
    throw new ExchangeError(
      `“${name}” is no page of highlights that Taguette exported: import it as a document.`,
    );
  throw new ExchangeError(
    `“${name}” is no project or list of codings that Colligo knows: it reads .qdpx, QualCoder, Taguette, RQDA, Web Annotation, CSV and Excel.`,
  );
}

/** @returns whether a path is the folder of a QualCoder project */
export async function isProjectFolder(path: string): Promise<boolean> {
  const facts = await stat(join(path, 'data.qda')).catch(() => null);
  return facts?.isFile() === true;
}

/** Tells what files are whose names do not say, by how they begin. */
async function kindOfHead(path: string, ending: string): Promise<ExchangeFormat | null> {
  if (!/^\.(jsonl?|html?)$/.test(ending)) return null;
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  const head = buffer.toString('utf8', 0, bytesRead);
  if (ending.startsWith('.htm')) return isHighlights(head) ? 'taguette' : null;
  if (/"@context"|"Annotation(Collection|Page)?"/.test(head)) return 'annotations';
  if (/"uri"\s*:/.test(head) && /"(target|tags|user)"\s*:/.test(head)) return 'hypothesis';
  return null;
}
