import { type } from '@orpc/contract';
import * as z from 'zod';
import { procedure } from './procedure.ts';

export interface SearchHit {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export const search = {
  text: procedure(
    'heavy',
    'Finds words or a phrase in quotation marks in the current versions of all documents.',
  )
    .input(
      z.object({ query: z.string().trim().min(1).max(500), limit: z.int().min(1).max(10_000).default(200) }),
    )
    .output(type<{ hits: SearchHit[]; total: number }>()),
};
