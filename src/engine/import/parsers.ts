import { decode } from './decode.ts';
import { EXTRACTORS } from './extractors.ts';
import type { Format } from './formats.ts';
import { readMarkdown } from './markdown/read.ts';
import type { ParseContext, Parsed, Parser } from './parsed.ts';
import { readPicture } from './picture/read.ts';
import { plainBlocks } from './plain/read.ts';

function parsePlain(bytes: Uint8Array, { limits }: ParseContext): Parsed {
  const { text, encoding, notices } = decode(bytes);
  return { text, blocks: plainBlocks(text, limits.blocks), notices, extractor: EXTRACTORS.plain, encoding };
}

function parseMarkdown(bytes: Uint8Array, { limits, onShare }: ParseContext): Parsed {
  const { text, encoding, notices } = decode(bytes);
  const parsed = readMarkdown(text, { onProgress: onShare, most: limits.blocks });
  return { ...parsed, notices: [...notices, ...parsed.notices], extractor: EXTRACTORS.markdown, encoding };
}

/** What reads each format. The larger parsers are loaded when the first file of their kind comes. */
export const PARSERS: Readonly<Record<Format, Parser>> = {
  markdown: parseMarkdown,
  plain: parsePlain,
  pdf: async (bytes, context) => (await import('./pdf/read.ts')).readPdf(bytes, context),
  docx: async (bytes, context) => (await import('./docx/read.ts')).readDocx(bytes, context),
  picture: (bytes) => readPicture(bytes),
  html: async (bytes, context) => (await import('./html/read.ts')).readHtml(bytes, context),
};
