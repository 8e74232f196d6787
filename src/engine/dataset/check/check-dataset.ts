import { basename } from 'node:path';
import { ENDINGS, type Format, formatOf } from '../../../contract/exports.ts';
import { VERSION } from '../../../contract/version.ts';
import { ColligoError } from '../../errors.ts';
import { asFailure } from '../../store/failure.ts';
import type { Sql } from '../../store/sql.ts';
import { DESCRIPTOR } from '../descriptor.ts';
import { DICTIONARY } from '../dictionary.ts';
import { FACES } from '../faces/index.ts';
import { type Frame, readFrame } from '../frame.ts';
import { cancelled } from '../output/failure.ts';
import { pseudonymsOf, unveiled } from '../pseudonyms.ts';
import { inSnapshot } from '../snapshot.ts';
import { SUMS } from '../sums.ts';
import { type DatasetOptions, faceFor, isOneFile, refuseUnfit, writeFiles } from '../write-dataset.ts';
import { Comparison, type Difference } from './comparison.ts';
import { originOf } from './origin.ts';
import { openPlace, type Place, unreadable } from './place.ts';

/** What is asked for. A folder or zip says itself how it was written; these hold for a format that is one file. */
export type CheckOptions = Pick<
  DatasetOptions,
  'format' | 'scope' | 'pseudonyms' | 'citation' | 'units' | 'refi' | 'signal'
>;

/** Whether a dataset that lies somewhere is the one that the project gives now. */
export interface DatasetCheck {
  readonly name: string;
  readonly format: Format;
  /** Nothing that was compared differs. */
  readonly matches: boolean;
  /** The version of Colligo that wrote it; null where the format does not say. */
  readonly version: string | null;
  /** How many files were compared. */
  readonly compared: number;
  readonly differences: Difference[];
  /** Files that name the version of Colligo, where another one wrote them. */
  readonly notCompared: string[];
}

/** What describes the dataset, with the version that wrote it. */
const DESCRIPTIONS: ReadonlySet<string> = new Set([DICTIONARY, DESCRIPTOR, SUMS]);

const NEWER = 'Compare it with the version of Colligo that wrote it.';

/**
 * Derives a dataset anew and compares it with what lies at a place, file by file, rows of tables whatever their order. Writes
 * nothing, neither there nor elsewhere.
 * @param db a connection of its own: it is in a transaction until all is read
 * @param target a folder, a zip, or a file of a format that is one
 * @throws ColligoError NOT_FOUND, UNREADABLE, DISK; REFUSED for a dataset of another project; DAMAGED, CANCELLED
 */
export async function checkDataset(db: Sql, target: string, options: CheckOptions): Promise<DatasetCheck> {
  let place: Place | undefined;
  try {
    const isSingle = ENDINGS[options.format ?? formatOf(target)] !== undefined;
    place = await openPlace(target, isSingle, FACES[options.format ?? formatOf(target)].isArchive);
    return await checkPlace(db, place, target, isSingle, options);
  } catch (error) {
    throw described(error, target);
  } finally {
    place?.close();
  }
}

async function checkPlace(
  db: Sql,
  place: Place,
  target: string,
  isSingle: boolean,
  { signal, ...asked }: CheckOptions,
): Promise<DatasetCheck> {
  const { format } = asked;
  const name = basename(target);
  const origin = isSingle ? null : await originOf(place, name);
  if (origin) refuseContradiction(name, origin.options.format, asked);
  const written: DatasetOptions = { ...(origin?.options ?? { ...asked, texts: true }), signal };
  const face = isSingle ? faceFor(target, format) : FACES[written.format ?? 'package'];
  if (isSingle) refuseUnfit(face, written);
  if (!face) throw unreadable(`“${name}” has a format that this version of Colligo does not write.`, NEWER);
  // A file has the name that the person gave it.
  const comparison = new Comparison(place, isOneFile(face) ? name : null, signal);
  const files = await inSnapshot(db, () => {
    const frame = readFrame(db, asKnownHere(db, written, origin !== null));
    if (origin) refuseOthers(frame, origin.project, name);
    return writeFiles(frame, face, comparison, written);
  });
  if (signal?.aborted) throw cancelled();
  const isOther = origin !== null && origin.version !== VERSION;
  const notCompared = isOther ? files.map(({ path }) => path).filter((path) => DESCRIPTIONS.has(path)) : [];
  const differences = comparison
    .differences()
    .filter(({ path, kind }) => kind !== 'changed' || !notCompared.includes(path));
  return {
    name,
    format: face.format,
    matches: differences.length === 0,
    version: origin?.version ?? null,
    compared: files.length - notCompared.length,
    differences,
    notCompared,
  };
}

/** A folder or zip says itself what it is: whoever says something else expects another answer than there will be. */
function refuseContradiction(
  name: string,
  is: Format,
  { format, scope, pseudonyms, citation, units, refi }: CheckOptions,
): void {
  if (format !== undefined && format !== is) {
    throw unreadable(
      `“${name}” has the format ${is}, not ${format}.`,
      'Leave the format out: the dataset says it itself.',
    );
  }
  if (scope !== undefined) {
    throw unreadable(
      `“${name}” says itself which part of the project it holds.`,
      'Leave out what narrows the comparison.',
    );
  }
  if (pseudonyms || citation !== undefined || units !== undefined || refi !== undefined) {
    throw unreadable(`“${name}” says itself how it was written.`, 'Leave these options out.');
  }
}

/** A dataset without names knows coders by their pseudonyms alone, in its scope as well. */
function asKnownHere(db: Sql, options: DatasetOptions, isSaid: boolean): DatasetOptions {
  const { scope, pseudonyms } = options;
  return scope && pseudonyms && isSaid ? { ...options, scope: unveiled(scope, pseudonymsOf(db)) } : options;
}

function refuseOthers({ project }: Frame, id: string, name: string): void {
  if (project.id === id) return;
  throw new ColligoError('REFUSED', `“${name}” was written from another project than “${project.title}”.`, {
    safe: 'Nothing was changed.',
    remedy: 'Compare it with the project that it was written from.',
  });
}

/** Errors of the operating system get a sentence; only they name a system call. */
function described(error: unknown, target: string): unknown {
  const known = asFailure(error);
  if (known instanceof ColligoError || !(error instanceof Error) || !('syscall' in error)) return known;
  const failure = new ColligoError('DISK', `“${basename(target)}” could not be read: ${error.message}.`, {
    safe: 'Nothing was changed.',
  });
  return Object.assign(failure, { cause: error });
}
