import type { CodebookNode } from '../../../codebook/whole.ts';

/** Headings go as deep as Markdown has them; the first is the title's. */
export const DEEPEST_HEADING = 6;

/** How each part of a code is introduced, on a line of its own or before its text. */
export const PARTS = [
  ['useWhen', 'Use when'],
  ['useNotWhen', 'Do not use when'],
  ['example', 'Example'],
] as const satisfies readonly (readonly [keyof CodebookNode, string])[];

/** The line that tells how often a code was found; no part of it. */
export const FOUND = 'Found';

/** The line that says that a code groups others. */
export const GROUPS = 'Groups other codes.';

/** @returns text that Markdown shows as it is */
export const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');

/** @returns text without its marks: escapes, and stars or underscores around words */
export const bare = (text: string): string =>
  text.replace(/(?<!\\)(\*\*|__)(.+?)(?<!\\)\1/g, '$2').replace(/\\([\\`*_[\]<>#|~+.)-])/g, '$1');
