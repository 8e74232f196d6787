import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everythingIn } from './kit/content.ts';
import { Place } from './kit/place.ts';
import type { Imported } from './kit/shapes.ts';

const TEXT = 'Die Küste gehört allen. Ærø liegt drüben – „dort“ sagt man.\r\n\r\nZweiter Absatz über Öl.\r\n';

/** A text in UTF-16, little end first or big, with its mark. */
function utf16(text: string, bigEnd: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEnd ? bytes.swap16() : bytes;
}

/** The few characters of windows-1252 that differ from Latin-1 and occur here. */
function windows1252(text: string): Buffer {
  const special: Record<string, number> = { '–': 0x96, '„': 0x84, '“': 0x93 };
  return Buffer.from(Array.from(text, (character) => special[character] ?? character.charCodeAt(0)));
}

async function importBytes(name: string, bytes: Buffer) {
  const place = new Place();
  await place.ok('new', 'p.colligo', '--coder', 'A. Coder');
  writeFileSync(place.at(name), bytes);
  const before = everythingIn(place.at('p.colligo'));
  const outcome = await place.run(['import', 'p.colligo', name, '--json']);
  return { place, before, outcome, report: JSON.parse(outcome.stdout) as Imported };
}

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', utf16(TEXT, false)],
  ['UTF-16, big end first', utf16(TEXT, true)],
  ['Windows-1252', windows1252(TEXT)],
])('reads %s as the very same text', async (_name, bytes) => {
  const { place, outcome, report } = await importBytes('text.txt', bytes);
  expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 0, stderr: '' });
  expect(report).toMatchObject({ imported: 1, failed: 0 });
  await place.ok('codebook', 'import', 'p.colligo', await codes(place));
  const applied = await place.json<{ matches: number }>(
    ...['code', 'p.colligo', '--document', 'text', '--code', 'Coast'],
    ...['--match', 'ÆRØ liegt drüben – „dort“', '--unit', 'match'],
  );
  expect(applied.matches).toBe(1);
});

async function codes(place: Place): Promise<string> {
  writeFileSync(place.at('codes.txt'), 'Coast\n');
  return 'codes.txt';
}

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), Buffer.alloc(2000, 0x9c)]);
const NOISE = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));

it.each([
  ['an empty file', 'empty.txt', Buffer.alloc(0)],
  ['an empty Markdown file', 'empty.md', Buffer.alloc(0)],
  ['white space only', 'white.txt', Buffer.from(' \n\n\t\n')],
  ['markup that shows no text', 'markup.md', Buffer.from('[a]: https://example.org\n')],
  ['bytes that are no text', 'noise.txt', NOISE],
  ['bytes that are no text, called Markdown', 'noise.md', NOISE],
  ['a PDF under a wrong name', 'pdf.txt', PDF],
  ['only NUL', 'nul.txt', Buffer.alloc(3000)],
])('refuses %s in one sentence and leaves nothing of it', async (_name, file, bytes) => {
  const { place, before, outcome, report } = await importBytes(file, bytes);
  expect(outcome.code).toBe(1);
  expect(report).toMatchObject({ step: null, imported: 0, failed: 1 });
  expect(outcome.stderr).toMatch(new RegExp(`^${file}: [^\n]+\\.\n$`));
  expect(everythingIn(place.at('p.colligo'))).toBe(before);
});

it('replaces NUL and lone surrogates, and says so', async () => {
  const lone = Buffer.concat([
    utf16('A lone half ', false),
    Buffer.from([0x3c, 0xd8]),
    Buffer.from(' here, with enough words around it.', 'utf16le'),
  ]);
  for (const bytes of [Buffer.from('One \0 among many words of a text.'), lone]) {
    const { place, outcome, report } = await importBytes('odd.txt', bytes);
    expect(outcome.code).toBe(0);
    expect(report.files[0]?.notices?.length).toBeGreaterThan(0);
    await place.ok('check', 'p.colligo');
  }
});
