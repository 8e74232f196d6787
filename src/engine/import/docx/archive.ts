import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';
import { ImportError } from '../errors.ts';
import { inMegabytes, MIB, tooMany } from '../limits.ts';

/** What a zip archive may claim to hold, before anything of it is unpacked. */
const MOST_ENTRIES = 10_000;
const LARGEST = 512 * MIB;
/** Prose in XML packs to a tenth or a twentieth; what packs to less than this is made to burst. */
const RATIO = 200;
const SMALL = MIB;

const damaged = (cause?: unknown) =>
  new ImportError(
    'unreadable',
    'The document is damaged and cannot be unpacked: open it in Word and save it again.',
    {
      cause,
    },
  );

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Names an old Office file's parts have, in UTF-16: a document with a password is packed into such a file (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1');

/** Refuses what is no zip archive, by what it is. */
function refuseOthers(bytes: Uint8Array): void {
  const head = latin(bytes.subarray(0, 8));
  if (head.startsWith('PK\x03\x04')) return;
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    const isLocked = latin(bytes).includes(ENCRYPTED);
    throw isLocked
      ? new ImportError(
          'unreadable',
          'The document needs a password: open it in Word and save it without one.',
        )
      : new ImportError(
          'binary',
          'This is an older Word document (.doc): open it in Word and save it as .docx.',
        );
  }
  if (head.startsWith('{\\rtf')) {
    throw new ImportError('binary', 'This is a rich-text document: open it in Word and save it as .docx.');
  }
  throw new ImportError(
    'binary',
    'This is not a Word document: choose a .docx file, or one of another kind.',
  );
}

function refuse(entry: Entry, total: number): void {
  if (entry.isEncrypted()) {
    throw new ImportError(
      'unreadable',
      'The document needs a password: open it in Word and save it without one.',
    );
  }
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (total > LARGEST) {
    const most = `more than the ${inMegabytes(LARGEST)} that can be read`;
    throw new ImportError('too_large', `The document unpacks to ${most}: split it and import the pieces.`);
  }
  if (size > SMALL && size > packed * RATIO) {
    const times = `${RATIO.toLocaleString('en')} times`;
    throw new ImportError(
      'too_complex',
      `A part of the document unpacks to more than ${times} its size, as no text does: it was not read.`,
    );
  }
}

/** A zip archive that was looked through and found harmless. Names are as in the archive, without a leading slash. */
export interface Archive {
  readonly names: readonly string[];
  /** A part's bytes; null where there is none. Throws ImportError for one that is damaged. */
  read(name: string): Promise<Buffer | null>;
}

/**
 * Opens a zip archive that lies in memory. Its directory is checked before anything is unpacked: number and size of its
 * entries, their ratio, encryption, and names that lead out of it, which yauzl refuses. Throws ImportError, one sentence.
 */
export async function openArchive(bytes: Uint8Array<ArrayBuffer>): Promise<Archive> {
  refuseOthers(bytes);
  const entries = new Map<string, Entry>();
  let total = 0;
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: false,
    })
    .catch((error: unknown) => {
      throw damaged(error);
    });
  if (zip.entryCount > MOST_ENTRIES) throw tooMany(MOST_ENTRIES, 'parts');
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      refuse(entry, total);
      // The first of two entries with one name is what other readers see too.
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof ImportError ? error : damaged(error);
  }
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      try {
        // yauzl ends the stream with an error where a part is larger than the directory says.
        return await buffer(await zip.openReadStreamPromise(entry));
      } catch (error) {
        throw damaged(error);
      }
    },
  };
}
