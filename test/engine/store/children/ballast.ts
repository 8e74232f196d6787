import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fills a disk with a file of its own.
 * @param left how many bytes stay free
 * @returns the file; removing it makes room again
 */
export function fillUp(folder: string, left: number): string {
  const file = join(folder, 'ballast');
  const handle = openSync(file, 'a');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(folder);
      const most = Math.min(bavail * bsize - left, 1 << 20);
      if (most <= 0) return file;
      writeSync(handle, Buffer.alloc(most, 1));
    }
  } finally {
    closeSync(handle);
  }
}
