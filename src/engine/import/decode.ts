import { refuseBinary } from './binary.ts';
import { guessEncoding, readAs, unmarkedUtf16 } from './encoding.ts';
import { ImportError } from './errors.ts';

/** A file's bytes as text. */
export interface Decoded {
  /** Line ends are LF; there is no NUL, no lone surrogate and no byte order mark. */
  readonly text: string;
  /** Name of the encoding that was read, as in the Encoding Standard where it is listed there. */
  readonly encoding: string;
  /** What was guessed or changed, one sentence each. Line ends are not mentioned: every editor does the same. */
  readonly notices: readonly string[];
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one} was` : `${number.toLocaleString('en')} ${many} were`;

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What the bytes say before anything is cleaned, and what to tell about the way it was found out. */
function readBytes(bytes: Uint8Array): { raw: string; encoding: string; notice?: string } {
  const marked = MARKS.find(([, mark]) => starts(bytes, mark));
  if (marked && marked[0] !== 'utf-8') {
    return { raw: readAs(bytes.subarray(marked[1].length), marked[0]), encoding: marked[0] };
  }
  const unmarked = marked ? null : unmarkedUtf16(bytes);
  if (unmarked) {
    const notice = `The file does not name its encoding; it was read as ${unmarked.toUpperCase()}.`;
    return { raw: readAs(bytes, unmarked), encoding: unmarked, notice };
  }
  const body = marked ? bytes.subarray(marked[1].length) : bytes;
  const text = strictUtf8(body);
  refuseBinary(body, text !== null);
  if (text !== null) return { raw: text, encoding: 'utf-8' };
  const guess = marked ? 'utf-8' : guessEncoding(body);
  const notice =
    guess === 'utf-8'
      ? 'The file is UTF-8 with damaged places, which show as � (U+FFFD).'
      : `The file is not UTF-8; it was read as ${guess}, which is a guess: check its accented letters and quotation marks.`;
  return { raw: readAs(body, guess), encoding: guess, notice };
}

/**
 * Turns a file's bytes into text. A byte order mark is believed; else UTF-8 is tried strictly; else the encoding is guessed
 * and a notice names it. CR LF and CR become LF; NUL and lone surrogates become U+FFFD and are counted in a notice.
 * Throws ImportError (`binary`, `empty`) for what is not text or holds none.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new ImportError('empty', 'The file is empty: choose one that holds text.');
  const { raw, encoding, notice } = readBytes(bytes);
  const notices = notice ? [notice] : [];
  let text = raw;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) {
    let found = 0;
    text = text.replace(/\0/g, () => {
      found++;
      return '\ufffd';
    });
    notices.push(`${count(found, 'NUL character', 'NUL characters')} replaced by � (U+FFFD).`);
  }
  if (!text.isWellFormed()) {
    const found = text.match(/\p{Surrogate}/gu)?.length ?? 0;
    text = text.toWellFormed();
    notices.push(`${count(found, 'half of a character', 'halves of characters')} replaced by � (U+FFFD).`);
  }
  if (!/\S/.test(text)) {
    throw new ImportError('empty', 'The file holds nothing but white space: choose one that holds text.');
  }
  return { text, encoding, notices };
}
