import { createHash } from 'node:crypto';
import type { Reading } from '../../text/reading.ts';

/** @returns the SHA-256 of bytes or of a text's UTF-8 */
export function sha256(content: Uint8Array | string): Buffer {
  return createHash('sha256').update(content).digest();
}

/**
 * What identifies one way of reading one file. The same file read by another extractor, for another language or with
 * another ICU is another reading.
 * @param original SHA-256 of the file's bytes
 * @param text SHA-256 of the canonical text's UTF-8
 * @returns SHA-256 over both hashes (hexadecimal), extractor, language and ICU version, each followed by LF
 */
export function readingId(
  original: Uint8Array,
  text: Uint8Array,
  reading: Pick<Reading, 'extractor' | 'language' | 'icu'>,
): Buffer {
  const parts = [
    Buffer.from(original).toString('hex'),
    Buffer.from(text).toString('hex'),
    reading.extractor,
    reading.language,
    reading.icu,
  ];
  return sha256(parts.map((part) => `${part}\n`).join(''));
}
