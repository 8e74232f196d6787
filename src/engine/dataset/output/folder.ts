import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesToReplace, foldersAbove } from './former.ts';
import type { Output } from './output.ts';
import { syncFolder } from './part.ts';
import { type Content, type Poured, pour, writeAll } from './pour.ts';

/** A dataset as a folder. */
export class FolderOutput implements Output {
  readonly #target: string;
  readonly #part: string;
  readonly #signal: AbortSignal | undefined;

  private constructor(target: string, part: string, signal: AbortSignal | undefined) {
    this.#target = target;
    this.#part = part;
    this.#signal = signal;
  }

  /** @throws ColligoError REFUSED where the target is not to be replaced; see output/former.ts */
  static async open(target: string, part: string, signal?: AbortSignal): Promise<FolderOutput> {
    await filesToReplace(target);
    await mkdir(part);
    return new FolderOutput(target, part, signal);
  }

  async write(path: string, content: Content): Promise<Poured> {
    const place = join(this.#part, ...path.split('/'));
    await mkdir(dirname(place), { recursive: true });
    await using file = await open(place, 'wx');
    let position = 0;
    const poured = await pour(
      content,
      async (bytes) => {
        await writeAll(file, bytes, position);
        position += bytes.byteLength;
      },
      this.#signal,
    );
    await file.sync();
    return poured;
  }

  /**
   * Moves an earlier dataset aside, the new one into its place, and only then removes the earlier one, file by file: what
   * somebody puts into it meanwhile is not among those files, and stays.
   */
  async finish(): Promise<void> {
    const former = await filesToReplace(this.#target);
    await syncFolder(this.#part);
    if (former === null) {
      await rename(this.#part, this.#target);
    } else {
      const aside = `${this.#part}.former`;
      await rename(this.#target, aside);
      try {
        await rename(this.#part, this.#target);
      } catch (error) {
        await rename(aside, this.#target);
        throw error;
      }
      await remove(aside, former).catch(() => undefined);
    }
    await syncFolder(dirname(this.#target));
  }

  async abandon(): Promise<void> {
    await rm(this.#part, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function remove(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(folder, file));
  const inner = new Set(files.flatMap(foldersAbove));
  // The longer path may lie within the shorter one.
  for (const path of [...inner].sort((a, b) => b.length - a.length)) await rmdir(join(folder, path));
  await rmdir(folder);
}
