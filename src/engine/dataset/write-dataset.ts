import { basename } from 'node:path';
import type { Scope } from '../../contract/scope.ts';
import type { Sql } from '../store/sql.ts';
import { DESCRIPTOR, descriptorOf, type WrittenFile } from './descriptor.ts';
import { DICTIONARY, dictionaryOf } from './dictionary.ts';
import { type Frame, readFrame } from './frame.ts';
import { unitsOf } from './matrix/units.ts';
import { cancelled, describeFailure } from './output/failure.ts';
import { openOutput } from './output/open.ts';
import type { Output } from './output/output.ts';
import { drawImage, imagesOf } from './rows/images.ts';
import { checkText, textOf, textPath } from './rows/texts.ts';
import { inSnapshot } from './snapshot.ts';
import { SUMS, sumsOf } from './sums.ts';
import { SOURCES } from './tables.ts';

export interface DatasetOptions {
  /** Whether the canonical texts go along. */
  readonly texts: boolean;
  /** Whether a picture of each coded part of a page goes along; they do not, where it is left out. */
  readonly images?: boolean | undefined;
  /** What goes along; everything, where it is left out. */
  readonly scope?: Scope | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, in steps of about a document each. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What is never aborted. */
const NEVER = new AbortController().signal;

/** What was written, in the order of writing. Only tables have rows, the header not counted. */
export interface DatasetReport {
  /** Of the folder or zip. */
  readonly name: string;
  readonly files: { path: string; bytes: number; sha256: string; rows: number | null }[];
}

/**
 * Writes the coded dataset: tables, texts, datapackage.json, a data dictionary and hashes. The same project gives the same
 * bytes in every shell, time zone and locale. The project is read in one snapshot, a row and a text at a time.
 * @param db a connection of its own, not the writer’s: it is in a transaction until all is read
 * @param target a path that ends in .zip, or a folder: new, empty, or an earlier dataset, which is replaced as a whole
 * @throws ColligoError REFUSED for a place that holds anything else; DISK, DAMAGED, CANCELLED. What was at the target is
 * then as it was, and nothing is left beside it
 */
export async function writeDataset(db: Sql, target: string, options: DatasetOptions): Promise<DatasetReport> {
  let output: Output | undefined;
  try {
    const opened = await openOutput(target, options.signal);
    output = opened;
    const files = await inSnapshot(db, () => writeFiles(readFrame(db, options), opened, options));
    if (options.signal?.aborted) throw cancelled();
    await output.finish();
    return { name: basename(target), files };
  } catch (error) {
    await output?.abandon();
    throw describeFailure(error, target);
  }
}

async function writeFiles(
  frame: Frame,
  output: Output,
  { texts, signal, onProgress }: DatasetOptions,
): Promise<DatasetReport['files']> {
  const { length: documents } = frame.documents;
  const images = imagesOf(frame);
  const total = documents * (texts ? 2 : 1) + unitsOf(frame).length + images.length;
  let done = 0;
  const step = () => onProgress?.(++done, total);
  onProgress?.(0, total);

  const written: WrittenFile[] = [];
  for (const { table, csv } of SOURCES) {
    let rows = 0;
    const path = `${table.name}.csv`;
    const poured = await output.write(path, csv(frame, { row: () => rows++, step }));
    written.push({ path, ...poured, rows });
  }
  for (const document of texts ? frame.documents : []) {
    const path = textPath(document);
    const poured = await output.write(path, [textOf(frame, document)]);
    checkText(frame, document, poured.sha256);
    written.push({ path, ...poured, rows: null, title: document.title });
    step();
  }
  for (const image of images) {
    const png = await drawImage(frame, image, signal ?? NEVER);
    const { path, source } = image;
    written.push({ path, ...(await output.write(path, png)), rows: null, title: source.title });
    step();
  }

  const files = written.map(({ path, bytes, sha256, rows }) => ({ path, bytes, sha256, rows }));
  const add = async (path: string, text: string) =>
    files.push({ path, ...(await output.write(path, [text])), rows: null });
  await add(DICTIONARY, dictionaryOf(frame, written));
  await add(DESCRIPTOR, descriptorOf(frame, written));
  await add(SUMS, sumsOf(files));
  return files;
}
