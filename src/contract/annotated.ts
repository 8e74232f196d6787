import { type } from '@orpc/contract';
import * as z from 'zod';
import { Grant, Id } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** What was written. */
export interface AnnotatedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** How many passages became annotations. */
  readonly passages: number;
  /** How many have no place on a page, and are not in the file. */
  readonly left: number;
}

export const annotated = {
  write: procedure(
    'heavy',
    'Writes the PDF of a document with its coded passages as standard annotations, which other readers show.',
  )
    .input(z.object({ grant: Grant, document: Id, ...InScope }))
    .output(type<AnnotatedFile>()),
};
