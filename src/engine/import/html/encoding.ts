import { type Decoded, decode } from '../decode.ts';

/** How much of a file is searched for the name of its encoding: four times what the HTML Standard asks for (13.2.3.2). */
const HEAD = 4096;

const DECLARED = [
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.+-]+)/i,
  /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.+-]+)["']/i,
];

/** The encoding that a page names for itself, as `TextDecoder` calls it, or null. Comments are not looked into. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD))
    .toString('latin1')
    .replace(/<!--.*?-->/gs, '');
  for (const pattern of DECLARED) {
    const [, label] = pattern.exec(head) ?? [];
    if (label === undefined) continue;
    try {
      return new TextDecoder(label).encoding;
    } catch (error) {
      // A name that nobody knows is as good as none.
      if (error instanceof RangeError) return null;
      throw error;
    }
  }
  return null;
}

const hasMark = ([a, b, c]: Uint8Array) =>
  (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * A page's bytes as text. A byte order mark is believed, then valid UTF-8, because browsers save pages as UTF-8 under an
 * older declaration, then what the page declares; else the encoding is guessed as for plain text. Throws ImportError.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  if (hasMark(bytes)) return decode(bytes);
  const declared = declaredEncoding(bytes);
  // A file that could be searched for ASCII is not UTF-16, whatever it declares (HTML Standard, 13.2.3.2, step 4).
  if (
    declared === null ||
    declared === 'utf-8' ||
    declared.startsWith('utf-16') ||
    isUtf8Beyond(bytes, declared)
  ) {
    return decode(bytes);
  }
  const text = new TextDecoder(declared, { ignoreBOM: true }).decode(bytes);
  return { ...decode(new TextEncoder().encode(text)), encoding: declared };
}

/** ISO-2022-JP and its like are valid UTF-8 too, because they use no byte beyond ASCII. */
const isUtf8Beyond = (bytes: Uint8Array, declared: string) =>
  !declared.startsWith('iso-2022') && isUtf8(bytes);
