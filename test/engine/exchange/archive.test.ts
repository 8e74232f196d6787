import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { ARCHIVE_LIMITS } from '../../../src/engine/exchange/archive/limits.ts';
import { openArchive } from '../../../src/engine/exchange/archive/open.ts';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import { writeFile, zipped } from './refi-read-kit.ts';

/** Puts other bytes of the same length wherever some text stands. */
function patched(bytes: Buffer, from: string, to: string): Buffer {
  expect(to.length).toBe(from.length);
  const text = bytes.toString('latin1').replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}

async function refusal(bytes: Buffer, limits = ARCHIVE_LIMITS): Promise<string> {
  const error: unknown = await openArchive(writeFile(bytes), limits).then(
    (archive) => archive[Symbol.asyncDispose](),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ExchangeError);
  return (error as Error).message;
}

test('an archive is read by the names of its files, whatever their letter case', async () => {
  await using archive = await openArchive(
    writeFile(await zipped({ 'Sources/A.txt': 'words', 'project.qde': '<a/>' })),
  );
  expect(archive.names).toEqual(['Sources/A.txt', 'project.qde']);
  expect(archive.find('sources/a.TXT')).toBe('Sources/A.txt');
  expect(archive.find('sources/b.txt')).toBe(null);
  expect((await archive.read('Sources/A.txt')).toString()).toBe('words');
  await expect(archive.read('Sources/A.txt', 3)).rejects.toThrow('too large');
});

test.each([
  ['zz/evil.txt', '../evil.txt'],
  ['zz/a/b.txt', 'a/../../b.x'.slice(0, 10)],
  ['zetc/passwd', '/etc/passwd'],
  ['zz/evil.txt', 'C:/evil.txt'],
  ['zz/evil.txt', '..\\evil.txt'],
])('names that lead out of the archive are refused: %s as %s', async (harmless, name) => {
  expect(await refusal(patched(await zipped({ [harmless]: 'x' }), harmless, name))).toMatch(
    /names files outside itself/,
  );
});

test('two files of one name are refused', async () => {
  expect(
    await refusal(patched(await zipped({ 'a/1.txt': 'x', 'a/2.txt': 'y' }), 'a/2.txt', 'a/1.txt')),
  ).toMatch(/two files of the same name/);
});

test('a link is refused', async () => {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('/etc/passwd'), 'sources/link.txt', { mode: 0o120777 });
  zip.end();
  expect(await refusal(await buffer(zip.outputStream))).toMatch(/links to other files/);
});

test('files that lie over each other are refused', async () => {
  const bytes = await zipped({ 'a.txt': 'the first', 'b.txt': 'the second' });
  // The directory's second entry says where its file begins: 42 bytes into the entry (APPNOTE.TXT, 4.3.12).
  const second = bytes.indexOf(
    Buffer.from('PK\x01\x02', 'latin1'),
    bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 1,
  );
  bytes.writeUInt32LE(0, second + 42);
  expect(await refusal(bytes)).toMatch(/lie over each other/);
});

test('what bursts is refused by ratio, size and number', async () => {
  expect(await refusal(await zipped({ 'a.txt': Buffer.alloc(4_000_000) }))).toMatch(/200 times its size/);
  const files = { 'a.txt': 'a'.repeat(100), 'b.txt': 'b'.repeat(100) };
  expect(await refusal(await zipped(files), { ...ARCHIVE_LIMITS, entries: 1 })).toMatch(/more than 1 files/);
  expect(await refusal(await zipped(files), { ...ARCHIVE_LIMITS, entry: 99 })).toMatch(
    /more than can be read/,
  );
  expect(await refusal(await zipped(files), { ...ARCHIVE_LIMITS, total: 199 })).toMatch(
    /more than can be read/,
  );
});

test('a file that unpacks to more than its directory says, or to something else, is damaged', async () => {
  const words = 'many words that say little. '.repeat(40);
  const bytes = await zipped({ 'a.txt': words });
  const entry = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const short = Buffer.from(bytes);
  short.writeUInt32LE(5, entry + 24);
  await using liar = await openArchive(writeFile(short));
  await expect(liar.read('a.txt')).rejects.toThrow(/damaged/);
  const other = Buffer.from(bytes);
  other.writeUInt32LE(1, entry + 16);
  await using wrong = await openArchive(writeFile(other));
  await expect(wrong.read('a.txt')).rejects.toThrow(/damaged/);
});

test('what is no archive, or the beginning of one, is refused in a sentence', async () => {
  expect(await refusal(Buffer.from('no archive at all'))).toMatch(/not a zip archive/);
  const bytes = await zipped({ 'a.txt': 'words' });
  expect(await refusal(bytes.subarray(0, bytes.length - 10))).toMatch(/not a zip archive/);
  await expect(openArchive('/no/such/file.qdpx')).rejects.toThrow('not there any more');
});

test('an archive within an archive stays a file', async () => {
  await using archive = await openArchive(
    writeFile(await zipped({ 'in.zip': await zipped({ 'a.txt': 'x' }) })),
  );
  expect(archive.names).toEqual(['in.zip']);
});

test('files come back as they were, small or large, packed or not; one that is packed in another way is damaged', async () => {
  const small = Buffer.from('words and words and words');
  const large = Buffer.alloc(17 * 1024 * 1024, 'some words, ');
  const zip = new yazl.ZipFile();
  zip.addBuffer(small, 'small.txt');
  zip.addBuffer(small, 'stored.txt', { compress: false });
  zip.addBuffer(Buffer.alloc(0), 'nothing.txt');
  zip.addBuffer(large, 'stored-large.txt', { compress: false });
  zip.end();
  const bytes = await buffer(zip.outputStream);
  await using archive = await openArchive(writeFile(bytes));
  expect(await archive.read('small.txt')).toEqual(small);
  expect(await archive.read('stored.txt')).toEqual(small);
  expect(await archive.read('nothing.txt')).toHaveLength(0);
  expect((await archive.read('stored-large.txt')).equals(large)).toBe(true);
  // The method stands ten bytes into the first entry of the directory.
  const directory = bytes.indexOf('PK\u0001\u0002', 'latin1');
  const other = Buffer.from(bytes);
  other.writeUInt16LE(12, directory + 10);
  await using unknown = await openArchive(writeFile(other, 'other.qdpx'));
  await expect(unknown.read('small.txt')).rejects.toThrow('damaged');
});
