import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { MIB } from '../../../import/limits.ts';
import { openArchive } from '../../archive/open.ts';
import { ExchangeError } from '../../error.ts';

/** Largest file that is read whole, in bytes: what can be a row of the store and pass through memory. */
export const LARGEST = 512 * MIB;

/** A REFI-QDA project on the disk: its XML and the files that it names. */
export interface Package extends AsyncDisposable {
  /** Bytes of the project's XML, unpacked. */
  readonly size: number;
  /** The project's XML from its beginning, each time it is called. */
  xml(): AsyncIterable<Uint8Array>;
  /** @returns the name of an internal file as it lies there; null where there is none */
  find(name: string): string | null;
  /** @returns an internal file by a name of `find`; null where it is larger than can be kept */
  read(found: string): Promise<Buffer | null>;
  /** Folders that `relative:` paths may lead into. */
  readonly folders: readonly string[];
}

/** Reads at most so many bytes of a file; null where it is larger, no file, or cannot be read. */
export async function readWhole(path: string): Promise<Buffer | null> {
  try {
    await using file = await open(path, 'r');
    const facts = await file.stat();
    if (!facts.isFile() || facts.size > LARGEST) return null;
    const bytes = Buffer.alloc(facts.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } catch {
    return null;
  }
}

/** @returns the real path of a file below a folder, or null where it is missing or lies elsewhere, links followed */
export async function within(folder: string, path: string): Promise<string | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(resolve(folder, path))]);
    return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null;
  } catch {
    return null;
  }
}

/**
 * The project's XML by name: `project.qde`, else the only one that lies at the root (ATLAS.ti names it after the project), or
 * in the one folder that somebody packed.
 */
function findXml(names: readonly string[]): string {
  const inFolder = (depth: RegExp) =>
    names.filter((name) => depth.test(name) && !name.startsWith('__MACOSX/'));
  const atRoot = inFolder(/^[^/]+\.qde$/i);
  const all = atRoot.length > 0 ? atRoot : inFolder(/^[^/]+\/[^/]+\.qde$/i);
  const found =
    all.find((name) => name.toLowerCase() === 'project.qde') ?? (all.length === 1 ? all[0] : undefined);
  if (found !== undefined) return found;
  throw new ExchangeError(
    all.length === 0
      ? 'The archive holds no REFI-QDA project: there is no .qde file in it.'
      : 'The archive holds more than one REFI-QDA project: export each on its own.',
  );
}

async function openZipped(path: string): Promise<Package> {
  const archive = await openArchive(path);
  try {
    const xml = findXml(archive.names);
    const folder = xml.slice(0, xml.lastIndexOf('/') + 1);
    return {
      size: archive.sizeOf(xml) ?? 0,
      xml: () => archive.stream(xml),
      // The folder is called Sources by some, and a few leave it out.
      find: (name) => archive.find(`${folder}sources/${name}`) ?? archive.find(folder + name),
      read: async (found) => ((archive.sizeOf(found) ?? 0) > LARGEST ? null : archive.read(found)),
      folders: [dirname(path), `${path.slice(0, path.length - extname(path).length)} Media`],
      [Symbol.asyncDispose]: () => archive[Symbol.asyncDispose](),
    };
  } catch (error) {
    await archive[Symbol.asyncDispose]();
    throw error;
  }
}

async function openBare(path: string): Promise<Package> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) throw new ExchangeError('The file is not there any more: choose it again.');
  const folder = join(dirname(path), 'sources');
  const names = await readdir(folder).catch(() => []);
  return {
    size: facts.size,
    xml: () => createReadStream(path),
    find: (name) =>
      names.find((each) => each === name) ??
      names.find((each) => each.toLowerCase() === name.toLowerCase()) ??
      null,
    read: async (found) => {
      const file = await within(folder, found);
      return file === null ? null : readWhole(file);
    },
    folders: [dirname(path), join(dirname(path), `${basename(path, extname(path))} Media`)],
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/**
 * Opens a project: a .qdpx archive, or a bare .qde file whose sources stand in it or in a folder `sources` beside it.
 * @throws ExchangeError with one sentence
 */
export const openPackage = (path: string): Promise<Package> =>
  extname(path).toLowerCase() === '.qde' ? openBare(path) : openZipped(path);
