import { ImportError } from './errors.ts';

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const AS_TEXT = 'save it as plain text or Markdown first';
const OF_PICTURE = 'give its name the ending of its kind and import it again';
const OF_SOUND = 'transcribe it and import the transcript';

const ZIP = 'PK\x03\x04';

/** What a file of a known kind holds, in latin-1: one of `begins` at `at` (0 if not said), and one of `names` anywhere. */
interface Kind {
  readonly what: string;
  readonly advice: string;
  readonly begins: readonly string[];
  readonly at?: number;
  readonly names?: readonly string[];
}

/** The first that fits counts. A ZIP file names its entries near its start, which tells a word processor's. */
const KINDS: readonly Kind[] = [
  { what: 'a PDF', advice: 'give its name the ending pdf and import it again', begins: ['%PDF-'] },
  {
    what: 'a Word document',
    advice: 'give it a name that ends in .docx',
    begins: [ZIP],
    names: ['word/'],
  },
  {
    what: 'a word-processor document',
    advice: 'save it as .docx or PDF first',
    begins: [ZIP],
    names: ['opendocument.text'],
  },
  { what: 'a zip archive', advice: 'unpack it and import the texts in it', begins: [ZIP, 'PK\x05\x06'] },
  { what: 'an older Office document', advice: AS_TEXT, begins: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'] },
  { what: 'a rich-text document', advice: AS_TEXT, begins: ['{\\rtf'] },
  { what: 'an SQLite database', advice: 'export its texts and import those', begins: ['SQLite format 3\0'] },
  {
    what: 'a picture',
    advice: OF_PICTURE,
    begins: ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a'],
  },
  { what: 'a picture', advice: OF_PICTURE, begins: ['WEBP'], at: 8 },
  { what: 'a TIFF picture', advice: 'save it as PNG or JPEG first', begins: ['II*\0', 'MM\0*'] },
  {
    what: 'a compressed file',
    advice: 'unpack it first',
    begins: ['\x1f\x8b', '7z\xbc\xaf', '\xfd7zXZ', 'Rar!\x1a', 'BZh91AY'],
  },
  {
    what: 'a program',
    advice: 'choose a text',
    begins: ['\x7fELF', 'MZ\x90\0', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe'],
  },
  { what: 'a recording', advice: OF_SOUND, begins: ['ID3\x03', 'ID3\x04', 'OggS\0', 'fLaC\0'] },
  { what: 'a recording', advice: OF_SOUND, begins: ['WAVE', 'AVI '], at: 8 },
  { what: 'a recording', advice: OF_SOUND, begins: ['ftyp'], at: 4 },
];

const fits = (head: string, { begins, at = 0, names }: Kind) =>
  begins.some((begin) => head.startsWith(begin, at)) && (names?.some((name) => head.includes(name)) ?? true);

const SAMPLE = 64 * 1024;

/** Control characters that no text needs: C0 but for tab, line ends, form feed and the escape of ISO 2022; and DEL. */
const isControl = (byte: number) =>
  (byte < 0x20 && !(byte >= 9 && byte <= 13) && byte !== 0x1b) || byte === 0x7f;

/**
 * Throws ImportError `binary` for bytes that are no text. Well-known files are recognised by how they begin, others by
 * their control characters. Valid UTF-8 may hold a
 * stray one here and there, as texts copied from PDF do; a single-byte encoding never holds NUL, and random bytes make up
 * a tenth of control characters.
 */
export function refuseBinary(bytes: Uint8Array, isUtf8: boolean): void {
  const sample = bytes.subarray(0, SAMPLE);
  const head = latin(sample);
  // These begin as no text does. The short names at a later place might, so they need a control character beside them.
  const kind = KINDS.find((candidate) => fits(head, candidate));
  let controls = 0;
  let nuls = 0;
  for (const byte of sample) {
    if (isControl(byte)) controls++;
    if (byte === 0) nuls++;
  }
  if (kind && (kind.at === undefined || controls > 0)) {
    throw new ImportError('binary', `This is ${kind.what}, not a text: ${kind.advice}.`);
  }
  const share = controls / sample.length;
  if (isUtf8 ? share > 0.2 : share > 0.02 || nuls > 0) {
    throw new ImportError(
      'binary',
      'This is not a text but binary data: save it as plain text or Markdown first.',
    );
  }
}
