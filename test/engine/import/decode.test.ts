import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/engine/import/decode.ts';
import { ImportError } from '../../../src/engine/import/errors.ts';
import { anyText } from '../../text/strings.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/import');
const fixture = (name: string) => decode(readFileSync(join(FIXTURES, name)));
const utf8 = (text: string) => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array): ImportError {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('encodings', () => {
  const MIXED = 'Trust 😀 and 規則, שלום – é.\nSecond line.\n';

  it.each(['utf-16le', 'utf-16be'])('believes the byte order mark of %s', (name) => {
    expect(fixture(`${name}.txt`)).toEqual({ text: MIXED, encoding: name, notices: [] });
  });

  it('drops the mark of UTF-8 and no other U+FEFF', () => {
    expect(fixture('utf-8-bom.txt')).toEqual({ text: MIXED, encoding: 'utf-8', notices: [] });
    expect(decode(utf8('\ufeff\ufeffa\ufeff')).text).toBe('\ufeffa\ufeff');
  });

  it('knows UTF-16 without a mark by its NULs, and says so', () => {
    const { text, encoding, notices } = fixture('utf-16le-unmarked.txt');
    expect(text).toBe('A plan without a mark at its start – but with plain words.\n');
    expect(encoding).toBe('utf-16le');
    expect(notices).toEqual(['The file does not name its encoding; it was read as UTF-16LE.']);
  });

  it.each([
    ['windows-1252.txt', 'windows-1252', '– and “clear rules”. A café owner in Zürich pays €5'],
    ['latin-1.txt', 'windows-1252', 'Une stratégie européenne éclairée: les données publiées'],
    ['windows-1251.txt', 'windows-1251', 'Стратегия развития искусственного интеллекта'],
    ['shift-jis.txt', 'Shift_JIS', '人工知能は社会のために使われるべきです。'],
  ])('guesses %s and names its guess', (file, guess, words) => {
    const { text, encoding, notices } = fixture(file);
    expect(text).toContain(words);
    expect(encoding).toBe(guess);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`read as ${guess}, which is a guess`);
  });

  it('reads UTF-8 with a damaged byte as UTF-8, not as something else', () => {
    const { text, encoding, notices } = fixture('utf-8-damaged.txt');
    expect(text).toContain('Łódź. Bad \ufffd byte.');
    expect(encoding).toBe('utf-8');
    expect(notices).toEqual(['The file is UTF-8 with damaged places, which show as � (U+FFFD).']);
  });
});

describe('cleaning', () => {
  it('makes every line end LF', () => {
    expect(fixture('crlf.md').text).toBe('# Title\n\nFirst line\nsecond line\n\n- one\n- two\n');
    expect(fixture('cr.txt').text).toBe('First line\nsecond line\n\nNext\n');
    expect(decode(utf8('a\r\r\nb\n\rc')).text).toBe('a\n\nb\n\nc');
  });

  it('replaces and counts NUL', () => {
    const { text, notices } = decode(utf8('A plain text with\0two\0of them in it.'));
    expect(text).toBe('A plain text with\ufffdtwo\ufffdof them in it.');
    expect(notices).toEqual(['2 NUL characters were replaced by � (U+FFFD).']);
  });

  it('replaces and counts lone surrogates, and keeps pairs', () => {
    const bytes = Buffer.from('\ufeffa\ud800b😀\udc00', 'utf16le');
    const { text, notices } = decode(bytes);
    expect(text).toBe('a\ufffdb😀\ufffd');
    expect(notices).toEqual(['2 halves of characters were replaced by � (U+FFFD).']);
  });

  it('gives clean text back for any string, in either encoding, and nothing else', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (given, wide) => {
        const text = `Some words to begin with. ${given}`;
        const bytes = wide ? Buffer.from(`\ufeff${text}`, 'utf16le') : utf8(text.toWellFormed());
        const expected = text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
        // Many control characters are a binary file, which is the next test's matter.
        fc.pre(!/\p{Cc}/u.test(expected.replace(/\s/g, '')) && !given.includes('\0\0'));
        expect(decode(bytes).text).toBe(expected);
      }),
    );
  });
});

describe('what is no text', () => {
  it.each([
    ['%PDF-1.7\n%âãÏÓ', 'a PDF'],
    ['PK\x03\x04\x14\0[Content_Types].xml word/document.xml', 'a Word document'],
    ['PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text', 'a word-processor document'],
    ['PK\x03\x04\x14\0\x06\0data.csv', 'a zip archive'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'an older Office document'],
    ['{\\rtf1\\ansi Hello}', 'a rich-text document'],
    ['SQLite format 3\0\x10', 'an SQLite database'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a picture'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'a picture'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'a picture'],
    ['\x1f\x8b\x08\0\0\0', 'a compressed file'],
    ['\x7fELF\x02\x01\x01', 'a program'],
    ['\0\0\0\x18ftypmp42', 'a recording'],
  ])('is named: %j', (latin, what) => {
    const error = refusal(Buffer.from(latin, 'latin1'));
    expect(error.code).toBe('binary');
    expect(error.message).toMatch(new RegExp(`^This is ${what}, not a text: [^.]+(?:\\.\\w+)?[^.]*\\.$`));
  });

  it('is seen by its control characters where its kind is not known', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 2_654_435_761) >>> 13);
    expect(refusal(noise).code).toBe('binary');
    expect(refusal(new Uint8Array(4096)).code).toBe('binary');
  });

  it('is not seen where a text only begins like one or holds a stray control character', () => {
    for (const text of [
      'ID3 is a tag.',
      'MZ and PK are letters.',
      '%PDF is a sign.',
      'Raftypical words',
      'BM, RIFF, GIF: images',
    ]) {
      expect(decode(utf8(text)).text).toBe(text);
    }
    expect(decode(utf8('A text copied from a\x02 PDF, with one mark that nobody sees.')).text).toContain(
      '\x02',
    );
  });

  it('is empty, or nothing but white space', () => {
    for (const nothing of ['', ' \n\t\r\n', '\ufeff', '\u00a0\u2003', '\f']) {
      expect(refusal(utf8(nothing)).code).toBe('empty');
    }
    expect(refusal(Uint8Array.from([0xff, 0xfe])).code).toBe('empty');
  });
});
