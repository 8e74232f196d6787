import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import zlib from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { MIB } from '../../import/limits.ts';
import { ExchangeError } from '../error.ts';
import { checkEntries } from './check.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits.ts';

/** A zip archive on the disk that was looked through and found harmless; nothing of it is ever unpacked onto the disk. */
export interface SafeArchive extends AsyncDisposable {
  /** Of its files, not of its folders, with `/` between the parts. */
  readonly names: readonly string[];
  /** @returns the name of a file as the archive has it, where only letter case and forms of accents differ; null where there is none */
  find(name: string): string | null;
  /** @returns bytes a file unpacks to; null where there is none of that name */
  sizeOf(name: string): number | null;
  /**
   * @param name as in `names`
   * @param most bytes that it may unpack to
   * @throws ExchangeError for one that is not there, damaged or larger
   */
  read(name: string, most?: number): Promise<Buffer>;
  /** @returns the file as it unpacks; fails with an ExchangeError where it is damaged */
  stream(name: string): AsyncGenerator<Buffer>;
}

/** Letter case and forms of accented letters differ between systems. */
const fold = (name: string): string => name.normalize('NFC').toLowerCase();

/** Up to so many bytes, packed and unpacked, a file is unpacked at once. */
const AT_ONCE = 16 * MIB;

/** The two ways in which files lie in an archive (APPNOTE.TXT 6.3.10, section 4.4.5). */
const STORED = 0;
const DEFLATED = 8;

/** Bytes; zlib takes no less. */
const LEAST_CHUNK = 64;

const damaged = (cause?: unknown) =>
  new ExchangeError('The archive is damaged and cannot be unpacked: export it again.', { cause });

async function openZip(path: string): Promise<ZipFile> {
  try {
    // Old programs on Windows write backslashes, which are read as slashes here.
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new ExchangeError('The file is not there any more: choose it again.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new ExchangeError(
        'The file may not be read by you: change its permissions or copy it elsewhere.',
      );
    throw new ExchangeError(
      'This is not a zip archive, or its end is missing: choose another file, or copy it again.',
      {
        cause: error,
      },
    );
  }
}

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  const many = () =>
    new ExchangeError(
      `The archive holds more than ${limits.entries.toLocaleString('en')} files: it was not read.`,
    );
  if (zip.entryCount > limits.entries) throw many();
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > limits.entries) throw many();
    }
  } catch (error) {
    if (error instanceof ExchangeError) throw error;
    // The reader of the archive refuses names that lead out of it by itself.
    const isName = error instanceof Error && /(absolute|relative) path/.test(error.message);
    throw isName
      ? new ExchangeError('The archive names files outside itself, as no program writes it: it was not read.')
      : damaged(error);
  }
  return entries;
}

/**
 * Opens a zip archive and checks its directory before anything is unpacked (`check.ts`). An archive in it is a file as any
 * other, and is not opened.
 * @param path of the archive
 * @throws ExchangeError with one sentence
 */
export async function openArchive(path: string, limits = ARCHIVE_LIMITS): Promise<SafeArchive> {
  const zip = await openZip(path);
  const dispose = async () => zip.close();
  try {
    const { size } = await stat(path);
    const entries = await listEntries(zip, limits);
    checkEntries(entries, size, limits);
    return { ...archiveOf(zip, entries), [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function archiveOf(zip: ZipFile, entries: readonly Entry[]): Omit<SafeArchive, typeof Symbol.asyncDispose> {
  const files = new Map(
    entries.filter(({ fileName }) => !fileName.endsWith('/')).map((each) => [each.fileName, each]),
  );
  const folded = new Map([...files.keys()].map((name) => [fold(name), name]));
  const entryOf = (name: string): Entry => {
    const entry = files.get(name);
    if (!entry) throw new ExchangeError(`The archive has no file “${name}”.`);
    return entry;
  };
  /** Unpacks a file in one go: without a stream for each that is small, of which there may be thousands. */
  async function unpackAtOnce(entry: Entry): Promise<Buffer> {
    const { uncompressedSize: size, compressionMethod: method } = entry;
    try {
      const packed = await buffer(await zip.openReadStreamPromise(entry, { decodeFileData: false }));
      const bytes =
        method === DEFLATED
          ? zlib.inflateRawSync(packed, {
              chunkSize: Math.max(size, LEAST_CHUNK),
              maxOutputLength: Math.max(size, 1),
            })
          : packed;
      if (bytes.length === size && (method === DEFLATED || method === STORED)) return bytes;
    } catch (error) {
      throw damaged(error);
    }
    throw damaged();
  }
  async function* unpack(entry: Entry): AsyncGenerator<Buffer> {
    try {
      // The stream fails where a file unpacks to more than the directory says.
      yield* (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>;
    } catch (error) {
      throw damaged(error);
    }
  }
  return {
    names: [...files.keys()],
    find: (name) => (files.has(name) ? name : (folded.get(fold(name)) ?? null)),
    sizeOf: (name) => files.get(name)?.uncompressedSize ?? null,
    stream: (name) => unpack(entryOf(name)),
    async read(name, most = Number.POSITIVE_INFINITY) {
      const entry = entryOf(name);
      if (entry.uncompressedSize > most)
        throw new ExchangeError(`“${name}” in the archive is too large to be read.`);
      const isLarge = Math.max(entry.uncompressedSize, entry.compressedSize) > AT_ONCE;
      const bytes = isLarge ? await buffer(unpack(entry)) : await unpackAtOnce(entry);
      // Node before 20.15 has no checksum of its own; there a damaged file is found by what is in it.
      if (typeof zlib.crc32 === 'function' && zlib.crc32(bytes) !== entry.crc32) throw damaged();
      return bytes;
    },
  };
}
