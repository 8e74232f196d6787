import { extname } from 'node:path';
import { PICTURE_TYPES } from './picture/header.ts';

/** The source formats that can be read. */
export type Format = 'markdown' | 'plain' | 'pdf' | 'docx' | 'html' | 'picture';

const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'plain',
  '.text': 'plain',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
  ...Object.fromEntries(Object.keys(PICTURE_TYPES).map((extension) => [extension, 'picture' as const])),
};

/** Media types for the store and for exports: as IANA lists them. Pictures are of several kinds, which their bytes tell. */
export const MEDIA_TYPES: Readonly<Record<Exclude<Format, 'picture'>, string>> = {
  markdown: 'text/markdown',
  plain: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
};

/** The endings of files that can be read, in lower case, with the dot. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(EXTENSIONS);

/** What a person sees named where a file is not of these kinds. */
export const READABLE = '.pdf, .docx, .html, .md, .txt, .png, .jpg, .gif, .webp and .bmp';

/** The format that a file's name promises, or null where it can't be read. */
export const formatOf = (name: string): Format | null => EXTENSIONS[extname(name).toLowerCase()] ?? null;
