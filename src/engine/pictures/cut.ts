import type { Region } from '../../contract/common.ts';
import { originalBytes } from '../documents/pages.ts';
import { ColligoError } from '../errors.ts';
import { readHeader } from '../import/picture/header.ts';
import { MOST_PIXELS, PICTURE_EXTRACTOR } from '../import/picture/read.ts';
import { turnOf } from '../import/picture/shown.ts';
import { withoutExif } from '../import/picture/webp.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Drawing, MOST_SIDE, pixels, release } from './draw.ts';
import { type Image, library } from './library.ts';

/** A decoded picture, and what still has to be done for it to stand as it is shown. */
interface Decoded {
  readonly image: Image;
  readonly turn: ReturnType<typeof turnOf>;
}

/** The picture that was decoded last: lists and exports ask for many parts of one file after another. */
let latest: { readonly key: string; readonly decoded: Promise<Decoded> } | undefined;

/** How long it is kept for the next, in ms. */
const KEEP_MS = 30_000;

let idle: NodeJS.Timeout | undefined;

/** @returns whether an original was read as a picture; its bytes, which may be many, are not asked for it */
export const isPicture = (db: Sql, original: Uint8Array): boolean =>
  db.get(sql`
    SELECT 1 FROM readings WHERE original_sha256 = ${original} AND extractor = ${PICTURE_EXTRACTOR} LIMIT 1`) !==
  undefined;

/**
 * Cuts a part out of a picture that is a document, on white.
 * @param original SHA-256 of the picture
 * @param region in pixels of the picture as it is shown
 * @param scale pixels for each of the picture's: no more than one, since more would show no more
 * @returns a PNG
 * @throws ColligoError CANCELLED; what the decoder throws for a damaged picture
 */
export async function cutPicture(
  db: Sql,
  original: Uint8Array,
  region: Region,
  scale: number,
  signal: AbortSignal,
): Promise<Drawing> {
  const { image, turn } = await decoded(db, original);
  if (signal.aborted)
    throw new ColligoError('CANCELLED', 'This was cancelled.', { safe: 'Nothing was changed.' });
  const exact = Math.min(scale, 1, MOST_SIDE / region.width, MOST_SIDE / region.height);
  const width = pixels(region.width * exact);
  const height = pixels(region.height * exact);
  const { createCanvas } = await library();
  const canvas = createCanvas(width, height);
  try {
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.scale(width / region.width, height / region.height);
    context.translate(-region.x, -region.y);
    context.transform(...turn);
    context.drawImage(image, 0, 0);
    return { png: canvas.toBuffer('image/png'), width, height };
  } finally {
    release(canvas);
  }
}

/** Decodes a picture, or takes it as it was decoded a moment ago. */
async function decoded(db: Sql, original: Uint8Array): Promise<Decoded> {
  clearTimeout(idle);
  const key = Buffer.from(original).toString('hex');
  if (latest?.key !== key) {
    // The one before is let go first, so that there are never two.
    latest = undefined;
    latest = { key, decoded: decode(originalBytes(db, original)) };
  }
  try {
    return await latest.decoded;
  } catch (error) {
    latest = undefined;
    throw error;
  } finally {
    idle = setTimeout(() => {
      latest = undefined;
    }, KEEP_MS).unref();
  }
}

/**
 * A project may come from anywhere: what its original claims is looked at once more. The decoder turns JPEG by itself, not PNG,
 * and WebP, which no browser turns, unless it is kept from it.
 */
async function decode(bytes: Buffer): Promise<Decoded> {
  const facts = readHeader(bytes);
  if (facts === null || facts === 'damaged' || facts.width * facts.height > MOST_PIXELS)
    throw new RangeError('The original is no picture that can be drawn.');
  const { mediaType } = facts;
  const image = await (await library()).decode(mediaType === 'image/webp' ? withoutExif(bytes) : bytes);
  return { image, turn: turnOf(mediaType === 'image/png' ? facts : { ...facts, orientation: 1 }) };
}
