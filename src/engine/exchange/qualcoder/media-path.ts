import { lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a source of QualCoder is, by where it lies. */
export type SourceKind = 'text' | 'picture' | 'sound' | 'film';

const KINDS: Readonly<Record<string, readonly [kind: SourceKind, folder: string]>> = {
  docs: ['text', 'documents'],
  images: ['picture', 'images'],
  audio: ['sound', 'audio'],
  video: ['film', 'video'],
};

/** Where the file of a source lies: `/docs/name` in the project, `docs:/somewhere/name` outside of it, nothing for what was typed in. */
export interface MediaPath {
  readonly kind: SourceKind;
  /** Without any folder; empty where there is no file. */
  readonly name: string;
  /** The folder in the project; null for a file outside: the path is another machine's. */
  readonly folder: string | null;
  /** Where a file outside was found, which the person allowed or chose the folder of; null for none. */
  readonly found: string | null;
}

/** @returns the path of a file that lies outside of the project, as it was on the computer that linked it; null for any other */
export const outsidePath = (path: string): string | null => /^\w+:(.+)$/s.exec(path)?.[1] ?? null;

/**
 * @param found where files outside were found, by the whole of what is said of them
 * @returns what the `mediapath` of a source says
 */
export function readMediaPath(path: string, found: ReadonlyMap<string, string> = new Map()): MediaPath {
  const [, inside, outside, rest = ''] = /^(?:\/(\w+)\/|(\w+):)(.*)$/s.exec(path) ?? [];
  const [kind, folder] = KINDS[inside ?? outside ?? ''] ?? ['text', 'documents'];
  const name = basename(rest.replaceAll('\\', '/'));
  const isFile = name !== '' && name !== '.' && name !== '..' && !name.includes('\0');
  return {
    kind,
    name: isFile ? name : '',
    folder: outside === undefined ? folder : null,
    found: found.get(path) ?? null,
  };
}

/**
 * Reads a file of the project's folder, or one outside that was found. A link is not followed: it could lead anywhere.
 * @param most bytes
 * @returns null where there is no such file, or a larger one
 */
export function readInside(
  project: string,
  { folder, name, found }: MediaPath,
  most: number,
): Uint8Array<ArrayBuffer> | null {
  if (found !== null) {
    const facts = lstatSync(found, { throwIfNoEntry: false });
    return facts?.isFile() && facts.size <= most ? new Uint8Array(readFileSync(found)) : null;
  }
  if (folder === null || name === '') return null;
  const path = join(project, folder, name);
  const facts = lstatSync(path, { throwIfNoEntry: false });
  const home = lstatSync(join(project, folder), { throwIfNoEntry: false });
  if (!facts?.isFile() || !home?.isDirectory() || facts.size > most) return null;
  return new Uint8Array(readFileSync(path));
}
