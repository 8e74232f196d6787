import iconv from 'iconv-lite';
import { ExchangeError } from '../error.ts';

/** Enough for an XML declaration with its encoding. */
const HEAD = 256;

const broken = (cause?: unknown) =>
  new ExchangeError('The file is not in the encoding that it says it is in: export it again.', { cause });

/** The encoding of an XML file by its byte order mark, its first bytes and its declaration (XML 1.0, appendix F). */
function encodingOf(head: Uint8Array): string {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    Buffer.from(head).toString('latin1'),
  );
  const name = declared?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says: some programs on Windows do that.
  return /^(utf-?16|ucs-2|iso-10646)/.test(name) ? 'utf-8' : name;
}

/**
 * Decodes an XML file as it comes.
 * @returns its text in pieces, without a byte order mark
 * @throws ExchangeError where the bytes are not in the encoding that the file says, or nobody knows that
 */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: ((bytes?: Uint8Array) => string) | undefined;
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (decode) {
      yield decode(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD) continue;
    decode = decoderOf(encodingOf(head.subarray(0, HEAD)));
    yield decode(head);
  }
  decode ??= decoderOf(encodingOf(head));
  yield head.length < HEAD ? decode(head) + decode() : decode();
}

function decoderOf(encoding: string): (bytes?: Uint8Array) => string {
  if (/^utf-(8|16[lb]e)$/.test(encoding)) {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return (bytes) => {
      try {
        return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      } catch (error) {
        throw broken(error);
      }
    };
  }
  if (!iconv.encodingExists(encoding))
    throw new ExchangeError(
      `The file says that its encoding is “${encoding}”, which is not known: save it as UTF-8.`,
    );
  const decoder = iconv.getDecoder(encoding);
  return (bytes) => (bytes ? decoder.write(Buffer.from(bytes)) : (decoder.end() ?? ''));
}
