import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { refused } from './failure.ts';
import { FileOutput } from './file.ts';
import { FolderOutput } from './folder.ts';
import type { Output } from './output.ts';
import { newPart } from './part.ts';
import { ZipOutput } from './zip.ts';

/**
 * @param target a path that ends in .zip, or in .qdpx, which is a zip, too, or a folder's; a link is followed
 * @param isSingle one file of that name instead, whatever its ending
 * @throws ColligoError REFUSED where a folder holds anything but an earlier dataset, or the place is impossible
 */
export async function openOutput(target: string, isSingle: boolean, signal?: AbortSignal): Promise<Output> {
  const place = await realpath(target).catch(() => resolve(target));
  const folder = dirname(place);
  const parent = await stat(folder).catch(() => null);
  if (!parent?.isDirectory()) {
    throw refused(
      `There is no folder “${basename(folder)}” to put the dataset in.`,
      'Choose a folder that exists.',
    );
  }
  const part = await newPart(place);
  if (isSingle) return FileOutput.open(place, part, signal);
  const isZip = /\.(zip|qdpx)$/i.test(place);
  return isZip ? ZipOutput.open(place, part, signal) : FolderOutput.open(place, part, signal);
}
