import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/engine/import/errors.ts';
import { documentOf, paragraph, readWord, zipOf } from './docx-make.ts';

async function refusal(bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
  const error = await readWord(new Uint8Array(await bytes)).catch((each: unknown) => each);
  if (!(error instanceof ImportError)) throw new Error('It was read.', { cause: error });
  expect(error.message).toMatch(/^[A-Z][^\n]+\.$/);
  return `${error.code}: ${error.message}`;
}

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Overwrites what stands `at` bytes behind every place that starts with a signature. */
function patched(bytes: Uint8Array, signature: string, at: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let from = copy.indexOf(signature, 0, 'latin1'); from >= 0; ) {
    copy[from + at] = value;
    from = copy.indexOf(signature, from + 1, 'latin1');
  }
  return copy;
}

describe('what is no Word document', () => {
  it('is named, with what to do', async () => {
    const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
    const encrypted = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1');
    expect(await refusal(latin(`${ole}${'\0'.repeat(600)}${encrypted}`))).toBe(
      'unreadable: The document needs a password: open it in Word and save it without one.',
    );
    expect(await refusal(latin(`${ole}${'\0'.repeat(600)}`))).toMatch(
      /^binary: This is an older Word document/,
    );
    expect(await refusal(latin('{\\rtf1 a}'))).toMatch(/^binary: This is a rich-text document/);
    expect(await refusal(latin('%PDF-1.7'))).toMatch(/^binary: This is not a Word document/);
    expect(await refusal(latin(''))).toMatch(/^binary: This is not a Word document/);
    expect(await refusal(zipOf({ 'a.txt': 'a' }))).toMatch(/^binary: This is a zip archive/);
    expect(await refusal(zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }))).toMatch(
      /^binary: This is an OpenDocument file/,
    );
  });

  it.each([
    ['application/vnd.ms-word.document.macroEnabled.main+xml', 'Word document with macros'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', 'Word template'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'spreadsheet'],
  ])('is told by its type: %s', async (contentType, what) => {
    const message = await refusal(documentOf({ body: paragraph('a'), contentType }));
    expect(message).toMatch(new RegExp(`^binary: This is a ${what}`));
  });
});

describe('an archive that is damaged or made to do harm', () => {
  it('is refused where it cannot be unpacked', async () => {
    const whole = await documentOf({ body: paragraph('a') });
    const damaged = /^unreadable: The document is damaged/;
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(damaged);
    // The method of packing, in the central directory.
    expect(await refusal(patched(whole, 'PK\x01\x02', 10, 99))).toMatch(damaged);
    for (const body of [
      '<w:p>',
      '<w:p></w:q>',
      '<w:p a=b/>',
      '&undefined;',
      '&#xD800;',
      '<![CDATA[',
      '<!-- ',
    ]) {
      expect(await refusal(documentOf({ body }))).toMatch(damaged);
    }
  });

  it('is refused where it is encrypted', async () => {
    const whole = await documentOf({ body: paragraph('a') });
    expect(await refusal(patched(whole, 'PK\x01\x02', 8, 1))).toMatch(/needs a password/);
  });

  it('is refused where its names lead out of it', async () => {
    const whole = Buffer.from(await zipOf({ 'xx/evil.txt': 'a' })).toString('latin1');
    expect(await refusal(latin(whole.replaceAll('xx/evil', '../evil')))).toMatch(/^unreadable/);
  });

  it('is refused where it bursts, before anything is unpacked', async () => {
    expect(await refusal(documentOf({ body: paragraph(' '.repeat(4_000_000)) }))).toMatch(
      /^too_complex: A part of the document unpacks to more than 200 times its size/,
    );
    // How many entries there are, 10 bytes behind the signature that ends the directory.
    const few = await zipOf({ a: '' });
    const many = patched(patched(few, 'PK\x05\x06', 10, 0x11), 'PK\x05\x06', 11, 0x27);
    expect(await refusal(many)).toMatch(/^too_complex: The file has more than 10,000 parts/);
    // A part that is larger than the directory says: the size lies 24 bytes behind the signature.
    const lying = patched(await documentOf({ body: paragraph('word '.repeat(99)) }), 'PK\x01\x02', 24, 1);
    expect(await refusal(lying)).toMatch(/^unreadable/);
  });
});

describe('XML that is made to do harm', () => {
  it('expands no entities', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    ).join('');
    const prolog = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">${laughs}]>`;
    expect(await refusal(documentOf({ body: paragraph('&e9;'), prolog }))).toMatch(
      /^unreadable: The document declares its own entities/,
    );
    const outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await refusal(documentOf({ body: paragraph('&x;'), prolog: outside }))).toMatch(
      /declares its own entities/,
    );
  });

  it('does not nest without end', async () => {
    // Names that differ, because the archive would be refused for its ratio otherwise.
    const names = Array.from({ length: 5_000 }, (_, at) => `w:x${(at * 7919) % 5003}`);
    const body =
      names.map((name) => `<${name}>`).join('') +
      names
        .toReversed()
        .map((name) => `</${name}>`)
        .join('');
    expect(await refusal(documentOf({ body }))).toMatch(
      /^too_complex: The document nests its parts more than 400 deep/,
    );
  });

  it('is read in linear time, however large a paragraph is', async () => {
    const words = Array.from({ length: 60_000 }, (_, at) => `w${(at * 7919) % 60_013}`);
    const { text } = await readWord(await documentOf({ body: paragraph(words.join(' ')) }));
    expect(text).toBe(words.join(' '));
  });
});
