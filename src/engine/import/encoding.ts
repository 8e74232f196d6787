import chardet from 'chardet';
import iconv from 'iconv-lite';
import { ImportError } from './errors.ts';

/** Enough for statistics over letter pairs; more makes the guess slower, not better. */
const SAMPLE = 64 * 1024;

/**
 * UTF-16 that lacks its byte order mark: in Latin text every other byte is NUL. Tells which of the two it is, or null.
 * UTF-16 of other scripts can't be told from single-byte text this way and needs its mark.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const half = sample.length / 2;
  const [even = 0, odd = 0] = nuls;
  if (sample.length < 8) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** Where the first byte beyond ASCII stands: what comes before it says nothing about the encoding. */
function firstTelling(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  return at < 0 ? 0 : at;
}

/** Whether almost everything beyond ASCII is well-formed UTF-8: then the file is UTF-8 with damage rather than another encoding. */
function mostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const damaged = text.split('\ufffd').length - 1;
  const beyond = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return beyond >= 4 && damaged * 10 <= beyond;
}

/**
 * The most likely encoding of bytes that are not valid UTF-8, as iconv-lite knows it: chardet's statistics over a sample
 * that starts near the first telling byte. Latin-1 is given as windows-1252, which holds it (Encoding Standard, section 4.2).
 */
export function guessEncoding(bytes: Uint8Array): string {
  const start = Math.max(firstTelling(bytes) - 1024, 0);
  const sample = bytes.subarray(start, start + SAMPLE);
  if (mostlyUtf8(sample)) return 'utf-8';
  for (const { name } of chardet.analyse(sample)) {
    if (name === 'ISO-8859-1') return 'windows-1252';
    // Valid UTF-8 has been ruled out, and UTF-16 and UTF-32 by their marks.
    if (!name.startsWith('UTF') && name !== 'ASCII' && iconv.encodingExists(name)) return name;
  }
  return 'windows-1252';
}

/** Reads bytes in a named encoding; what does not fit becomes U+FFFD. Throws ImportError for a name nobody knows. */
export function readAs(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Node's own reader keeps lone surrogates, which the caller counts; a TextDecoder would replace them unseen.
  if (encoding === 'utf-16le') return buffer.toString('utf16le');
  if (encoding === 'utf-16be') {
    return Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2)))
      .swap16()
      .toString('utf16le');
  }
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (iconv.encodingExists(encoding)) return iconv.decode(buffer, encoding, { stripBOM: false });
  throw new ImportError(
    'encoding',
    `The file's encoding, ${encoding}, can't be read: save it as UTF-8 and import that.`,
  );
}
