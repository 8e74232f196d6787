import { ImportError } from '../../import/errors.ts';
import { LIMITS } from '../../import/limits.ts';
import { type PictureFacts, readHeader } from '../../import/picture/header.ts';
import { toShown } from '../../import/picture/shown.ts';
import { type ReadFile, readSource } from '../../import/read-source.ts';
import type { ExchangedPlace } from '../model.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import { type MediaPath, readInside } from './media-path.ts';

/**
 * Reads a picture of the project as a document.
 * @param folder of the project
 * @returns null where it is not there, or none that can be shown
 */
export async function readPicture(
  folder: string,
  path: MediaPath,
  language: string,
): Promise<ReadFile | null> {
  const bytes = readInside(folder, path, LIMITS.bytes.picture);
  if (!bytes) return null;
  try {
    return await readSource({ bytes, format: 'picture', language });
  } catch (error) {
    if (error instanceof ImportError) return null;
    throw error;
  }
}

/**
 * Finds where a coded part of a page or picture lies. Pages count from 0, places on them from the top left. QualCoder shows
 * pictures as they are stored, without turning them, and counts their pixels so. What reaches over the edge of a picture is cut there.
 * @returns null where it lies nowhere
 */
export function placeOfArea(row: ForeignRow, read: ReadFile | null): ExchangedPlace | null {
  const number = (row.whole('pdf_page') ?? 0) + 1;
  const page = read?.reading.pages?.[number - 1];
  const [x, y, width, height] = ['x1', 'y1', 'width', 'height'].map((column) => row.number(column) ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  if (!read || !page || width <= 0 || height <= 0) return null;
  const facts = readHeader(read.bytes);
  if (facts === null || facts === 'damaged') return { page: number, x, y, width, height };
  const stored = withinPicture(facts, { x, y, width, height });
  return stored && { page: number, ...toShown(facts, stored) };
}

function withinPicture(
  facts: PictureFacts,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const across = Math.min(facts.width, x + width) - left;
  const down = Math.min(facts.height, y + height) - top;
  return across > 0 && down > 0 ? { x: left, y: top, width: across, height: down } : null;
}
