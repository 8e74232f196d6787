import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatOf } from '../../../import/formats.ts';
import type { Remark } from '../../model.ts';
import { readWhole, within } from './package.ts';
import type { Work } from './work.ts';

/** A file that the project names, wherever it was found. */
export interface FoundFile {
  /** Of the file, without folders. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Kinds of media that go along as they are, by ending. */
const MEDIA: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  mkv: 'video/x-matroska',
  webm: 'video/webm',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** @returns the media type that a file's name promises */
export const mediaTypeOf = (name: string): string =>
  MEDIA[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** @returns the last part of a path of any system */
export const lastPart = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

type Place =
  | { readonly kind: 'internal' | 'relative' | 'absolute'; readonly path: string }
  | { readonly kind: 'none' };

/** Takes apart a path as the file states it (REFI-QDA 1.5, section 8); one without a scheme is internal. */
function placeOf(stated: string): Place {
  const [, scheme, rest = ''] = /^([a-z]+):\/\/(.*)$/is.exec(stated.trim()) ?? [];
  if (scheme === undefined) {
    const path = stated.trim().replaceAll('\\', '/');
    return isAbsolute(path) || /^[a-z]:/i.test(path)
      ? { kind: 'absolute', path }
      : { kind: 'internal', path };
  }
  if (scheme === 'internal') return { kind: 'internal', path: rest };
  if (scheme === 'relative') return { kind: 'relative', path: rest.replace(/^\/+/, '') };
  if (scheme === 'absolute') return { kind: 'absolute', path: rest.replace(/^\/(?=[a-z]:)/i, '') };
  if (scheme !== 'file') return { kind: 'none' };
  try {
    return { kind: 'absolute', path: fileURLToPath(stated.trim()) };
  } catch {
    return { kind: 'none' };
  }
}

/** A path as it is, and with its percent signs decoded where it has any. */
function spellings(path: string): string[] {
  try {
    const decoded = decodeURIComponent(path);
    return decoded === path ? [path] : [path, decoded];
  } catch {
    return [path];
  }
}

const isKnown = (path: string) => formatOf(path) !== null || mediaTypeOf(path) !== 'application/octet-stream';

/** A file that was found, or why it was not. */
type Looked = FoundFile | Omit<Remark, 'subject'>;

const NOT_INSIDE = { what: 'left', message: 'A file that the project names is not in it.' } as const;
const TOO_LARGE = { what: 'left', message: 'A file is too large to be kept in a project.' } as const;
const NOT_THERE = {
  what: 'left',
  message: 'A file that lies outside of the project was not found, or is too large.',
} as const;
const NOT_ALLOWED = {
  what: 'left',
  message:
    'A file that lies elsewhere on this computer was not read, since nobody allowed it: put it beside the project, or import again and say so.',
} as const;

async function findInternal(work: Work, path: string): Promise<Looked> {
  for (const each of spellings(path.replace(/^\/+/, '').replace(/^sources\//i, ''))) {
    const found = work.pack.find(each);
    if (found === null) continue;
    const bytes = await work.pack.read(found);
    if (bytes === null) return TOO_LARGE;
    work.used.add(found);
    return { name: lastPart(found), bytes };
  }
  return NOT_INSIDE;
}

async function findRelative(work: Work, path: string): Promise<string | null> {
  const { basePath } = work.facts;
  // The project itself says what its base is, so that one from somebody else could name any folder of this computer.
  const isBase = isAbsolute(basePath) && (work.elsewhere || (await isBeside(work, basePath)));
  const folders = isBase ? [basePath, ...work.pack.folders] : work.pack.folders;
  for (const folder of folders)
    for (const each of spellings(path)) {
      const found = await within(folder, each);
      if (found !== null && isKnown(found)) return found;
    }
  return null;
}

/** @returns whether a path leads into the folder of the project, or into that of its media */
async function isBeside({ pack }: Work, path: string): Promise<boolean> {
  for (const folder of pack.folders) if ((await within(folder, path)) !== null) return true;
  return false;
}

/** Looks for a file where the project says that it is. */
async function findAt(work: Work, stated: string, subject: string): Promise<Looked> {
  const place = placeOf(stated);
  if (place.kind === 'internal') return findInternal(work, place.path);
  const found =
    place.kind === 'relative'
      ? await findRelative(work, place.path)
      : place.kind === 'absolute' && isAbsolute(place.path) && isKnown(place.path)
        ? resolve(place.path)
        : null;
  if (found !== null && !work.elsewhere && !(await isBeside(work, found))) return NOT_ALLOWED;
  const bytes = found === null ? null : await readWhole(found);
  if (found === null || bytes === null) return NOT_THERE;
  work.say(
    'kept',
    'A file that lies outside of the project was read from this computer.',
    `${subject} (${found})`,
  );
  return { name: lastPart(found), bytes };
}

/** Looks for a file in the folders that were chosen, by the names that it may have. */
async function findChosen(work: Work, paths: readonly string[], subject: string): Promise<FoundFile | null> {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(paths[0] ?? '')?.[0] ?? '';
  for (const path of [...paths.flatMap(spellings), subject, `${subject}${ending}`]) {
    const found = await work.lookup.find(path);
    const bytes = found !== null && isKnown(found) ? await readWhole(found) : null;
    if (found === null || bytes === null) continue;
    work.say('mended', 'A file that was missing was found in a folder that was chosen for it.', subject);
    return { name: lastPart(found), bytes };
  }
  return null;
}

/**
 * Finds a file that the project names: in it, beside it, where that was allowed elsewhere on this computer, or in a folder that
 * was chosen. A file outside the project is read only if it is of a kind that can be a source, and the report says so.
 * @param stated paths as the file has them, the first that leads somewhere counts
 * @param subject what the file is of, for the report
 * @param isSpare whether it can be done without, so that nobody is asked where it is
 * @returns null where it is not there, which has been said
 */
export async function findFile(
  work: Work,
  stated: string | undefined | readonly (string | undefined)[],
  subject: string,
  isSpare = false,
): Promise<FoundFile | null> {
  const paths = [stated].flat().filter((path) => path !== undefined && path.trim() !== '') as string[];
  if (paths.length === 0) return null;
  const remarks: (Omit<Remark, 'subject'> & { readonly path: string })[] = [];
  for (const path of paths) {
    const looked = await findAt(work, path, subject);
    if ('bytes' in looked) return looked;
    remarks.push({ ...looked, path });
  }
  const chosen = await findChosen(work, paths, subject);
  if (chosen) return chosen;
  for (const { what, message, path } of remarks) work.say(what, message, `${subject} (${path})`);
  const [first = ''] = paths;
  const there = await Promise.all(
    remarks.map(({ message, path }) => message === NOT_ALLOWED.message && isFile(placeOf(path))),
  );
  if (!isSpare) work.miss({ name: subject, path: first, isThere: there.includes(true) });
  return null;
}

async function isFile(place: Place): Promise<boolean> {
  if (place.kind !== 'absolute') return false;
  const facts = await stat(place.path).catch(() => null);
  return facts?.isFile() === true;
}
