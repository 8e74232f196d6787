import { joinBrokenWords } from '../../text/broken-words.ts';
import { packOffsets } from '../../text/packing.ts';
import type { PageReading } from '../../text/pages.ts';
import type { Block, Reading } from '../../text/reading.ts';
import { type Sql, sql } from '../store/sql.ts';
import { readingId, sha256 } from './reading-id.ts';

/** Content as it lies in the store. */
export interface StoredReading {
  readonly id: Uint8Array;
  readonly originalSha256: Uint8Array;
  /** False where the very same reading was there already. */
  readonly isNew: boolean;
}

/**
 * Puts a reading and its original into the store, each part once. Content is addressed by its hash and not logged; a
 * document refers to it afterwards, within a step.
 * @param db the writing connection, outside a transaction
 * @param bytes the original file
 * @returns how to refer to it
 */
export function storeReading(db: Sql, bytes: Uint8Array, reading: Reading): StoredReading {
  const originalSha256 = sha256(bytes);
  const textSha256 = sha256(reading.text);
  const id = readingId(originalSha256, textSha256, reading);
  if (db.get(sql`SELECT 1 FROM readings WHERE id = ${id}`)) return { id, originalSha256, isNew: false };
  db.script('BEGIN IMMEDIATE');
  try {
    db.run(sql`INSERT INTO blobs (sha256, size, bytes) VALUES (${originalSha256}, ${bytes.byteLength}, ${bytes})
      ON CONFLICT (sha256) DO NOTHING`);
    db.run(sql`INSERT INTO texts (sha256, units, body) VALUES (${textSha256}, ${reading.text.length}, ${reading.text})
      ON CONFLICT (sha256) DO NOTHING`);
    db.run(sql`INSERT INTO readings (id, original_sha256, text_sha256, extractor, language, icu, word_count, words, sentences)
      VALUES (${id}, ${originalSha256}, ${textSha256}, ${reading.extractor}, ${reading.language}, ${reading.icu},
        ${reading.words.length / 2}, ${packOffsets(reading.words)}, ${packOffsets(reading.sentences)})`);
    const { key } = db.one<{ key: number }>(sql`SELECT key FROM readings WHERE id = ${id}`);
    storeBlocks(db, key, reading);
    storePages(db, key, reading.pages ?? []);
    db.script('COMMIT');
  } catch (error) {
    if (db.raw.inTransaction) db.script('ROLLBACK');
    throw error;
  }
  return { id, originalSha256, isNew: true };
}

function storeBlocks(db: Sql, readingKey: number, reading: Reading): void {
  let next = db.one<{ key: number }>(sql`SELECT coalesce(max(key), 0) + 1 AS key FROM blocks`).key;
  reading.blocks.forEach((block, number) => {
    const key = next++;
    db.run(sql`INSERT INTO blocks (key, reading_key, number, kind, level, start_offset, end_offset, data)
      VALUES (${key}, ${readingKey}, ${number}, ${block.kind}, ${block.level}, ${block.start}, ${block.end}, ${blockData(block)})`);
    db.run(sql`INSERT INTO block_words (rowid, body) VALUES (${key}, ${wordsOf(reading, block)})`);
  });
}

/** What the index holds of a block: its text, and of printed lines the same with broken words made whole. */
function wordsOf({ text, pages = [] }: Reading, { start, end }: Block): string {
  const own = text.slice(start, end);
  const whole = pages.length > 0 ? joinBrokenWords(own) : null;
  return whole === null ? own : `${own}\n\n${whole}`;
}

function storePages(db: Sql, readingKey: number, pages: readonly PageReading[]): void {
  for (const { number, label, width, height, start, end, glyphs } of pages) {
    db.run(sql`INSERT INTO pages (reading_key, number, label, width, height, start_offset, end_offset, glyphs)
      VALUES (${readingKey}, ${number}, ${label}, ${width}, ${height}, ${start}, ${end}, ${glyphs})`);
  }
}

function blockData({ cell, marks }: Block): string | null {
  if (!cell && !marks?.length) return null;
  return JSON.stringify({ ...(cell && { cell }), ...(marks?.length && { marks }) });
}

/**
 * Removes content that nothing refers to: not a version, and not the log, from which an undone import can come back.
 * @param db the writing connection, outside a transaction
 * @param ids the readings that may go, as an import that was broken off left them
 */
export function removeUnused(db: Sql, ids: readonly Uint8Array[]): void {
  if (ids.length === 0) return;
  db.script('BEGIN IMMEDIATE');
  try {
    const logged = readingsInLog(db);
    for (const id of ids) {
      const reading = db.get<{ key: number; original_sha256: Uint8Array; text_sha256: Uint8Array }>(sql`
        SELECT key, original_sha256, text_sha256 FROM readings
        WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM versions WHERE reading_id = readings.id)`);
      if (!reading || logged.has(hex(id))) continue;
      db.run(
        sql`DELETE FROM block_words WHERE rowid IN (SELECT key FROM blocks WHERE reading_key = ${reading.key})`,
      );
      db.run(sql`DELETE FROM blocks WHERE reading_key = ${reading.key}`);
      db.run(sql`DELETE FROM pages WHERE reading_key = ${reading.key}`);
      db.run(sql`DELETE FROM readings WHERE key = ${reading.key}`);
      db.run(sql`DELETE FROM texts WHERE sha256 = ${reading.text_sha256}
        AND NOT EXISTS (SELECT 1 FROM readings WHERE text_sha256 = texts.sha256)`);
      db.run(sql`DELETE FROM blobs WHERE sha256 = ${reading.original_sha256}
        AND NOT EXISTS (SELECT 1 FROM readings WHERE original_sha256 = blobs.sha256)
        AND NOT EXISTS (SELECT 1 FROM attachments WHERE blob_sha256 = blobs.sha256)`);
    }
    db.script('COMMIT');
  } catch (error) {
    if (db.raw.inTransaction) db.script('ROLLBACK');
    throw error;
  }
}

/**
 * Removes all content that nothing refers to, kept files too: what an import left that was killed before its documents came in.
 * @param db the writing connection, outside a transaction, while nothing is being imported
 */
export function collectUnused(db: Sql): void {
  const unused = db.all<{ id: Uint8Array }>(
    sql`SELECT id FROM readings WHERE NOT EXISTS (SELECT 1 FROM versions WHERE reading_id = readings.id)`,
  );
  removeUnused(
    db,
    unused.map(({ id }) => id),
  );
  const files = db.all<{ sha256: Uint8Array }>(sql`
    SELECT sha256 FROM blobs WHERE NOT EXISTS (SELECT 1 FROM readings WHERE original_sha256 = blobs.sha256)
      AND NOT EXISTS (SELECT 1 FROM attachments WHERE blob_sha256 = blobs.sha256)`);
  removeUnusedFiles(
    db,
    files.map(({ sha256: hash }) => hash),
  );
}

/**
 * Removes kept files that nothing refers to: neither a reading or an attachment, nor the log.
 * @param db the writing connection, outside a transaction
 * @param hashes of the files that may go
 */
export function removeUnusedFiles(db: Sql, hashes: readonly Uint8Array[]): void {
  if (hashes.length === 0) return;
  const rows = db.all<{ hash: string | null }>(sql`
    SELECT DISTINCT json_extract(before, '$.blob_sha256') AS hash FROM changes
    WHERE table_name = 'attachments' AND before IS NOT NULL`);
  const logged = new Set(rows.map(({ hash }) => hash ?? ''));
  for (const hash of hashes) {
    if (logged.has(hex(hash))) continue;
    db.run(sql`DELETE FROM blobs WHERE sha256 = ${hash}
      AND NOT EXISTS (SELECT 1 FROM readings WHERE original_sha256 = blobs.sha256)
      AND NOT EXISTS (SELECT 1 FROM attachments WHERE blob_sha256 = blobs.sha256)`);
  }
}

/** The readings that an undo or redo could need, in one pass: the log is long. */
function readingsInLog(db: Sql): ReadonlySet<string> {
  const rows = db.all<{ id: string | null }>(sql`
    SELECT DISTINCT json_extract(before, '$.reading_id') AS id FROM changes
    WHERE table_name = 'versions' AND before IS NOT NULL`);
  return new Set(rows.map(({ id }) => id ?? ''));
}

const hex = (id: Uint8Array): string => Buffer.from(id).toString('hex').toUpperCase();
