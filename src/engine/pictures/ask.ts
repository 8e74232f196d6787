import type { Picture } from '../../contract/passages.ts';
import type { HeavyPool } from '../heavy/pool.ts';
import { tooSlow } from './draw.ts';
import type { PictureRequest } from './picture.ts';

/** After this a worker that is deep in a page and hears nothing is ended, in ms; those before it in the queue are counted. */
const MOST_MS = 60_000;

/**
 * Has a picture drawn by a read worker.
 * @throws ColligoError as `pictureOf` does
 */
export async function askForPicture(
  pool: HeavyPool,
  request: PictureRequest,
  signal: AbortSignal | undefined,
): Promise<Picture> {
  const late = AbortSignal.timeout(MOST_MS);
  try {
    return await pool.run('picture', request, signal ? AbortSignal.any([signal, late]) : late);
  } catch (error) {
    throw late.aborted && !signal?.aborted ? tooSlow() : error;
  }
}
