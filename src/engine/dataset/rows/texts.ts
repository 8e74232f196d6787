import { ColligoError } from '../../errors.ts';
import { sql } from '../../store/sql.ts';
import type { Frame, FrameDocument } from '../frame.ts';
import { hex } from './hex.ts';

/** @returns where a document's text lies in the dataset */
export const textPath = (document: FrameDocument): string => `texts/${document.id}.txt`;

/** @returns the canonical text of a document's current version, unchanged: no line end is added after it */
export function textOf({ db }: Frame, { readingKey }: FrameDocument): string {
  const { body } = db.one<{ body: string }>(sql`
    SELECT t.body FROM readings r JOIN texts t ON t.sha256 = r.text_sha256 WHERE r.key = ${readingKey}`);
  return body;
}

/**
 * Offsets are worthless beside a text that is not the one they were measured in.
 * @param sha256 of the file that was written, in hexadecimal
 * @throws ColligoError DAMAGED where it is not the hash that the project has for the text
 */
export function checkText({ db }: Frame, document: FrameDocument, sha256: string): void {
  const { text_sha256 } = db.one<{ text_sha256: Uint8Array }>(
    sql`SELECT text_sha256 FROM readings WHERE key = ${document.readingKey}`,
  );
  if (hex(text_sha256) === sha256) return;
  throw new ColligoError('DAMAGED', `The text of “${document.title}” is not the one that was imported.`, {
    remedy: 'Open the newest backup from the folder beside the project.',
  });
}
