import { type OffsetTable, offsetTable } from '../../text/offsets.ts';
import { type Outline, outlineOf } from '../../text/outline.ts';
import { unpackOffsets } from '../../text/packing.ts';
import type { Block, BlockKind, Span } from '../../text/reading.ts';
import { ColligoError, gone } from '../errors.ts';
import { type Sql, sql } from '../store/sql.ts';

/** A reading as it is worked with: the text, its structure and what is derived from them. */
export interface LoadedReading {
  readonly key: number;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly words: Uint32Array;
  readonly sentences: Uint32Array;
  readonly language: string;
  readonly outline: Outline;
  readonly offsets: OffsetTable;
}

/** Texts kept at hand per connection, by total length in UTF-16 units; a policy plan has about a hundred thousand. */
const KEEP_UNITS = 20_000_000;

const caches = new WeakMap<Sql, Map<number, LoadedReading>>();

/**
 * @param db any connection
 * @param key readings.key
 * @returns the reading, from memory where it was used lately; readings never change
 * @throws ColligoError DAMAGED where its packed offsets are corrupt
 */
export function loadReading(db: Sql, key: number): LoadedReading {
  const cache = caches.get(db) ?? new Map<number, LoadedReading>();
  caches.set(db, cache);
  const kept = cache.get(key);
  if (kept) {
    cache.delete(key);
    cache.set(key, kept);
    return kept;
  }
  const loaded = readReading(db, key);
  cache.set(key, loaded);
  forgetOldest(cache);
  return loaded;
}

/**
 * @param document the document's id
 * @returns its current version (the one with the highest number) and the reading of it
 * @throws ColligoError NOT_FOUND
 */
export function loadCurrent(
  db: Sql,
  document: Uint8Array,
): { versionId: Uint8Array; reading: LoadedReading } {
  const current = db.get<{ id: Uint8Array; key: number }>(sql`
    SELECT versions.id, readings.key FROM versions JOIN readings ON readings.id = versions.reading_id
    WHERE versions.document_id = ${document} ORDER BY versions.number DESC LIMIT 1`);
  if (!current) throw gone('document');
  return { versionId: current.id, reading: loadReading(db, current.key) };
}

/**
 * @param key readings.key
 * @returns the text alone, for those who go through many readings
 */
export function loadText(db: Sql, key: number): string {
  return db.one<{ body: string }>(
    sql`SELECT body FROM readings JOIN texts ON texts.sha256 = readings.text_sha256 WHERE key = ${key}`,
  ).body;
}

/**
 * @param key readings.key
 * @returns the words alone, likewise
 * @throws ColligoError DAMAGED where they are corrupt
 */
export function loadWords(db: Sql, key: number): Uint32Array {
  const { words } = db.one<{ words: Uint8Array }>(sql`SELECT words FROM readings WHERE key = ${key}`);
  try {
    return unpackOffsets(words);
  } catch (cause) {
    throw damaged(cause);
  }
}

/**
 * @param key readings.key
 * @returns the blocks alone, likewise, in their order
 */
export function loadBlocks(db: Sql, key: number): Block[] {
  return db
    .all<BlockRow>(
      sql`SELECT kind, level, start_offset, end_offset, data FROM blocks WHERE reading_key = ${key} ORDER BY number`,
    )
    .map(toBlock);
}

/**
 * @param key readings.key
 * @returns where the blocks start and end, in their order: for those who go through many readings
 */
export const loadBlockSpans = (db: Sql, key: number): Span[] =>
  db.all<Span>(sql`
    SELECT start_offset AS "start", end_offset AS "end" FROM blocks WHERE reading_key = ${key} ORDER BY number`);

interface BlockRow {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly data: string | null;
}

/**
 * @param key readings.key
 * @returns the reading, kept by nobody: for those who go through many, one after the other
 * @throws ColligoError DAMAGED where its packed offsets are corrupt
 */
export function readReading(db: Sql, key: number): LoadedReading {
  const row = db.one<{ body: string; words: Uint8Array; sentences: Uint8Array; language: string }>(sql`
    SELECT body, words, sentences, language FROM readings JOIN texts ON texts.sha256 = readings.text_sha256 WHERE key = ${key}`);
  const blocks = loadBlocks(db, key);
  try {
    return {
      key,
      text: row.body,
      blocks,
      words: unpackOffsets(row.words),
      sentences: unpackOffsets(row.sentences),
      language: row.language,
      outline: outlineOf({ text: row.body, blocks }),
      offsets: offsetTable(row.body),
    };
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): ColligoError {
  const error = new ColligoError(
    'DAMAGED',
    'A text of this project cannot be read: its word positions are damaged.',
    {
      remedy: 'Open the newest backup from the folder beside the project.',
    },
  );
  return Object.assign(error, { cause });
}

function toBlock(row: BlockRow): Block {
  const data = row.data ? (JSON.parse(row.data) as Pick<Block, 'cell' | 'marks'>) : {};
  return { kind: row.kind, level: row.level, start: row.start_offset, end: row.end_offset, ...data };
}

function forgetOldest(cache: Map<number, LoadedReading>): void {
  let units = 0;
  for (const reading of cache.values()) units += reading.text.length;
  for (const [key, reading] of cache) {
    if (units <= KEEP_UNITS || cache.size === 1) return;
    cache.delete(key);
    units -= reading.text.length;
  }
}
