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
  /** The folder in the project; null for a file outside, which is not opened: the path is another machine's. */
  readonly folder: string | null;
}

/** @returns what the `mediapath` of a source says */
export function readMediaPath(path: string): MediaPath {
  const [, inside, outside, rest = ''] = /^(?:\/(\w+)\/|(\w+):)(.*)$/s.exec(path) ?? [];
  const [kind, folder] = KINDS[inside ?? outside ?? ''] ?? ['text', 'documents'];
  const name = basename(rest.replaceAll('\\', '/'));
  const isFile = name !== '' && name !== '.' && name !== '..' && !name.includes('\0');
  return { kind, name: isFile ? name : '', folder: outside === undefined ? folder : null };
}

/**
 * Reads a file of the project's folder. A link is not followed: it could lead anywhere.
 * @param most bytes
 * @returns null where there is no such file, or a larger one
 */
export function readInside(
  project: string,
  { folder, name }: MediaPath,
  most: number,
): Uint8Array<ArrayBuffer> | null {
  if (folder === null || name === '') return null;
  const path = join(project, folder, name);
  const facts = lstatSync(path, { throwIfNoEntry: false });
  const home = lstatSync(join(project, folder), { throwIfNoEntry: false });
  if (!facts?.isFile() || !home?.isDirectory() || facts.size > most) return null;
  return new Uint8Array(readFileSync(path));
}
