import * as z from 'zod';

/** What else a code is called or said of, as a file of Colligo's own states it. */
export const Label = z.object({
  kind: z.enum(['alias', 'hidden', 'notation', 'name', 'definition', 'note', 'example', 'change']),
  language: z.string().max(35).default(''),
  text: z.string().min(1),
});
