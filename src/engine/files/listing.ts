import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ColligoError } from '../errors.ts';

/** One file or folder of a listing. */
export interface Listed {
  readonly name: string;
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly bytes: number | null;
  readonly modifiedAt: string | null;
}

/** A listing that stops somewhere says how much it leaves out. */
export interface Listing {
  readonly entries: readonly Listed[];
  readonly left: number;
}

const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * Lists a folder: folders first, then files, both by name; nothing hidden, nothing that is neither.
 * @param path of the folder
 * @param limit how many entries at most
 * @returns the entries, and how many there are beyond the limit
 * @throws ColligoError REFUSED or NOT_FOUND where the folder cannot be read
 */
export async function listFolder(path: string, limit: number): Promise<Listing> {
  const found = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw explainFolder(error, path);
  });
  const named = await Promise.all(
    found
      .filter((entry) => !entry.name.startsWith('.'))
      .map(async (entry) => ({ name: entry.name, kind: await kindOf(path, entry) })),
  );
  const seen = named
    .filter((entry): entry is { name: string; kind: Listed['kind'] } => entry.kind !== null)
    .sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || order.compare(a.name, b.name));
  const entries = await Promise.all(seen.slice(0, limit).map((entry) => measure(path, entry)));
  return { entries, left: Math.max(0, seen.length - limit) };
}

const ANOTHER = { safe: 'Nothing was changed.', remedy: 'Choose another folder.' };

/**
 * Puts into a sentence why a folder could not be used.
 * @param error as the file system threw it
 * @param path of the folder
 * @returns an error for people; the error itself where it is not the file system's
 */
export function explainFolder(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const name = basename(path) || path;
  if (code === 'ENOENT')
    return new ColligoError('NOT_FOUND', `The folder “${name}” is not there any more.`, ANOTHER);
  if (code === 'ENOTDIR') return new ColligoError('REFUSED', `“${name}” is not a folder.`, ANOTHER);
  if (code === 'EACCES' || code === 'EPERM') {
    return new ColligoError('REFUSED', `You may not look into or write to the folder “${name}”.`, {
      remedy: 'Choose another folder, or ask its owner for access.',
    });
  }
  if (typeof code !== 'string') return error;
  return new ColligoError('REFUSED', `The folder “${name}” cannot be used (${code}).`, {
    remedy: 'Choose another folder.',
  });
}

/** Follows a link to see what it leads to; one that leads nowhere is left out like anything else that cannot be picked. */
async function kindOf(folder: string, entry: Dirent): Promise<Listed['kind'] | null> {
  const facts = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => null) : entry;
  if (facts?.isDirectory()) return 'folder';
  return facts?.isFile() ? 'file' : null;
}

/** Size and time are a help, not a condition: an entry that cannot be asked is listed without them. */
async function measure(folder: string, entry: { name: string; kind: Listed['kind'] }): Promise<Listed> {
  const path = join(folder, entry.name);
  const facts = await stat(path).catch(() => null);
  const bytes = facts && entry.kind === 'file' ? facts.size : null;
  return { ...entry, path, bytes, modifiedAt: facts?.mtime.toISOString() ?? null };
}
