import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Alignment, SpaceAlignment } from '../../../src/engine/exchange/refi/read/align.ts';
import { snapSpan } from '../../../src/text/offsets.ts';
import { documentOf } from '../import/docx-make.ts';
import { PAGE, RED, smallPdf } from '../kit/pages.ts';
import { pngOf, withOrientation } from '../kit/pictures.ts';
import { tempFolder } from '../kit/project.ts';
import {
  guid,
  id,
  type Parts,
  projectXml,
  qdpx,
  readParts,
  readPieces,
  selection,
  zipped,
} from './refi-read-kit.ts';

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

test('a formatted text that says the same is the document, and selections lie on its words', async () => {
  const plain = 'A  heading\r\nFirst line.\r\nSecond line.\r\n';
  const docx = await documentOf({
    body: ['A  heading', 'First line.', 'Second line.'].map(paragraph).join(''),
  });
  const inner = selection(100, 18, 31) + selection(101, 0, 10);
  const sources = `<TextSource guid="${guid(21)}" name="Letter" plainTextPath="internal://a.txt" richTextPath="internal://A.DOCX">${inner}</TextSource>`;
  const pieces = await readParts({ origin: 'NVivo 12', sources }, { 'a.txt': plain, 'a.docx': docx });
  const { read, fileName } = pieces.document();
  expect([fileName, read.mediaType.split('.').at(-1)]).toEqual(['Letter.docx', 'document']);
  expect(read.reading.blocks.length).toBe(3);
  expect(pieces.words().map((words) => words.replace(/\s+/g, ' '))).toEqual(['line. Second', 'A heading']);
  expect(pieces.of('attachment').map(({ name }) => name)).toEqual(['project.qde']);
  expect(pieces.said()).toEqual([]);
});

test('a formatted text that says something else, or can’t be read, is kept beside the plain one', async () => {
  const docx = await documentOf({ body: paragraph('Other words.') });
  const source = (number: number, file: string) =>
    `<TextSource guid="${guid(number)}" name="T${number}" plainTextPath="internal://a.txt" richTextPath="internal://${file}">${selection(number + 100, 0, 5)}</TextSource>`;
  const pieces = await readParts(
    {
      sources:
        source(21, 'a.docx') +
        source(22, 'b.docx') +
        `<TextSource guid="${guid(23)}" name="Rich" richTextPath="internal://a.docx"/>`,
    },
    { 'a.txt': 'Plain words.', 'a.docx': docx, 'b.docx': 'no document' },
  );
  expect([pieces.words(0), pieces.words(1)]).toEqual([['Plain'], ['Plain']]);
  expect(pieces.document(2).read.reading.text).toBe('Other words.');
  expect(
    pieces.of('attachment').map(({ name, document, bytes }) => [name, document, bytes.length > 0]),
  ).toEqual([
    ['T21.docx', id(21), true],
    ['T22.docx', id(22), true],
    ['project.qde', undefined, true],
  ]);
});

const pdfParts = (origin: string, inner: string, words: string): Parts => ({
  origin,
  sources: `<PDFSource guid="${guid(21)}" name="Plan.pdf" path="internal://a.pdf">${inner}<Representation guid="${guid(22)}" plainTextPath="internal://r.txt">${words}</Representation></PDFSource>`,
});

const part = (number: number, page: number, top: boolean, more = '') => {
  const [y1, y2] = top
    ? [RED.y, RED.y + RED.height]
    : [PAGE.height - RED.y, PAGE.height - RED.y - RED.height];
  return `<PDFSelection guid="${guid(number)}" page="${page}" firstX="${RED.x}" firstY="${y1}" secondX="${RED.x + RED.width}" secondY="${y2}"${more}><Coding guid="${guid(number + 5000)}"><CodeRef targetGUID="${guid(12)}"/></Coding></PDFSelection>`;
};

const PDF = smallPdf(['The first page speaks of a levy', 'The second page speaks of a levy']);
const SQUARE = `${RED.x} ${RED.y} ${RED.width} ${RED.height}`;

test('words of a PDF are found in our own reading of it, whatever the other reading’s spaces and lines', async () => {
  const theirs = 'The ﬁrst pa-\nge speaks  of a levy\fThe second page\nspeaks of a le\u00advy\n'.replace(
    'ﬁ',
    'fi',
  );
  const at = (words: string, from = 0) => {
    const start = theirs.indexOf(words, from);
    return [start, start + words.length] as const;
  };
  const words = [
    selection(100, ...at('pa-\nge speaks')),
    selection(101, ...at('levy')),
    selection(102, ...at('le\u00advy')),
    selection(103, ...at('of a', 40)),
  ].join('');
  const pieces = await readParts(pdfParts('Some program', '', words), { 'a.pdf': PDF, 'r.txt': theirs });
  expect(pieces.words()).toEqual(['page speaks', 'levy', 'levy', 'of a']);
  const text = pieces.document().read.reading.text;
  const places = pieces.document().passages.map(({ place }) => ('start' in place ? place.start : -1));
  expect(places).toEqual([
    text.indexOf('page'),
    text.indexOf('levy'),
    text.lastIndexOf('levy'),
    text.lastIndexOf('of a'),
  ]);
});

test('words that our reading of a PDF does not have are kept as a memo with their codes', async () => {
  const theirs = 'The first page speaks of taxes alone. The second page speaks of a levy';
  const words = selection(100, 25, 36, { inner: '<Description>Why</Description>' });
  const pieces = await readParts(pdfParts('Some program', '', words), { 'a.pdf': PDF, 'r.txt': theirs });
  expect(pieces.document().passages).toEqual([]);
  expect(pieces.of('memo').map(({ body, about }) => [body, about])).toEqual([
    ['“taxes alone”\n\nWhy\n\nOne', { kind: 'document', id: id(21) }],
  ]);
  expect(pieces.said()).toContain(
    'kept: A selection was not found in the document and is kept as a memo on it, with its codes.',
  );
});

test.each([
  ['MAXQDA 24', 1, false, 2],
  ['QualCoder 3.6', 0, true, 1],
  ['Some program', 1, false, 1],
] as const)('a part of a page of %s is where it was', async (origin, page, top, ours) => {
  const pieces = await readParts(pdfParts(origin, part(100, page, top), ''), { 'a.pdf': PDF, 'r.txt': 'x' });
  expect(pieces.words()).toEqual([`${ours}: ${SQUARE}`]);
});

test('a part beyond the last page is kept as a memo', async () => {
  const pieces = await readParts(pdfParts('MAXQDA 24', part(100, 7, false), ''), {
    'a.pdf': PDF,
    'r.txt': 'x',
  });
  expect(pieces.document().passages).toEqual([]);
  expect(pieces.of('memo').map(({ body }) => body)).toEqual(['Two']);
});

test('what ATLAS.ti states as words and as parts of pages comes once, as words; without its words as a part', async () => {
  const theirs = 'The first page speaks of a levy\nThe second page speaks of other things entirely';
  const made = ' name="page speaks" creationDateTime="2024-05-01T10:00:00Z"';
  const inner = part(100, 0, false, made) + part(101, 1, false, made) + part(102, 1, false);
  const words = selection(100, 10, 21, { name: 'page speaks' }) + selection(102, 60, 79);
  const pieces = await readParts(pdfParts('ATLAS.ti 24', inner, words), { 'a.pdf': PDF, 'r.txt': theirs });
  expect(pieces.words()).toEqual(['page speaks', `2: ${SQUARE}`]);
  expect(pieces.document().passages.map((each) => each.id)).toEqual([id(100), id(102)]);
});

test('without its PDF the text that the file has of it is the document', async () => {
  const parts = pdfParts('ATLAS.ti 24', '', selection(100, 4, 9));
  for (const files of [{ 'r.txt': 'Some words' }, { 'r.txt': 'Some words', 'a.pdf': 'no PDF' }] as const) {
    const pieces = await readParts(parts, files);
    expect([pieces.document().fileName, ...pieces.words()]).toEqual(['Plan.txt', ' word']);
  }
  const none = await readParts(parts, {});
  expect([none.of('document').length, none.of('memo')[0]?.body]).toEqual([0, '4 to 9 · One']);
});

/** A part of a picture, in its pixels, with a code. */
const pictured = (number: number, [x1, y1, x2, y2]: readonly number[], more = '') =>
  `<PictureSelection guid="${guid(number)}" firstX="${x1}" firstY="${y1}" secondX="${x2}" secondY="${y2}"${more}><Coding guid="${guid(number + 5000)}"><CodeRef targetGUID="${guid(12)}"/></Coding></PictureSelection>`;

test('a picture is a document of one page, and its parts are where they are shown', async () => {
  const whole = `<Coding guid="${guid(300)}"><CodeRef targetGUID="${guid(11)}"/></Coding>`;
  const inner = [
    pictured(100, [10, 5, 30, 25], ' name="Corner"'),
    // From the other corner, and beyond the edge.
    pictured(101, [90, 60, 20, 10]),
    pictured(102, [200, 10, 300, 20], ' name="Outside"'),
  ].join('');
  const words = `<TextDescription guid="${guid(22)}" name="Seen"><PlainTextContent>What it shows</PlainTextContent>${selection(103, 0, 4)}</TextDescription>`;
  const sources = `<PictureSource guid="${guid(21)}" name="Photo" path="internal://p.png"><Description>A view</Description>${words}${inner}${whole}<NoteRef targetGUID="${guid(60)}"/></PictureSource>`;
  const pieces = await readParts({ sources }, { 'p.png': pngOf(80, 50) });
  expect(pieces.of('document').map(({ title, fileName }) => [title, fileName])).toEqual([
    ['Photo', 'Photo.png'],
    ['Seen', 'Seen.txt'],
  ]);
  expect(pieces.document().id).toBe(id(21));
  expect(pieces.words(0)).toEqual(['1: 0 0 80 50', '1: 10 5 20 20', '1: 20 10 60 40']);
  expect(pieces.document().passages.map(({ comment }) => comment)).toEqual([undefined, 'Corner', undefined]);
  expect(pieces.words(1)).toEqual(['What']);
  expect(pieces.of('memo').map(({ body, about }) => [body, about])).toEqual([
    ['Two', { kind: 'document', id: id(21) }],
    ['A view', { kind: 'document', id: id(21) }],
  ]);
  expect(pieces.of('attachment').map(({ name }) => name)).toEqual(['project.qde']);
});

test('a picture is read as what it is, and its places count as it is shown', async () => {
  const sources = `<PictureSource guid="${guid(21)}" name="Scan.jpg" path="internal://p.jpg">${pictured(100, [0, 0, 20, 60])}</PictureSource>`;
  // Of 60 by 34 pixels, shown a quarter turned: 34 by 60.
  const jpeg = withOrientation(createCanvas(60, 34).toBuffer('image/jpeg'), 6);
  const turned = await readParts({ sources }, { 'p.jpg': jpeg });
  expect(turned.document().read.reading.pages).toMatchObject([{ width: 34, height: 60 }]);
  expect(turned.words()).toEqual(['1: 0 0 20 60']);
  const png = await readParts({ sources }, { 'p.jpg': pngOf(30, 80) });
  expect(png.document().read.mediaType).toBe('image/png');
});

test('pictures that can’t be shown and recordings are kept, and what is said of them is listed', async () => {
  const coding = `<Coding guid="${guid(200)}"><CodeRef targetGUID="${guid(11)}"/></Coding>`;
  const sources = `<PictureSource guid="${guid(21)}" name="Photo" path="internal://p.JPG"><TextDescription guid="${guid(22)}" name="Seen"><PlainTextContent>What it shows</PlainTextContent>${selection(100, 0, 4)}</TextDescription><PictureSelection guid="${guid(101)}" firstX="1" firstY="2" secondX="3" secondY="4" name="Corner">${coding}</PictureSelection></PictureSource>
    <VideoSource guid="${guid(23)}" name="" path="internal://v.m4a"><Transcript guid="${guid(24)}" name="Talk"><PlainTextContent>First said, then answered</PlainTextContent><SyncPoint guid="${guid(30)}" timeStamp="0" position="0"/><SyncPoint guid="${guid(31)}" timeStamp="900" position="10"/><TranscriptSelection guid="${guid(102)}" fromSyncPoint="${guid(30)}" toSyncPoint="${guid(31)}"><Coding guid="${guid(201)}"><CodeRef targetGUID="${guid(12)}"/></Coding></TranscriptSelection></Transcript><VideoSelection guid="${guid(103)}" begin="1500" end="61000"><Coding guid="${guid(202)}"><CodeRef targetGUID="${guid(12)}"/></Coding></VideoSelection></VideoSource>`;
  const cases = `<Case guid="${guid(40)}" name="Speaker"><SourceRef targetGUID="${guid(23)}"/></Case>`;
  const pieces = await readParts({ sources, cases }, { 'p.jpg': 'a picture', 'v.m4a': 'a sound' });
  expect(pieces.of('document').map(({ title }) => title)).toEqual(['Seen', 'Talk']);
  expect([pieces.words(0), pieces.words(1)]).toEqual([['What'], ['First said']]);
  expect(pieces.of('case')[0]?.documents).toEqual([id(24)]);
  expect(pieces.of('memo').map(({ body, about }) => [body, about])).toEqual([
    ['1, 2 to 3, 4 (pixels) · Corner · One', { kind: 'document', id: id(22) }],
    ['0:01.5 to 1:01.0 · Two', { kind: 'document', id: id(24) }],
  ]);
  expect(pieces.of('attachment').map(({ name, mediaType, document }) => [name, mediaType, document])).toEqual(
    [
      ['Photo.jpg', 'image/jpeg', id(22)],
      ['Talk.m4a', 'audio/mp4', id(24)],
      ['project.qde', 'application/xml', undefined],
    ],
  );
});

test('parts of a description and of a transcript belong to cases, too', async () => {
  const coded = (number: number) =>
    `<Coding guid="${guid(number)}"><CodeRef targetGUID="${guid(40)}"/></Coding>`;
  const sources = `<AudioSource guid="${guid(23)}" name="A"><Transcript guid="${guid(24)}" name="Talk"><PlainTextContent>First said</PlainTextContent><SyncPoint guid="${guid(30)}" position="0"/><SyncPoint guid="${guid(31)}" position="5"/><TranscriptSelection guid="${guid(102)}" fromSyncPoint="${guid(30)}" toSyncPoint="${guid(31)}">${coded(201)}</TranscriptSelection></Transcript></AudioSource>`;
  const pieces = await readParts({ sources, cases: `<Case guid="${guid(40)}" name="Speaker"/>` });
  const codes = new Map(pieces.of('code').map((code) => [code.id, code.name]));
  expect(
    pieces.document().passages.flatMap(({ codings }) => codings.map(({ code }) => codes.get(code))),
  ).toEqual(['Speaker']);
});

test('a file beside the project is read and said, one that leads out of its folder is not', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'in', 'study Media'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'Nobody’s business');
  writeFileSync(join(folder, 'in', 'near by.txt'), 'Near words');
  writeFileSync(join(folder, 'in', 'study Media', 'm.txt'), 'Media words');
  writeFileSync(join(folder, 'in', 'keys.pem'), 'A key');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'in', 'link.txt'));
  const paths = [
    'relative:///near%20by.txt',
    'relative:///m.txt',
    'relative:///../secret.txt',
    'relative:///link.txt',
    'relative:///keys.pem',
    `absolute://${join(folder, 'in', 'keys.pem')}`,
    'absolute:///C:/no/such.txt',
    `absolute://${join(folder, 'secret.txt')}`,
  ];
  const sources = paths
    .map((path, at) => `<TextSource guid="${guid(21 + at)}" name="T${at}" plainTextPath="${path}"/>`)
    .join('');
  const path = join(folder, 'in', 'study.qdpx');
  writeFileSync(path, await zipped({ 'project.qde': projectXml({ sources }) }));
  const careful = await readPieces(path);
  expect(careful.of('document').map(({ title }) => title)).toEqual(['T0', 'T1']);
  expect(careful.of('said').filter(({ message }) => message.includes('nobody allowed it'))).toHaveLength(1);
  const pieces = await readPieces(path, { elsewhere: true });
  expect(pieces.of('document').map(({ title, read }) => [title, read.reading.text])).toEqual([
    ['T0', 'Near words'],
    ['T1', 'Media words'],
    ['T7', 'Nobody’s business'],
  ]);
  const said = pieces.of('said').filter(({ message }) => message.includes('read from this computer'));
  expect(said.map(({ subject }) => subject.split(' ')[0])).toEqual(['T0', 'T1', 'T7']);
  expect(dirname(path)).toBe(join(folder, 'in'));
});

test('a bare .qde takes its sources from the folder beside it, and from nowhere else', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'secret.txt'), 'Nobody’s business');
  writeFileSync(join(folder, 'sources', 'A.txt'), 'Some words');
  const sources = ['internal://a.TXT', 'internal://../secret.txt']
    .map((path, at) => `<TextSource guid="${guid(21 + at)}" name="T${at}" plainTextPath="${path}"/>`)
    .join('');
  const path = join(folder, 'p.qde');
  writeFileSync(path, projectXml({ sources }));
  expect((await readPieces(path)).of('document').map(({ read }) => read.reading.text)).toEqual([
    'Some words',
  ]);
});

test('a damaged file in the archive is said in one sentence and ends the import', async () => {
  const bytes = await zipped({
    'project.qde': projectXml({
      sources: `<TextSource guid="${guid(21)}" plainTextPath="internal://a.txt"/>`,
    }),
    'sources/a.txt': 'Some words that are long enough. '.repeat(20),
  });
  const entry = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(1, entry + 16);
  const path = await qdpx({});
  writeFileSync(path, bytes);
  await expect(readPieces(path)).rejects.toThrow('damaged');
});

const SPACES = fc.constantFrom(' ', '\n', '\u00a0', '  ', '\t');
const WORD = fc.constantFrom('word', 'käse', '😀', 'fi', 'x', 'levy');

test('stretches of texts that differ in white space are the same signs in both', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(WORD, SPACES, SPACES), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(),
      (parts, a, b) => {
        const theirs = parts.map(([word, space]) => word + space).join('');
        const ours = parts.map(([word, , space]) => word + space).join('');
        // As the reader has them: whole characters.
        const { start, end } = snapSpan(theirs, { start: a % theirs.length, end: b % (theirs.length + 1) });
        const wanted = theirs.slice(start, end).replace(/\s/g, '');
        for (const alignment of [SpaceAlignment.of(theirs, ours), new Alignment(theirs, ours)]) {
          const found = alignment?.find({ start, end }) ?? null;
          expect(found === null ? '' : ours.slice(found.start, found.end).replace(/\s/g, '')).toBe(wanted);
        }
      },
    ),
  );
});

test('texts that differ in more than white space are not aligned by it', () => {
  expect(SpaceAlignment.of('some words', 'some swords')).toBe(null);
});
