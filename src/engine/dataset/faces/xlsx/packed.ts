// The build for browsers, since the one for Node declares `require`, which the bundle has declared already.

import { Zip, ZipDeflate } from 'fflate/browser';
import { encoded } from '../../output/encoded.ts';
import { refused } from '../../output/failure.ts';
import { MOST_BYTES } from '../../output/zip-format.ts';

/** A file of an archive, its text in pieces. */
export interface Packing {
  /** ASCII, with slashes. */
  readonly path: string;
  readonly text: Iterable<string>;
}

/** The zip format's earliest day. Noon, since there is one in every time zone: what is written is the hour on the wall. */
const DATE = new Date(1980, 0, 1, 12);

/** Half the time of the usual level, for a workbook that is hardly larger. */
const LEVEL = 3;

const NOTHING = new Uint8Array();

/**
 * Packs texts into a zip archive. The deflating is JavaScript's own, not that of a zlib that a shell was built with, so that
 * the same texts are the same bytes everywhere; a workbook without it would be many times as large.
 * @returns the archive in pieces; no more of it is kept than one of them
 * @throws ColligoError REFUSED beyond 4 GB, packed or not
 */
export function* packed(files: Iterable<Packing>): Generator<Uint8Array, void> {
  let ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
    written += bytes.byteLength;
  });
  for (const { path, text } of files) {
    const entry = new ZipDeflate(path, { level: LEVEL });
    entry.mtime = DATE;
    zip.add(entry);
    for (const bytes of encoded(text)) {
      entry.push(bytes);
      if (written > MOST_BYTES || entry.size > MOST_BYTES) throw tooLarge();
      yield* ready;
      ready = [];
    }
    entry.push(NOTHING, true);
  }
  zip.end();
  yield* ready;
}

const tooLarge = () =>
  refused(
    'The dataset is larger than a workbook can be (4 GB): choose CSV or Parquet instead.',
    'Choose another format, or export a part of the project.',
  );
