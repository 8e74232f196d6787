import { readHtml } from '../../../src/engine/import/html/read.ts';
import { LIMITS } from '../../../src/engine/import/limits.ts';
import type { Parsed } from '../../../src/engine/import/parsed.ts';

/** Reads a page that is given as text (UTF-8) or bytes. */
export const readPage = (source: string | Uint8Array): Parsed =>
  readHtml(new Uint8Array(typeof source === 'string' ? Buffer.from(source) : source), {
    limits: LIMITS,
    onShare: () => undefined,
  });

/** Blocks as one line each: kind, level where there is one, text. */
export const linesOf = ({ blocks, text }: Parsed): string[] =>
  blocks.map(({ kind, level, start, end }) =>
    [kind + (level === null ? '' : ` ${level}`), text.slice(start, end)].join(': '),
  );

/** Marks as kind, what they cover, and target. */
export const marksOf = ({ blocks, text }: Parsed): string[][] =>
  blocks.flatMap((block) =>
    (block.marks ?? []).map(({ kind, start, end, target }) => {
      if (start < block.start || end > block.end || start >= end)
        throw new Error('A mark lies outside its block.');
      return [kind, text.slice(start, end), ...(target === undefined ? [] : [target])];
    }),
  );
