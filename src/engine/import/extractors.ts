import type { Format } from './formats.ts';

/**
 * Names each way of reading a file into a text with blocks. One changes whenever the same file would be read differently by
 * it: the reading is another one then.
 */
export const EXTRACTORS = {
  markdown: 'markdown-1',
  plain: 'plain-1',
  pdf: 'pdf-1',
  docx: 'docx-1',
  html: 'html-1',
} as const satisfies Readonly<Record<Exclude<Format, 'picture'>, string>>;
