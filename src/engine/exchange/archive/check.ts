import type { Entry } from 'yauzl';
import { ExchangeError } from '../error.ts';
import type { ArchiveLimits } from './limits.ts';

/** Of a local file header without its name (APPNOTE.TXT 6.3.10, section 4.3.7), in bytes. */
const HEADER = 30;

/** File type bits of a Unix mode, and those of a symbolic link (sys/stat.h). */
const TYPE = 0o170000;
const LINK = 0o120000;

const evil = (what: string) =>
  new ExchangeError(`The archive ${what}, as no program writes it: it was not read.`);

/** Names that lead out of the archive, whichever system they were made for. */
function leadsOut(name: string): boolean {
  return (
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.includes('\0') ||
    name.split('/').some((part) => part === '..')
  );
}

/**
 * Looks through the directory of an archive before anything is unpacked: number, sizes and ratios of its entries, names that
 * lead out of it or occur twice, links, passwords, and entries that lie over each other.
 * @param entries as the directory lists them, with `/` between the parts of a name
 * @param size of the archive in bytes
 * @throws ExchangeError with one sentence
 */
export function checkEntries(entries: readonly Entry[], size: number, limits: ArchiveLimits): void {
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    if (leadsOut(entry.fileName)) throw evil('names files outside itself');
    if (names.has(entry.fileName)) throw evil('holds two files of the same name');
    names.add(entry.fileName);
    if (((entry.externalFileAttributes >>> 16) & TYPE) === LINK) throw evil('holds links to other files');
    if (entry.isEncrypted())
      throw new ExchangeError('The archive needs a password: save it without one and try again.');
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.entry || total > limits.total)
      throw new ExchangeError(
        'The archive unpacks to more than can be read: split the project and import its parts.',
      );
    if (entry.uncompressedSize > limits.small && entry.uncompressedSize > entry.compressedSize * limits.ratio)
      throw evil(`unpacks to more than ${limits.ratio.toLocaleString('en')} times its size`);
  }
  checkOverlaps(entries, size);
}

function checkOverlaps(entries: readonly Entry[], size: number): void {
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  ordered.forEach((entry, at) => {
    const end = entry.relativeOffsetOfLocalHeader + HEADER + entry.fileNameLength + entry.compressedSize;
    if (end > (ordered[at + 1]?.relativeOffsetOfLocalHeader ?? size))
      throw evil('holds files that lie over each other');
  });
}
