import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatOf } from '../../../import/formats.ts';
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

async function findInternal(work: Work, path: string, subject: string): Promise<FoundFile | null> {
  for (const each of spellings(path.replace(/^\/+/, '').replace(/^sources\//i, ''))) {
    const found = work.pack.find(each);
    if (found === null) continue;
    const bytes = await work.pack.read(found);
    if (bytes === null) {
      work.say('left', 'A file is too large to be kept in a project.', subject);
      return null;
    }
    work.used.add(found);
    return { name: lastPart(found), bytes };
  }
  work.say('left', 'A file that the project names is not in it.', `${subject} (${path})`);
  return null;
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

/**
 * Finds a file that the project names: in it, beside it, or, where that was allowed, elsewhere on this computer. A file outside the project is read
 * only if it is of a kind that can be a source, and the report says so.
 * @param stated path as the file has it
 * @param subject what the file is of, for the report
 * @returns null where it is not there, which has been said
 */
export async function findFile(
  work: Work,
  stated: string | undefined,
  subject: string,
): Promise<FoundFile | null> {
  if (stated === undefined || stated.trim() === '') return null;
  const place = placeOf(stated);
  if (place.kind === 'internal') return findInternal(work, place.path, subject);
  const found =
    place.kind === 'relative'
      ? await findRelative(work, place.path)
      : place.kind === 'absolute' && isAbsolute(place.path) && isKnown(place.path)
        ? resolve(place.path)
        : null;
  if (found !== null && !work.elsewhere && !(await isBeside(work, found))) {
    work.say(
      'left',
      'A file that lies elsewhere on this computer was not read: put it beside the project, or import on the command line with --elsewhere.',
      `${subject} (${stated})`,
    );
    return null;
  }
  const bytes = found === null ? null : await readWhole(found);
  if (found === null || bytes === null) {
    work.say(
      'left',
      'A file that lies outside of the project was not found, or is too large.',
      `${subject} (${stated})`,
    );
    return null;
  }
  work.say(
    'kept',
    'A file that lies outside of the project was read from this computer.',
    `${subject} (${found})`,
  );
  return { name: lastPart(found), bytes };
}
