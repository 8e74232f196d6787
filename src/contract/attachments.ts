import { type } from '@orpc/contract';
import * as z from 'zod';
import { Grant, Id, Written } from './common.ts';
import { procedure } from './procedure.ts';

/** A file that is kept with the project though nothing of it is coded. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Why it is kept. */
  readonly note: string;
  /** The document that it belongs to; null where it belongs to the project. */
  readonly document: { readonly id: string; readonly title: string } | null;
}

export const attachments = {
  list: procedure(
    'read',
    'Lists the files that are kept with the project, such as recordings that came with it.',
  ).output(type<readonly Attachment[]>()),
  save: procedure('heavy', 'Writes a kept file, byte for byte, to the granted place.')
    .input(z.object({ grant: Grant, attachment: Id }))
    .output(type<{ name: string; bytes: number; sha256: string }>()),
  remove: procedure('write', 'Removes kept files from the project.')
    .input(z.object({ attachments: z.array(Id).min(1) }))
    .output(Written),
};
