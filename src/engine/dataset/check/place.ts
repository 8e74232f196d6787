import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl, { type Entry } from 'yauzl';
import { ColligoError } from '../../errors.ts';
import { isDropping } from '../output/former.ts';

/** A dataset that lies somewhere: a folder, a zip or a single file. */
export interface Place {
  /** All files in it, with slashes, but for what systems put into folders by themselves. */
  readonly paths: ReadonlySet<string>;
  /** @returns the bytes of one of them */
  open(path: string): Promise<Readable>;
  close(): void;
}

const SAFE = 'Nothing was changed.';

/** @returns the error for a place that holds nothing that could be compared */
export const unreadable = (message: string, remedy: string): ColligoError =>
  new ColligoError('UNREADABLE', message, { safe: SAFE, remedy });

/**
 * @param target where an earlier export went; nothing is ever written there
 * @param isSingle whether it is a file of a format that is one
 * @param isArchive whether that file is a zip
 * @throws ColligoError NOT_FOUND where nothing is there; UNREADABLE where it is neither a folder nor a zip
 */
export async function openPlace(target: string, isSingle: boolean, isArchive = false): Promise<Place> {
  const there = await stat(target).catch(() => null);
  const name = basename(target);
  if (!there) {
    throw new ColligoError('NOT_FOUND', `There is no “${name}” to compare with the project.`, {
      safe: SAFE,
      remedy: 'Give the folder or file that an export was written to.',
    });
  }
  if (there.isDirectory() !== (!isSingle && !name.toLowerCase().endsWith('.zip'))) {
    const [is, remedy] = there.isDirectory() ? ['a folder', 'the file'] : ['a file', 'the folder or zip'];
    throw unreadable(`“${name}” is ${is}.`, `Give ${remedy} that an export was written to.`);
  }
  if (isSingle && !isArchive) {
    return { paths: new Set([name]), open: async () => createReadStream(target), close: () => {} };
  }
  return there.isDirectory() ? openFolder(target) : openZip(target);
}

async function openFolder(folder: string): Promise<Place> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return {
    paths: new Set(paths.filter((path) => !isDropping(path))),
    open: async (path) => createReadStream(join(folder, ...path.split('/'))),
    close: () => {},
  };
}

async function openZip(file: string): Promise<Place> {
  const damaged = (cause: unknown) =>
    Object.assign(
      unreadable(`“${basename(file)}” is no zip that can be read.`, 'Export it again under another name.'),
      { cause },
    );
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false }).catch((error) => {
    throw damaged(error);
  });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/') && !isDropping(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw damaged(error);
  }
  return {
    paths: new Set(entries.keys()),
    open: (path) => {
      const entry = entries.get(path);
      if (!entry) throw new Error(`${path} is not in ${file}`);
      return zip.openReadStreamPromise(entry).catch((error) => {
        throw damaged(error);
      });
    },
    close: () => zip.close(),
  };
}
