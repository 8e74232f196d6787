import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
// The build for browsers, as for workbooks: see faces/xlsx/packed.ts.
import { Deflate } from 'fflate/browser';
import { refused } from './failure.ts';
import { refuseFolder } from './file.ts';
import type { Output } from './output.ts';
import { syncFolder } from './part.ts';
import { type Content, type Poured, pour, writeAll } from './pour.ts';
import {
  centralHeader,
  endRecord,
  localHeader,
  MOST_BYTES,
  MOST_ENTRIES,
  type ZipEntry,
} from './zip-format.ts';

/** A dataset as one zip file. Its headers are written before and again after each entry, when size and check sum are known. */
export class ZipOutput implements Output {
  readonly #target: string;
  readonly #part: string;
  readonly #file: FileHandle;
  readonly #signal: AbortSignal | undefined;
  readonly #entries: ZipEntry[] = [];
  #position = 0;

  private constructor(target: string, part: string, file: FileHandle, signal: AbortSignal | undefined) {
    this.#target = target;
    this.#part = part;
    this.#file = file;
    this.#signal = signal;
  }

  /** @throws ColligoError REFUSED where the target is a folder */
  static async open(target: string, part: string, signal?: AbortSignal): Promise<ZipOutput> {
    await refuseFolder(target);
    return new ZipOutput(target, part, await open(part, 'wx'), signal);
  }

  async write(path: string, content: Content, isPacked = false): Promise<Poured> {
    const start = this.#position;
    await this.#put(localHeader({ path, bytes: 0, crc: 0, start }));
    const begin = this.#position;
    const pack = isPacked ? deflating() : null;
    let crc = 0;
    const poured = await pour(
      content,
      async (bytes) => {
        crc = crc32(bytes, crc);
        for (const piece of pack ? pack(bytes, false) : [bytes]) await this.#put(piece);
      },
      this.#signal,
    );
    for (const piece of pack?.(NOTHING, true) ?? []) await this.#put(piece);
    const packed = pack ? this.#position - begin : undefined;
    const entry = { path, bytes: poured.bytes, packed, crc, start };
    if (poured.bytes > MOST_BYTES) throw tooLarge();
    await writeAll(this.#file, localHeader(entry), start);
    this.#entries.push(entry);
    return poured;
  }

  async finish(): Promise<void> {
    const start = this.#position;
    if (this.#entries.length > MOST_ENTRIES) throw tooLarge();
    for (const entry of this.#entries) await this.#put(centralHeader(entry));
    await this.#put(endRecord(this.#entries.length, start, this.#position - start));
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#part, this.#target);
    await syncFolder(dirname(this.#target));
  }

  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#part, { force: true }).catch(() => undefined);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    if (this.#position + bytes.byteLength > MOST_BYTES) throw tooLarge();
    await writeAll(this.#file, bytes, this.#position);
    this.#position += bytes.byteLength;
  }
}

/** Half the time of the usual level, for an archive that is hardly larger. */
const LEVEL = 3;

/**
 * A table of 2^16 entries to find what repeats in: the one that the packer would take for a stream is sixteen times as large,
 * and thousands of small files would each pay for it.
 */
const MEMORY = 4;

const NOTHING = new Uint8Array();

/** @returns what deflates bytes as they come, and gives those that are ready */
function deflating(): (bytes: Uint8Array, isLast: boolean) => Uint8Array[] {
  let ready: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL, mem: MEMORY }, (bytes) => ready.push(bytes));
  return (bytes, isLast) => {
    deflate.push(bytes, isLast);
    const now = ready;
    ready = [];
    return now;
  };
}

const tooLarge = () =>
  refused(
    'The dataset is larger than a zip file can hold (4 GB, 65,534 files).',
    'Export it into a folder, or a part of it only.',
  );
