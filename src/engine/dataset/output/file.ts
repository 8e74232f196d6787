import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { refused } from './failure.ts';
import type { Output } from './output.ts';
import { syncFolder } from './part.ts';
import { type Content, type Poured, pour, writeAll } from './pour.ts';

/** A dataset that is a single file. */
export class FileOutput implements Output {
  readonly #target: string;
  readonly #part: string;
  readonly #file: FileHandle;
  readonly #signal: AbortSignal | undefined;

  private constructor(target: string, part: string, file: FileHandle, signal: AbortSignal | undefined) {
    this.#target = target;
    this.#part = part;
    this.#file = file;
    this.#signal = signal;
  }

  /** @throws ColligoError REFUSED where the target is a folder */
  static async open(target: string, part: string, signal?: AbortSignal): Promise<FileOutput> {
    await refuseFolder(target);
    return new FileOutput(target, part, await open(part, 'wx'), signal);
  }

  /** Written once: the file has one content. */
  async write(_path: string, content: Content): Promise<Poured> {
    let position = 0;
    return pour(
      content,
      async (bytes) => {
        await writeAll(this.#file, bytes, position);
        position += bytes.byteLength;
      },
      this.#signal,
    );
  }

  async finish(): Promise<void> {
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#part, this.#target);
    await syncFolder(dirname(this.#target));
  }

  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#part, { force: true }).catch(() => undefined);
  }
}

/** @throws ColligoError REFUSED where a file is to go to a place that something else than a file has */
export async function refuseFolder(target: string): Promise<void> {
  const there = await stat(target).catch(() => null);
  if (!there || there.isFile()) return;
  throw refused(
    `“${basename(target)}” is a folder, so no file of that name can be made.`,
    'Choose another name.',
  );
}
