import type { PageReading } from '../../../../text/pages.ts';
import type { FaceFile } from '../../../dataset/faces/face.ts';
import type { FrameDocument } from '../../../dataset/frame.ts';
import { hex } from '../../../dataset/rows/hex.ts';
import { loadBlocks } from '../../../documents/load.ts';
import { sql } from '../../../store/sql.ts';
import { keptReadingJson, keptReadingOf } from '../kept-reading.ts';
import type { Refi } from './context.ts';
import { fileName, type SourceFile } from './sources.ts';

/** @returns how the file was read that a document was imported from, for Colligo */
export function keptReadingFile(
  { frame: { db } }: Refi,
  document: FrameDocument,
  file: SourceFile,
): Pick<FaceFile, 'path' | 'content'> {
  const key = document.readingKey;
  const { extractor } = db.one<{ extractor: string }>(sql`SELECT extractor FROM readings WHERE key = ${key}`);
  const pages = db.iterate<PageReading>(sql`
    SELECT number, label, width, height, start_offset AS "start", end_offset AS "end", glyphs
    FROM pages WHERE reading_key = ${key} ORDER BY number`);
  const head = { extractor, original: hex(file.original_sha256), text: hex(file.text_sha256) };
  return {
    path: fileName(keptReadingOf(document.id), '.json'),
    content: keptReadingJson(head, loadBlocks(db, key), pages),
  };
}
