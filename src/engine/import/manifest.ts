import { open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep, win32 } from 'node:path';
import { ImportError } from './errors.ts';
import { formatOf, READABLE } from './formats.ts';
import { ManifestEntry } from './manifest-entry.ts';
import type { Found, Source, SourceAttributes } from './source.ts';

/** Larger than any list that a person keeps; what is larger is some other JSON. */
const LARGEST = 8 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/** The lists that a manifest may hold its entries in. */
const LISTS = ['plans', 'documents'] as const;

const refused = (what: string) => new ImportError('manifest', what);

async function readJson(path: string): Promise<unknown> {
  const shape = 'check the file with an editor that knows JSON';
  try {
    await using file = await open(path, 'r');
    if ((await file.stat()).size > LARGEST)
      throw refused('This JSON file is too large for a list of texts: choose the manifest.');
    return JSON.parse((await file.readFile('utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    if (error instanceof SyntaxError) throw refused(`The manifest is not valid JSON: ${shape}.`);
    throw refused('The manifest could not be read: choose it again.');
  }
}

function entriesOf(json: unknown): readonly unknown[] {
  const list = LISTS.map((name) => (json as Record<string, unknown> | null)?.[name]).find(Array.isArray);
  const entries: unknown = Array.isArray(json) ? json : list;
  if (!Array.isArray(entries)) {
    throw refused(
      'This JSON file lists no texts: a manifest is an array, or an object with an array “plans” or “documents”.',
    );
  }
  if (entries.length === 0) throw refused('The manifest lists no texts: add some.');
  if (entries.length > MOST_ENTRIES) {
    throw refused(`The manifest lists more than ${MOST_ENTRIES.toLocaleString('en')} texts: split it.`);
  }
  return entries;
}

/** Where a manifest's file lies. Throws ImportError unless it is inside the manifest's folder, links followed. */
async function locate(folder: string, file: string): Promise<string> {
  const outside = refused(
    'The manifest names a file outside its own folder: move the file beside the manifest.',
  );
  if (isAbsolute(file) || win32.isAbsolute(file) || file.includes('\0')) throw outside;
  if (file.split(/[\\/]/).includes('..')) throw outside;
  const path = join(folder, file);
  const real = await realpath(path).catch(() => null);
  const missing = new ImportError(
    'missing',
    'The manifest names this file, but it is not there: put it beside the manifest.',
  );
  if (real === null) throw missing;
  if (!real.startsWith((await realpath(folder)) + sep)) throw outside;
  if (!(await stat(real)).isFile()) throw missing;
  return path;
}

function attributesOf({ issuer, kind, date, language, licence, license }: ManifestEntry): SourceAttributes {
  const all = { issuer, kind, date, language, licence: licence ?? license };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function toSource(folder: string, entry: ManifestEntry): Promise<Source> {
  const format = formatOf(entry.file);
  if (!format)
    throw new ImportError('unreadable', `Only ${READABLE} files can be read: convert the file first.`);
  const facts = {
    title: entry.title,
    key: entry.id,
    case: entry.case ?? entry.jurisdiction,
    language: entry.language,
    sha256: entry.sha256?.toLowerCase(),
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { path: await locate(folder, entry.file), format, ...known, attributes: attributesOf(entry) };
}

function nameOf(entry: unknown, index: number): string {
  const { file, title } = (entry ?? {}) as { file?: unknown; title?: unknown };
  return (
    ([file, title].find((name) => typeof name === 'string' && name !== '') as string) ?? `Entry ${index + 1}`
  );
}

async function readEntry(folder: string, entry: unknown, index: number, keys: Set<string>): Promise<Found> {
  const name = nameOf(entry, index);
  try {
    const { data, error } = ManifestEntry.safeParse(entry);
    const issue = error?.issues[0];
    if (issue) {
      const where = issue.path.length === 0 ? `entry ${index + 1}` : `“${issue.path.join('.')}”`;
      throw refused(`In the manifest, ${where} ${issue.message}: correct it.`);
    }
    if (!data) throw refused(`Entry ${index + 1} of the manifest could not be understood: correct it.`);
    if (data.id !== undefined && keys.has(data.id)) {
      throw refused(`The manifest uses the id “${data.id}” more than once: give every text its own.`);
    }
    const source = await toSource(folder, data);
    if (data.id !== undefined) keys.add(data.id);
    return { name, source };
  } catch (error) {
    if (error instanceof ImportError) return { name, state: 'failed', message: error.message };
    throw error;
  }
}

/**
 * Reads a manifest: a JSON array of texts, or an object that holds one under `plans` or `documents`. Each names its `file`,
 * in the manifest's folder or below, and may give id, title, jurisdiction (or case), issuer, kind, date, language, licence and
 * sha256. Gives a row per entry, in order: what to read, or one sentence on what is wrong with the entry; a manifest that
 * can't be read at all is a single failed row. Checksums are compared when the file is read. Never rejects for bad input.
 */
export async function readManifest(path: string): Promise<Found[]> {
  const found: Found[] = [];
  try {
    const entries = entriesOf(await readJson(path));
    const keys = new Set<string>();
    for (const [index, entry] of entries.entries())
      found.push(await readEntry(dirname(path), entry, index, keys));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    found.push({ name: basename(path), state: 'failed', message: error.message });
  }
  return found;
}
