import { CODEBOOK_ENDINGS } from '../../contract/codebook-exchange.ts';
import { CODINGS_ENDINGS, FOREIGN_ENDINGS } from '../../contract/exchange.ts';
import type { PURPOSES } from '../../contract/files.ts';
import { READABLE_EXTENSIONS } from '../import/formats.ts';
import type { GrantUse } from './grants.ts';

/** What the person is asked to pick something for. */
export type Purpose = (typeof PURPOSES)[number];

/** What a purpose takes. */
export interface Kind {
  /** Of files, in lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly folders: boolean;
  /** What may be done with it then. */
  readonly use: GrantUse;
}

/** The same in the chooser of the page and in the system's dialogs. To save, nothing is picked: a name is given. */
export const KINDS: Record<Exclude<Purpose, 'save'>, Kind> = {
  project: { extensions: ['.colligo'], folders: false, use: 'open' },
  plans: { extensions: [...READABLE_EXTENSIONS, '.json'], folders: true, use: 'import' },
  codebook: { extensions: CODEBOOK_ENDINGS, folders: false, use: 'import' },
  table: { extensions: ['.csv', '.tsv', '.txt', '.xlsx'], folders: false, use: 'import' },
  exchange: { extensions: [...FOREIGN_ENDINGS, ...CODINGS_ENDINGS], folders: false, use: 'import' },
  folder: { extensions: [], folders: true, use: 'folder' },
};
