/** What the namespaces of projects and codebooks begin with, old ones too (REFI-QDA 1.5, section 9). */
export const NAMESPACES = 'urn:QDA-XML:';

/** Programs that write REFI-QDA each in their own way; `other` goes by the standard. */
export type Program =
  | 'colligo'
  | 'nvivo'
  | 'atlas'
  | 'maxqda'
  | 'qualcoder'
  | 'quirkos'
  | 'transana'
  | 'other';

const PROGRAMS: readonly (readonly [pattern: RegExp, program: Program])[] = [
  [/^colligo\b/i, 'colligo'],
  [/nvivo/i, 'nvivo'],
  [/atlas\s*\.?\s*ti/i, 'atlas'],
  [/maxqda/i, 'maxqda'],
  [/qualcoder/i, 'qualcoder'],
  [/quirkos/i, 'quirkos'],
  [/transana/i, 'transana'],
];

/** @returns the program that says `origin` of itself in a file */
export const programOf = (origin: string): Program =>
  PROGRAMS.find(([pattern]) => pattern.test(origin))?.[1] ?? 'other';
