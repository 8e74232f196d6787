import { extname } from 'node:path';

/** The source formats that can be read. */
export type Format = 'markdown' | 'plain' | 'pdf' | 'docx' | 'html';

const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'plain',
  '.text': 'plain',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
};

/** Media types for the store and for exports: as IANA lists them. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  markdown: 'text/markdown',
  plain: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
};

/** The endings of files that can be read, in lower case, with the dot. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(EXTENSIONS);

/** What a person sees named where a file is not of these kinds. */
export const READABLE = '.pdf, .docx, .html, .md and .txt';

/** The format that a file's name promises, or null where it can't be read. */
export const formatOf = (name: string): Format | null => EXTENSIONS[extname(name).toLowerCase()] ?? null;
