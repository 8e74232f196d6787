import { expect, test } from 'vitest';
import {
  guid,
  id,
  projectXml,
  qdpx,
  readParts,
  readPieces,
  selection,
  textFile,
  writeFile,
  zipped,
} from './refi-read-kit.ts';

/** A text in which every way of counting differs, and the words to be selected in it. */
const LINES = [
  'First 😀 line of the text.',
  'Second line, with é and 𝄞 in it.',
  'Third: the words to find.',
  'Last 👩‍👩‍👧 line.',
];
const WORDS = ['line of the text', 'with é and 𝄞', 'words to find', 'Last'];

/** Where words stand as a program counts them. */
function counted(
  text: string,
  words: string,
  unit: 'code point' | 'utf-16',
  lineEnd: 1 | 2,
  shift = 0,
): [number, number] {
  const at = text.indexOf(words);
  const length = (part: string) => {
    const level = lineEnd === 1 ? part.replaceAll('\r\n', '\n') : part;
    return (unit === 'utf-16' ? level.length : [...level].length) + shift;
  };
  return [length(text.slice(0, at)), length(text.slice(0, at + words.length))];
}

/** The XML of a source with those places selected, named by their words or not at all. */
const source = (places: readonly [number, number][], named: boolean): string =>
  textFile(
    21,
    'a.txt',
    places
      .map(([start, end], at) => selection(100 + at, start, end, named ? { name: WORDS[at] ?? '' } : {}))
      .join(''),
  );

test.each([
  ['NVivo 12.6', 'utf-16', '\r\n', 2, '\uFEFF'],
  ['NVivo for Mac 15.0.0', 'utf-16', '\n', 1, ''],
  ['ATLAS.ti for Windows 23.2', 'code point', '\r\n', 1, ''],
  ['MAXQDA 24', 'code point', '\r\n', 2, ''],
  ['QualCoder 3.6', 'code point', '\n', 1, '\uFEFF'],
  ['Some program', 'code point', '\r\n', 2, ''],
  ['Colligo 0.1.0', 'code point', '\n', 1, ''],
] as const)(
  'selections of %s lie on their words, without a remark',
  async (origin, unit, lineEnd, counts, mark) => {
    const text = LINES.join(lineEnd);
    const sources = source(
      WORDS.map((words) => counted(text, words, unit, counts)),
      false,
    );
    const pieces = await readParts({ origin, sources }, { 'a.txt': mark + text });
    expect(pieces.words()).toEqual(WORDS);
    expect(pieces.document().read.reading.text).toBe(LINES.join('\n'));
    expect(pieces.said().filter((said) => said.startsWith('mended'))).toEqual([]);
  },
);

test.each([
  ['a program that counts otherwise than is known', 'NVivo 12.6', 'code point', '\r\n', 1, 0],
  ['line ends that count as one', 'MAXQDA 24', 'code point', '\r\n', 1, 0],
  ['line ends that came with another program’s offsets', 'QualCoder 3.6', 'code point', '\r\n', 1, 0],
  ['a mark that is counted', 'QualCoder 2', 'code point', '\n', 1, 1],
  ['UTF-16 where code points are due', 'Some program', 'utf-16', '\n', 1, 0],
] as const)('quotations show %s', async (_, origin, unit, lineEnd, counts, shift) => {
  const text = LINES.join(lineEnd);
  const sources = source(
    WORDS.map((words) => counted(text, words, unit, counts, shift)),
    true,
  );
  const pieces = await readParts({ origin, sources }, { 'a.txt': shift ? `\uFEFF${text}` : text });
  expect(pieces.words()).toEqual(WORDS);
  expect(pieces.said()).toContain(
    'mended: Selections are counted otherwise than this program usually does, as their words show.',
  );
});

test('ends of words alone show how a program counts, too', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => `Line ${at} says something of its own about 😀 things`);
  const text = lines.join('\r\n');
  const places = lines.slice(10, 50).map((line) => counted(text, line.slice(5), 'utf-16', 2));
  const sources = textFile(
    21,
    'a.txt',
    places.map(([start, end], at) => selection(100 + at, start, end)).join(''),
  );
  const pieces = await readParts({ origin: 'Unheard of 1', sources }, { 'a.txt': text });
  expect(pieces.words()).toEqual(lines.slice(10, 50).map((line) => line.slice(5)));
});

test('one selection that is off is moved to the words that it quotes; a title moves nothing', async () => {
  const text = LINES.join('\n');
  const good = WORDS.map((words) => counted(text, words, 'code point', 1));
  const [start, end] = good[2] ?? [0, 0];
  const inner = [
    ...good.map(([from, to], at) => selection(100 + at, from, to, { name: WORDS[at] ?? '' })),
    selection(120, start - 4, end - 4, { name: 'words to find' }),
    selection(121, start, end, { name: 'A title of it' }),
    selection(122, start, end, { name: 'the worst of fog' }),
  ].join('');
  const pieces = await readParts(
    { origin: 'QualCoder 3.6', sources: textFile(21, 'a.txt', inner) },
    { 'a.txt': text },
  );
  expect(pieces.words().slice(4)).toEqual(['words to find', 'words to find', 'words to find']);
  expect(
    pieces
      .document()
      .passages.slice(4)
      .map(({ comment }) => comment),
  ).toEqual([undefined, 'A title of it', 'the worst of fog']);
  expect(pieces.said()).toEqual([
    'mended: A selection did not lie on the words that its name quotes, and was moved to them.',
    'kept: The words of a selection are not those that its name quotes: it stays where the file says.',
  ]);
});

test('a quotation that was cut off is compared as far as it goes', async () => {
  const text = `Before. ${'A long sentence that goes on and on and on. '.repeat(6)}Behind.`;
  const inner = selection(100, 5, 137, { name: `${text.slice(8, 98)}…` });
  const pieces = await readParts(
    { origin: 'ATLAS.ti 24', sources: textFile(21, 'a.txt', inner) },
    { 'a.txt': text },
  );
  expect(pieces.words()).toEqual([text.slice(8, 140)]);
});

test('places outside the text, turned round or empty are mended or left, and said', async () => {
  const inner = [
    selection(100, 10, 900),
    selection(101, 9, 0),
    selection(102, 5, 5),
    selection(103, -3, 5),
  ].join('');
  const pieces = await readParts(
    { sources: textFile(21, 'a.txt', inner) },
    { 'a.txt': 'Some words of a text.' },
  );
  expect(pieces.words()).toEqual([' of a text.', 'Some word', 'Some ']);
  expect(pieces.said()).toEqual([
    'mended: A selection ran past the ends of its text and was cut there.',
    'mended: A selection ended before it began and was turned round.',
    'left: A selection covers no text.',
  ]);
  expect(pieces.of('memo').map(({ about, body }) => [about, body])).toEqual([
    [{ kind: 'document', id: id(21) }, 'One'],
  ]);
});

test('a text may stand in the XML, in UTF-16, in Windows-1252, or by a path without a scheme', async () => {
  const sources = [
    `<TextSource guid="${guid(21)}" name="Inline"><PlainTextContent>In the XML: ü😀.</PlainTextContent>${selection(100, 12, 14)}</TextSource>`,
    textFile(22, 'w.txt', selection(101, 0, 4), 'Windows'),
    textFile(23, 'u.txt', selection(102, 0, 4), 'Wide'),
    `<TextSource guid="${guid(24)}" plainTextPath="Bare.TXT">${selection(103, 0, 4)}</TextSource>`,
  ].join('');
  const pieces = await readParts(
    { sources },
    {
      'w.txt': Buffer.from('Köln – „Zitat“'.replace('–', '-').replace('„', '"').replace('“', '"'), 'latin1'),
      'u.txt': Buffer.from('\uFEFFWide text', 'utf16le'),
      'bare.txt': 'Bare words',
    },
  );
  expect([0, 1, 2, 3].map((at) => pieces.words(at))).toEqual([['ü😀'], ['Köln'], ['Wide'], ['Bare']]);
  expect(pieces.of('document').map(({ title }) => title)).toEqual(['Inline', 'Windows', 'Wide', 'Bare']);
  expect(pieces.said()).toEqual(['mended: A text is not UTF-8, as it must be; it was read as Windows-1252.']);
});

test('the project’s XML may have any name at the root, and its folder a capital', async () => {
  const xml = projectXml({ sources: textFile(21, 'a.txt', selection(100, 0, 4)) });
  const path = writeFile(
    await zipped({ 'Sources/A.txt': 'Some words', 'Sources/.root': '', 'Trial.qde': xml }),
  );
  expect((await readPieces(path)).words()).toEqual(['Some']);
  const packed = writeFile(
    await zipped({ 'study/sources/a.txt': 'Some words', 'study/p.qde': xml, '__MACOSX/._p.qde': 'x' }),
  );
  expect((await readPieces(packed)).words()).toEqual(['Some']);
});

test('a text without words is a document without words', async () => {
  const pieces = await readParts({ sources: textFile(21, 'a.txt', selection(100, 0, 0)) }, { 'a.txt': '\n' });
  expect(pieces.document().read.reading.text).toBe('\n');
  expect(pieces.words()).toEqual([]);
});

test('an older namespace, and a bare .qde with its sources beside it, are read', async () => {
  const xml = projectXml({
    sources: `<TextSource guid="${guid(21)}" name="T"><PlainTextContent>Some words</PlainTextContent>${selection(100, 5, 10)}</TextSource>`,
  });
  const path = writeFile(xml.replace('urn:QDA-XML:project:1.0', 'urn:QDA-XML:project:0:10'), 'old.qde');
  expect((await readPieces(path)).words()).toEqual(['words']);
});

test('what is no project is refused in a sentence', async () => {
  await expect(readPieces(writeFile(await zipped({ 'a.txt': 'x' })))).rejects.toThrow('no .qde file');
  await expect(readPieces(writeFile(await zipped({ 'a.qde': '<x/>', 'b.qde': '<x/>' })))).rejects.toThrow(
    'more than one',
  );
  await expect(readPieces(writeFile(await zipped({ 'project.qde': '<html/>' })))).rejects.toThrow(
    'not a REFI-QDA project',
  );
  await expect(
    readPieces(writeFile('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', 'a.qde')),
  ).rejects.toThrow('codebook');
  await expect(readPieces(writeFile('', 'a.qde'))).rejects.toThrow();
  const path = await qdpx({ sources: '<TextSource' });
  await expect(readPieces(path)).rejects.toThrow('not well-formed');
});
