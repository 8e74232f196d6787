import { extname } from 'node:path';

/** The source formats that can be read. */
export type Format = 'markdown' | 'plain';

const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'plain',
  '.text': 'plain',
};

/** Media types for the store and for exports: RFC 7763 and RFC 2046. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  markdown: 'text/markdown',
  plain: 'text/plain',
};

/** What a person sees named where a file is not of these kinds. */
export const READABLE = '.md, .markdown, .txt and .text';

/** The format that a file's name promises, or null where it can't be read. */
export const formatOf = (name: string): Format | null => EXTENSIONS[extname(name).toLowerCase()] ?? null;
