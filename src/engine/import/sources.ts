import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { formatOf, READABLE } from './formats.ts';
import { readManifest } from './manifest.ts';
import type { Found } from './source.ts';

export type { Found, Source, SourceAttributes } from './source.ts';

/** Folders deeper than this, or with more files, are somebody's whole disk rather than a study. */
const DEEPEST = 24;
const MOST_FILES = 10_000;

const isManifest = (path: string) => extname(path).toLowerCase() === '.json';

const inOrder = new Intl.Collator('en', { numeric: true });

function failed(name: string, message: string): Found {
  return { name, state: 'failed', message };
}

function oneFile(path: string, name: string): Found {
  const format = formatOf(path);
  if (format) return { name, source: { path, format } };
  const message = isManifest(path)
    ? 'In a folder a JSON file is passed over: choose the manifest itself to import the texts that it lists.'
    : `Only ${READABLE} files can be read: convert it first.`;
  return { name, state: 'skipped', message };
}

/** What a folder holds, depth first and in the order people sort by. Links are not followed, because they may lead in circles. */
async function walk(folder: string, name: string, depth: number, found: Found[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!entries)
    return void found.push(
      failed(name, 'The folder could not be read: change its permissions or copy it elsewhere.'),
    );
  for (const entry of entries.toSorted((a, b) => inOrder.compare(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue;
    if (found.length >= MOST_FILES) return;
    const path = join(folder, entry.name);
    const within = name === '' ? entry.name : `${name}/${entry.name}`;
    if (entry.isFile()) found.push(oneFile(path, within));
    else if (entry.isDirectory() && depth < DEEPEST) await walk(path, within, depth + 1, found);
    else
      found.push({
        name: within,
        state: 'skipped',
        message: 'Links and special files are passed over: choose the file itself.',
      });
  }
}

async function expandFolder(path: string): Promise<Found[]> {
  const found: Found[] = [];
  await walk(path, '', 0, found);
  if (found.length >= MOST_FILES) {
    const most = MOST_FILES.toLocaleString('en');
    return [failed(basename(path), `The folder holds ${most} files or more: choose a smaller one.`)];
  }
  if (found.length === 0) return [failed(basename(path), 'The folder holds no files: choose another.')];
  return found;
}

async function expand(path: string): Promise<Found[]> {
  const facts: Stats | null = await stat(path).catch(() => null);
  if (!facts) return [failed(basename(path), 'The file is not there any more: choose it again.')];
  if (facts.isDirectory()) return expandFolder(path);
  if (!facts.isFile()) return [failed(basename(path), 'This is not a file: choose a text.')];
  if (isManifest(path)) return readManifest(path);
  const row = oneFile(path, basename(path));
  // What lies in a folder is passed over; what somebody chose by name and cannot be read has failed.
  return ['state' in row ? failed(row.name, row.message) : row];
}

/**
 * Turns what a person picked into rows: texts, folders (with their subfolders; hidden files are passed over silently) and
 * manifests (.json). Every other file is a row too, skipped, with the reason; a text that was picked twice is skipped the
 * second time. Never rejects for bad input. Paths are absolute or relative to the working directory.
 */
export async function findSources(paths: readonly string[]): Promise<Found[]> {
  const seen = new Set<string>();
  const all: Found[] = [];
  for (const path of paths) {
    for (const row of await expand(path)) {
      const real = 'source' in row ? await realpath(row.source.path).catch(() => row.source.path) : null;
      if (real !== null && seen.has(real)) {
        all.push({
          name: row.name,
          state: 'skipped',
          message: 'The file was chosen twice: it is read once.',
        });
      } else {
        all.push(row);
      }
      if (real !== null) seen.add(real);
    }
  }
  return all;
}
