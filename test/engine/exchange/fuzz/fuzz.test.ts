import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExchangeFormat } from '../../../../src/contract/exchange.ts';
import { ColligoError } from '../../../../src/engine/errors.ts';
import { readBook } from '../../../../src/engine/exchange/codebook/read.ts';
import { ExchangeError } from '../../../../src/engine/exchange/error.ts';
import { readerOf } from '../../../../src/engine/exchange/formats.ts';
import { recognise } from '../../../../src/engine/exchange/recognise.ts';
import { runExchange } from '../../../../src/engine/exchange/run.ts';
import { ImportError } from '../../../../src/engine/import/errors.ts';
import { dump } from '../../../../src/engine/store/dump.ts';
import { countRows } from '../../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../../src/engine/store/verify.ts';
import { newProject, tempFolder } from '../../kit/project.ts';
import { type MadeFile, madeBooks, madeFiles } from './made.ts';
import { broken, brokenZip, Chance } from './mutate.ts';

const SAMPLES = join(import.meta.dirname, '../../../../../shared/samples');
const SECONDS = Number(process.env['COLLIGO_FUZZ_SECONDS'] ?? 60);
const SEED = Number(process.env['COLLIGO_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** One in so many goes the whole way, with a worker and a project; the others through the reader alone. */
const WHOLE = 12;

/** How long one file may take, in ms; on a machine that does much else besides. */
const SLOWEST = 20_000;

const BOOKS = new Set(['.qdc', '.ttl']);
const READ = new Set(['.qdpx', '.qde', '.sqlite3', '.rqda', '.qda', '.jsonld', ...BOOKS]);

/** Files of other programs, as far as they are here, and those that were made for it. */
async function seeds(): Promise<MadeFile[]> {
  const found = existsSync(SAMPLES)
    ? readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
        .map((name) => join(SAMPLES, name))
        .filter(
          (path) => READ.has(extname(path)) && statSync(path).isFile() && statSync(path).size < 3_000_000,
        )
    : [];
  const real = await Promise.all(
    found.map(
      async (path): Promise<MadeFile> => ({
        name: basename(path),
        format: BOOKS.has(extname(path)) ? 'codebook' : await recognise(path),
        bytes: readFileSync(path),
      }),
    ),
  );
  return [...madeFiles(), ...madeBooks(), ...real];
}

/** An error of ours, in a sentence, is an answer; anything else is a fault. */
const isAnswer = (error: unknown): boolean =>
  error instanceof ExchangeError ||
  error instanceof ImportError ||
  (error instanceof ColligoError && !error.message.includes('error in Colligo'));

async function throughReader(path: string, format: ExchangeFormat): Promise<void> {
  const read = await readerOf(format);
  const context = { language: 'en', documents: [], codes: [], onProgress: () => undefined };
  let pieces = 0;
  for await (const piece of read(path, context)) {
    expect(piece.type).toBeTypeOf('string');
    if (++pieces > 200_000) throw new Error('there is no end to it');
  }
}

async function theWholeWay(path: string, format: ExchangeFormat): Promise<void> {
  const project = await newProject();
  const before = dump(project.db);
  const content = () => ['blobs', 'readings', 'texts', 'blocks'].map((table) => countRows(project.db, table));
  const empty = content();
  try {
    for await (const _ of runExchange(project, { path, format })) {
      // Only the end is looked at.
    }
    expect(checkWhole(project.db)).toEqual([]);
    if (dump(project.db) !== before) project.undo();
    expect(dump(project.db)).toBe(before);
  } catch (error) {
    if (!isAnswer(error)) throw error;
    // A file that is refused leaves nothing, neither rows nor content.
    expect(dump(project.db)).toBe(before);
    expect(content()).toEqual(empty);
  } finally {
    project.close();
  }
}

test(`whatever is broken in a file of another program, it is read or refused, and nothing is left half done (seed ${SEED})`, {
  timeout: SECONDS * 1000 + 120_000,
}, async () => {
  console.log(`Breaking files for ${SECONDS} s with the seed ${SEED}.`);
  const chance = new Chance(SEED);
  const files = await seeds();
  const folder = tempFolder();
  const until = performance.now() + SECONDS * 1000;
  let tried = 0;
  while (performance.now() < until) {
    const { name, format, bytes } = chance.of(files);
    const isZip = extname(name) === '.qdpx';
    const path = join(folder, `${tried}${extname(name)}`);
    const made = isZip ? brokenZip(bytes, chance) : broken(bytes, chance);
    writeFileSync(path, made);
    const began = performance.now();
    try {
      if (format === 'codebook') await readBook(path);
      else if (tried % WHOLE === 0) await theWholeWay(path, format);
      else await throughReader(path, format);
    } catch (error) {
      if (!isAnswer(error))
        throw new Error(`number ${tried} of the seed ${SEED}, a broken ${name}, was a fault`, {
          cause: error,
        });
    }
    expect(performance.now() - began, `number ${tried}, a broken ${name}, took too long`).toBeLessThan(
      SLOWEST,
    );
    rmSync(path);
    tried++;
  }
  console.log(`${tried} broken files.`);
  expect(tried).toBeGreaterThan(0);
});
