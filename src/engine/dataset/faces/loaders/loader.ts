import type { Format } from '../../../../contract/exports.ts';
import { csvOf } from '../../csv.ts';
import type { Table } from '../../fields/field.ts';
import { tablesOf } from '../../tables.ts';
import { companionFiles } from '../companions.ts';
import type { Face } from '../face.ts';
import { type Encode, tableFiles } from '../table-files.ts';

interface Loader {
  readonly format: Format;
  readonly about: string;
  /** The name of the script. */
  readonly script: string;
  /** See Face. */
  readonly rule?: string;
  /** Called anew for each export, with the tables of the dataset. */
  readonly begin: (tables: readonly Table[]) => {
    /** How the tables become text; as in the package where it is left out. */
    readonly encode?: Encode;
    /** @returns the script; asked once the tables are written */
    readonly write: () => string;
  };
}

/** @returns a face: the tables as CSV with a script that loads them labelled, and texts and pictures as in the package */
export function loaderFace({ format, about, script, rule, begin }: Loader): Face {
  return {
    format,
    about,
    isSingle: false,
    tables: '.csv',
    ...(rule !== undefined && { rule }),
    async *files(frame, options) {
      const { encode = csvOf, write } = begin(tablesOf(frame));
      yield* tableFiles(frame, options, '.csv', encode);
      yield { path: script, content: [write()] };
      yield* companionFiles(frame, options);
    },
  };
}
