/** Nouns whose answers may have changed. */
export const NOUNS = [
  'project',
  'documents',
  'codes',
  'codebook',
  'passages',
  'reviews',
  'memos',
  'cases',
  'coders',
  'history',
] as const;

export type Noun = (typeof NOUNS)[number];
