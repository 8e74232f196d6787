import { ColligoError } from '../../errors.ts';
import { type Box, regionOf } from '../../passages/region.ts';
import { drawSource, type Source } from '../../pictures/picture.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { Frame } from '../frame.ts';
import { cancelled, refused } from '../output/failure.ts';

/** Pixels a point: 144 dots an inch, of which small print can still be read. */
export const IMAGE_SCALE = 2;

/** A picture that goes along. */
export interface Image {
  /** Within the dataset. */
  readonly path: string;
  readonly source: Source;
}

/**
 * @returns the bytes of a picture
 * @throws ColligoError CANCELLED; REFUSED where the page cannot be drawn: a dataset says nothing is there only where nothing is
 */
export async function drawImage({ db }: Frame, { source }: Image, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return (await drawSource(db, source, IMAGE_SCALE, signal)).png;
  } catch (cause) {
    if (signal.aborted) throw cancelled();
    if (!(cause instanceof ColligoError)) throw cause;
    const error = refused(cause.message, 'Export without pictures, or import a sound copy of the file.');
    throw Object.assign(error, { cause });
  }
}

/** @returns where the picture of a passage lies in the dataset */
export const imagePath = (passageId: string): string => `images/${passageId}.png`;

/** @returns one picture for each coded part of a page in the dataset that has a place; none where they are left out */
export function* imagesOf({ db, documents, part, images }: Frame): Generator<Image, void> {
  for (const document of images ? documents : []) {
    const rows = db.all<Box & { passage_id: Uint8Array; original: Uint8Array }>(sql`
      SELECT a.passage_id, r.original_sha256 AS original, a.page, a.x0, a.y0, a.x1, a.y1
      FROM anchors a JOIN readings r ON r.key = ${document.readingKey}
      WHERE a.version_id = ${document.versionId} AND a.kind = 'region' AND a.status <> 'lost'
        AND EXISTS (SELECT 1 FROM codings c WHERE c.passage_id = a.passage_id AND ${part.codings(document)})
      ORDER BY a.page, a.y0, a.x0, a.y1, a.x1, a.passage_id`);
    const { title } = document;
    for (const { passage_id, original, ...box } of rows) {
      const region = regionOf(box);
      if (region) yield { path: imagePath(idText(passage_id)), source: { title, original, region } };
    }
  }
}

/** @returns how many pictures `imagesOf` gives */
export function countImages(frame: Frame): number {
  let count = 0;
  for (const _ of imagesOf(frame)) count++;
  return count;
}
