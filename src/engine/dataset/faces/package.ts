import { companionFiles } from './companions.ts';
import type { Face } from './face.ts';
import { csvFiles } from './table-files.ts';

/** The whole dataset: tables, texts and pictures, described for people and machines. */
export const PACKAGE: Face = {
  format: 'package',
  about:
    'A data package (Frictionless): the tables as CSV, with the texts, for repositories and for keeping.',
  isSingle: false,
  tables: '.csv',
  async *files(frame, options) {
    yield* csvFiles(frame, options);
    yield* companionFiles(frame, options);
  },
};

/** The tables alone. */
export const CSV: Face = {
  format: 'csv',
  about: 'The tables alone, as CSV, for any program.',
  isSingle: false,
  tables: '.csv',
  files: csvFiles,
};
