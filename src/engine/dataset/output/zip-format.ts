/**
 * The zip file format (PKWARE APPNOTE 6.3.9), as much of it as a dataset needs.
 *
 * Entries are stored, or deflated by JavaScript's own code: what zlib makes of the same bytes depends on the build that a shell
 * comes with (Node's own and a Linux distribution's differ), and a dataset is the same bytes in every shell. Sizes and check
 * sums stand in the local headers, not behind the data, because readers that stream cannot read stored entries otherwise
 * (java.util.zip.ZipInputStream, and with it Dataverse: IQSS/dataverse#10898).
 */

export interface ZipEntry {
  /** ASCII, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** How many bytes of the zip it takes, deflated; it is stored, where this is left out. */
  readonly packed?: number | undefined;
  readonly crc: number;
  /** Where its local header begins. */
  readonly start: number;
}

/** Beyond these the format needs its 64-bit extension, which not every reader knows. */
export const MOST_BYTES = 0xffff_fffe;
export const MOST_ENTRIES = 0xfffe;

/** 1 January 1980, midnight: the earliest date there is (4.4.6). DOS dates have no time zone. */
const DATE = 0x0021;
const TIME = 0;

/** Version 2.0 of the format; made on Unix, so that the permissions count. */
const VERSION = 20;
const MADE_BY = (3 << 8) | VERSION;

/** A regular file that its owner may write and everybody may read. */
const MODE = 0o100644;

/** Names are UTF-8 (4.4.4, bit 11). */
const FLAGS = 0x0800;

const STORED = 0;
const DEFLATED = 8;

/** @returns what stands before the entry's data (4.3.7) */
export function localHeader({ path, bytes, packed, crc }: ZipEntry): Buffer {
  const name = Buffer.from(path, 'utf8');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeFacts(header, 6, { bytes, packed, crc, nameLength: name.byteLength });
  return Buffer.concat([header, name]);
}

/** @returns the entry's record in the central directory (4.3.12) */
export function centralHeader({ path, bytes, packed, crc, start }: ZipEntry): Buffer {
  const name = Buffer.from(path, 'utf8');
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(VERSION, 6);
  writeFacts(header, 8, { bytes, packed, crc, nameLength: name.byteLength });
  header.writeUInt32LE((MODE << 16) >>> 0, 38);
  header.writeUInt32LE(start, 42);
  return Buffer.concat([header, name]);
}

/**
 * @param entries how many there are
 * @param start where the central directory begins
 * @param bytes how long it is
 * @returns the end of the file (4.3.16)
 */
export function endRecord(entries: number, start: number, bytes: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(bytes, 12);
  record.writeUInt32LE(start, 16);
  return record;
}

interface Facts {
  readonly bytes: number;
  readonly packed: number | undefined;
  readonly crc: number;
  readonly nameLength: number;
}

/** The fields that both headers share, in the same order. */
function writeFacts(header: Buffer, at: number, { bytes, packed, crc, nameLength }: Facts): void {
  header.writeUInt16LE(FLAGS, at);
  header.writeUInt16LE(packed === undefined ? STORED : DEFLATED, at + 2);
  header.writeUInt16LE(TIME, at + 4);
  header.writeUInt16LE(DATE, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed ?? bytes, at + 12);
  header.writeUInt32LE(bytes, at + 16);
  header.writeUInt16LE(nameLength, at + 20);
}
