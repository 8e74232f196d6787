import type { Highlights } from '../../contract/imports.ts';
import { originalBytes } from '../documents/pages.ts';
import { sha256 } from '../documents/reading-id.ts';
import { ColligoError, gone } from '../errors.ts';
import { idBytes } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { colourName } from './colour-names.ts';
import { ImportError } from './errors.ts';
import { MEDIA_TYPES } from './formats.ts';
import type { FoundHighlight } from './parsed.ts';
import type { FileReader } from './read-file.ts';

interface Original {
  readonly reading: Uint8Array;
  readonly original: Uint8Array;
  readonly text: Uint8Array;
  readonly language: string;
  readonly media_type: string;
}

/** What was found lately, a connection each, by reading: a reading never changes, and its highlights do not either. */
const found = new WeakMap<Sql, Map<string, readonly FoundHighlight[]>>();

const key = (reading: Uint8Array) => Buffer.from(reading).toString('hex');

/** Keeps the highlights that an import has found, so that the file need not be read again for them. */
export function keepHighlights(db: Sql, reading: Uint8Array, highlights: readonly FoundHighlight[]): void {
  const kept = found.get(db) ?? new Map<string, readonly FoundHighlight[]>();
  kept.set(key(reading), highlights);
  found.set(db, kept);
}

/**
 * Finds the highlights in the original of a document's current version, on words of its canonical text (UTF-16); reads the
 * original again where that was not done since the project was opened.
 * @param signal cancels
 * @returns them in the order of the file; none for a format that has none
 * @throws ColligoError NOT_FOUND; REFUSED where the file would be read differently today, so that places do not agree;
 * UNREADABLE, CANCELLED
 */
export async function findHighlights(
  project: Project,
  reader: FileReader,
  document: string,
  signal?: AbortSignal,
): Promise<readonly FoundHighlight[]> {
  const { db } = project;
  const row = db.get<Original>(sql`
    SELECT r.id AS reading, r.original_sha256 AS original, r.text_sha256 AS text, r.language, v.media_type
    FROM versions v JOIN readings r ON r.id = v.reading_id
    WHERE v.document_id = ${idBytes(document)} ORDER BY v.number DESC LIMIT 1`);
  if (!row) throw gone('document');
  if (row.media_type !== MEDIA_TYPES.pdf) return [];
  const kept = found.get(db)?.get(key(row.reading));
  if (kept) return kept;
  const highlights = await readAgain(db, reader, row, signal);
  if (!project.isOpen) throw new ColligoError('CANCELLED', 'The project was closed meanwhile.');
  keepHighlights(db, row.reading, highlights);
  return highlights;
}

async function readAgain(
  db: Sql,
  reader: FileReader,
  { original, text, language }: Original,
  signal: AbortSignal | undefined,
): Promise<readonly FoundHighlight[]> {
  const safe = 'Nothing was changed.';
  try {
    const bytes = originalBytes(db, original);
    const read = await reader.read({ bytes, format: 'pdf', language }, signal ? { signal } : {});
    if (sha256(read.reading.text).equals(text)) return read.highlights;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ColligoError(error.code === 'cancelled' ? 'CANCELLED' : 'UNREADABLE', error.message, { safe });
  }
  throw new ColligoError(
    'REFUSED',
    'This version of Colligo reads the file differently from the one that imported it, so the highlights would land beside their words.',
    { safe, remedy: 'Import the file into another project, and take the highlights there.' },
  );
}

/** @returns what a person should know of highlights before they make passages of them */
export function describeHighlights(highlights: readonly FoundHighlight[]): Highlights {
  const colours = highlights.flatMap(({ colour }) => (colour === null ? [] : [colourName(colour)]));
  const authors = highlights.map(({ author }) => author.trim()).filter((author) => author !== '');
  return {
    count: highlights.length,
    notes: highlights.filter(({ note }) => note.trim() !== '').length,
    authors: [...new Set(authors)],
    colours: [...new Set(colours)],
  };
}
