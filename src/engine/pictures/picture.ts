import type { Region } from '../../contract/common.ts';
import type { Picture } from '../../contract/passages.ts';
import { CURRENT } from '../documents/current.ts';
import { ColligoError, gone } from '../errors.ts';
import { type Box, regionOf } from '../passages/region.ts';
import { idBytes } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { cutPicture, isPicture } from './cut.ts';
import { type Drawing, drawRegion } from './draw.ts';
import { withOriginal } from './originals.ts';

export interface PictureRequest {
  readonly passage: string;
  /** Pixels a point. */
  readonly scale: number;
}

/** A part of a page, and the file that it is a part of. */
export interface Source {
  readonly original: Uint8Array;
  readonly region: Region;
  /** Of the document, for sentences about it. */
  readonly title: string;
}

/**
 * Draws the part of a page that a passage is.
 * @throws ColligoError NOT_FOUND; REFUSED for a passage of words; else as `drawSource` does
 */
export async function pictureOf(
  db: Sql,
  { passage, scale }: PictureRequest,
  signal: AbortSignal,
): Promise<Picture> {
  const { png, ...size } = await drawSource(db, sourceOf(db, passage), scale, signal);
  return { png: png.toString('base64'), ...size };
}

function sourceOf(db: Sql, passage: string): Source {
  const row = db.get<Box & { title: string; original: Uint8Array }>(sql`
    SELECT d.title, r.original_sha256 AS original, a.page, a.x0, a.y0, a.x1, a.y1 FROM passages p
    JOIN documents d ON d.id = p.document_id
    JOIN (${CURRENT}) AS current ON current.document_id = d.id
    JOIN readings r ON r.key = current.reading_key
    LEFT JOIN anchors a ON a.passage_id = p.id AND a.version_id = current.version_id
    WHERE p.id = ${idBytes(passage)}`);
  if (!row) throw gone('passage');
  const region = regionOf(row);
  if (region) return { title: row.title, original: row.original, region };
  throw new ColligoError('REFUSED', 'This passage is words, not a part of a page, and has no picture.', {
    safe: 'Nothing was changed.',
  });
}

/**
 * @param scale pixels a point
 * @returns a picture of a part of a page
 * @throws ColligoError UNREADABLE where the file cannot be drawn; CANCELLED; REFUSED where it takes too long
 */
export async function drawSource(
  db: Sql,
  { original, region, title }: Source,
  scale: number,
  signal: AbortSignal,
): Promise<Drawing> {
  try {
    return isPicture(db, original)
      ? await cutPicture(db, original, region, scale, signal)
      : await withOriginal(db, original, (pdf) => drawRegion(pdf, region, scale, signal));
  } catch (cause) {
    if (cause instanceof ColligoError) throw cause;
    const error = new ColligoError('UNREADABLE', `Page ${region.page} of “${title}” cannot be drawn.`, {
      safe: 'Its text, its passages and their codings are as they were.',
      remedy: 'Its original may be damaged: import a sound copy of the file, and compare.',
    });
    throw Object.assign(error, { cause });
  }
}
