import { packGlyphs } from '../../../../text/glyph-packing.ts';
import type { GlyphRun, PageReading } from '../../../../text/pages.ts';
import type { Block } from '../../../../text/reading.ts';
import { LIMITS, tooMany } from '../../limits.ts';
import type { RawLine, RawPage } from '../raw.ts';
import { runsOf } from '../runs.ts';

/** A drawn line as part of a block. */
export interface Piece {
  readonly line: RawLine;
  /** Index of its page. */
  readonly page: number;
  /** What stands between it and the piece before it in its block. */
  readonly gap: '' | ' ' | '\n' | '\t';
}

/** A block's facts and lines, without its place, which the text gives it. */
export interface PieceBlock extends Omit<Block, 'start' | 'end' | 'marks'> {
  readonly pieces: readonly Piece[];
  /** What parts it from the block before it, where that is not a blank line. */
  readonly after?: string;
}

export interface Structured {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly PageReading[];
  readonly notices: readonly string[];
}

/** One page's text while it is put together. */
interface OpenPage {
  start: number;
  end: number;
  runs: GlyphRun[];
}

/**
 * Puts the canonical text together: lines of a block by LF, blocks by a blank line or by what they ask for, and notes
 * where on its page every letter stands. Blocks come in reading order, in which each page's lines lie together.
 * Offsets are UTF-16; pages are packed as soon as the text has left them, so that memory stays with the raw lines.
 * Throws ImportError where there are more blocks than `most`.
 */
export function compose(
  pages: readonly RawPage[],
  blocks: Iterable<PieceBlock>,
  most = LIMITS.blocks,
): Structured {
  const parts: string[] = [];
  const placed: Block[] = [];
  const readings: PageReading[] = [];
  let length = 0;
  let open: OpenPage = { start: 0, end: 0, runs: [] };
  const put = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const turnTo = (index: number) => {
    while (readings.length < index) {
      const page = pages[readings.length];
      if (page === undefined) return;
      const { number, label, width, height } = page;
      const { start, end, runs } = open;
      readings.push({ number, label, width, height, start, end, glyphs: packGlyphs(runs) });
      open = { start: end, end, runs: [] };
    }
  };
  for (const { pieces, after = '\n\n', ...facts } of blocks) {
    if (placed.length >= most) throw tooMany(most, 'paragraphs');
    if (length > 0) put(after);
    const start = length;
    pieces.forEach(({ line, page, gap }) => {
      put(gap);
      turnTo(page);
      if (open.runs.length === 0) open.start = length;
      open.runs.push(...runsOf(line, length));
      put(line.text);
      open.end = length;
    });
    placed.push({ ...facts, start, end: length });
  }
  turnTo(pages.length);
  return { text: parts.join(''), blocks: placed, pages: readings, notices: [] };
}
