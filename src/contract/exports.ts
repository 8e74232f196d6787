import * as z from 'zod';
import { Grant } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

export const exports = {
  dataset: procedure('heavy', 'Writes the coded dataset as a folder or a zip at the granted place.')
    .input(
      z.object({
        grant: Grant,
        /** Whether the canonical texts go along. */
        texts: z.boolean().default(true),
        /** Whether a picture of each coded part of a page goes along. */
        images: z.boolean().default(false),
        ...InScope,
      }),
    )
    .output(
      z.object({
        name: z.string(),
        files: z.array(
          z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), rows: z.int().nullable() }),
        ),
      }),
    ),
};
