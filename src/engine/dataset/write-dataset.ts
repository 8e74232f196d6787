import { basename } from 'node:path';
import {
  ENDINGS,
  type Format,
  formatOf,
  type RefiOptions,
  takesCitation,
  takesFiles,
  takesUnits,
} from '../../contract/exports.ts';
import type { Sql } from '../store/sql.ts';
import { citationFiles } from './citation/files.ts';
import { DESCRIPTOR, descriptorOf, type WrittenFile } from './descriptor.ts';
import { DICTIONARY, dictionaryOf } from './dictionary.ts';
import type { Face } from './faces/face.ts';
import { FACES } from './faces/index.ts';
import { type Frame, type FrameOptions, readFrame } from './frame.ts';
import { unitsOf } from './matrix/units.ts';
import { cancelled, describeFailure, refused } from './output/failure.ts';
import { openOutput } from './output/open.ts';
import type { Output } from './output/output.ts';
import { countImages } from './rows/images.ts';
import { inSnapshot } from './snapshot.ts';
import { SUMS, sumsOf } from './sums.ts';
import { stepsOf } from './units/rows.ts';

export interface DatasetOptions extends FrameOptions {
  /** Decided by the ending of the target's name, where it is left out. */
  readonly format?: Format | undefined;
  /** Whether the canonical texts go along, where the format has a place for them. */
  readonly texts: boolean;
  /** How a REFI-QDA project is written. */
  readonly refi?: RefiOptions | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, in steps of about a document each. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What was written, in the order of writing. Only tables have rows, the header not counted. */
export interface DatasetReport {
  /** Of the folder, zip or file. */
  readonly name: string;
  readonly format: Format;
  readonly files: { path: string; bytes: number; sha256: string; rows: number | null }[];
}

/**
 * Writes the coded dataset in one of its formats: a folder or zip of tables, texts, datapackage.json, a data dictionary and
 * hashes, or one file. The same project gives the same bytes in every shell, time zone and locale. The project is read in
 * one snapshot, a row and a text at a time.
 * @param db a connection of its own, not the writer’s: it is in a transaction until all is read
 * @param target a path that ends in .zip, or a folder: new, empty, or an earlier dataset, which is replaced as a whole; for a
 * format that is one file, a path with its ending
 * @throws ColligoError REFUSED for a place that holds anything else, a name that does not go with the format, or a table of
 * units where the format has no place for one; DISK, DAMAGED, CANCELLED. What was at the target is then as it was, and nothing is left beside it
 */
export async function writeDataset(db: Sql, target: string, asked: DatasetOptions): Promise<DatasetReport> {
  let output: Output | undefined;
  try {
    const face = faceFor(target, asked.format);
    refuseUnfit(face, asked);
    const takes = takesFiles(face.format);
    // A table must not name a picture that has no place beside it.
    const options = { ...asked, texts: takes && asked.texts, images: takes && asked.images };
    const opened = await openOutput(target, isOneFile(face), options.signal);
    output = opened;
    const files = await inSnapshot(db, () => writeFiles(readFrame(db, options), face, opened, options));
    if (options.signal?.aborted) throw cancelled();
    await output.finish();
    const name = basename(target);
    return {
      name,
      format: face.format,
      files: isOneFile(face) ? files.map((file) => ({ ...file, path: name })) : files,
    };
  } catch (error) {
    await output?.abandon();
    throw describeFailure(error, target);
  }
}

/**
 * A file's ending has to say what it holds: a name that says something else is somebody's other file, or a slip.
 * @param asked decided by the ending, where it is left out
 * @throws ColligoError REFUSED where the name does not go with the format
 */
export function faceFor(target: string, asked: Format | undefined): Face {
  const ofEnding = formatOf(target);
  const format = asked ?? ofEnding;
  const face = FACES[format];
  const ending = ENDINGS[format];
  if (ending !== undefined && ofEnding !== format) {
    throw refused(
      `“${basename(target)}” does not end in ${ending}, as a file of the format ${format} does.`,
      `Choose a name that ends in ${ending}.`,
    );
  }
  if (ending === undefined && ENDINGS[ofEnding] !== undefined) {
    throw refused(
      `“${basename(target)}” looks like a file, but the format ${format} is a folder or a zip.`,
      'Choose a name without an ending, or one that ends in .zip.',
    );
  }
  return face;
}

/** @returns whether a face gives one file and not several in an archive or a folder */
export const isOneFile = ({ isSingle, isArchive = false }: Face): boolean => isSingle && !isArchive;

/** @throws ColligoError REFUSED where something is asked for that the format has no place for */
export function refuseUnfit(
  { format }: Face,
  { units, citation, refi }: FrameOptions & Pick<DatasetOptions, 'refi'>,
): void {
  if (citation !== undefined && !takesCitation(format)) {
    throw refused(
      `The format ${format} has no place for a citation or licence.`,
      'Leave it out, or choose another format.',
    );
  }
  if (refi !== undefined && format !== 'refi') {
    throw refused(
      `Only REFI-QDA projects are written for one program or another, not the format ${format}.`,
      'Leave the profile out, or choose a name that ends in .qdpx.',
    );
  }
  if (units === undefined || takesUnits(format)) return;
  throw refused(
    `The format ${format} has no place for a table of units.`,
    'Choose another format, or leave the units out.',
  );
}

/**
 * @param frame the project as it is at this moment
 * @param output where the files go, one after the other; it is left open
 * @returns what was written
 */
export async function writeFiles(
  frame: Frame,
  face: Face,
  output: Output,
  { texts, images, refi, signal, onProgress }: DatasetOptions,
): Promise<DatasetReport['files']> {
  const { length: documents } = frame.documents;
  const total = documents * (texts ? 2 : 1) + unitsOf(frame).length + countImages(frame) + stepsOf(frame);
  let done = 0;
  const onStep = () => onProgress?.(++done, total);
  onProgress?.(0, total);

  const written: WrittenFile[] = [];
  for await (const file of face.files(frame, { texts, images, refi, signal, onStep })) {
    const { path, content, isPacked, title, rows } = file;
    const poured = await output.write(path, content, isPacked);
    file.onWritten?.(poured);
    written.push({ path, ...poured, rows: rows?.() ?? null, ...(title !== undefined && { title }) });
  }

  if (!face.isSingle) {
    for (const [path, text] of citationFiles(frame)) {
      written.push({ path, ...(await output.write(path, [text])), rows: null });
    }
  }
  const files = written.map(({ path, bytes, sha256, rows }) => ({ path, bytes, sha256, rows }));
  if (face.isSingle) return files;
  const add = async (path: string, text: string) =>
    files.push({ path, ...(await output.write(path, [text])), rows: null });
  if (face.tables !== null) await add(DICTIONARY, dictionaryOf(frame, face, written));
  await add(DESCRIPTOR, descriptorOf(frame, face, written));
  await add(SUMS, sumsOf(files));
  return files;
}
