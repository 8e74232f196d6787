import type { DocumentPart } from '../../contract/documents.ts';
import { countWhile } from '../../text/ascending.ts';
import { type Hidden, hiddenIn, readable } from '../../text/line-ends.ts';
import type { Block, Span } from '../../text/reading.ts';

/** The part of a version's canonical text that has arrived so far: blocks from 0 on, without a hole. */
export interface LoadedText {
  readonly documentId: string;
  readonly versionId: string;
  /** Number of blocks in the whole version; more than `blocks.length` while runs are still coming. */
  readonly total: number;
  readonly blocks: readonly Block[];
  /** Canonical text up to the end of the last block here, so that a canonical offset (UTF-16) is an index into it. */
  readonly text: string;
  /** Whether its lines end where the paper did. */
  readonly isPrinted: boolean;
  /** Offsets of the hyphens in it that stand only because a printed line ends. */
  readonly lineHyphens: ReadonlySet<number>;
}

/**
 * Adds a run as `documents.read` gives it. Between two runs lies text that belongs to no block; it comes with neither, and line
 * feeds stand in for it so that offsets hold.
 * @param loaded what has come before; null where this is the first run
 * @returns the same as was given where the run is of another version, or does not begin where that ends
 */
export function withPart(loaded: LoadedText | null, part: DocumentPart): LoadedText | null {
  const blocks = loaded?.blocks ?? [];
  if (part.from !== blocks.length) return loaded;
  if (loaded !== null && part.versionId !== loaded.versionId) return loaded;
  const before = (loaded?.text ?? '').slice(0, part.textStart).padEnd(part.textStart, '\n');
  return {
    documentId: part.documentId,
    versionId: part.versionId,
    total: part.total,
    blocks: blocks.concat(part.blocks),
    text: before + part.text,
    isPrinted: part.isPrinted,
    lineHyphens: new Set([...(loaded?.lineHyphens ?? []), ...part.lineHyphens]),
  };
}

/** Whether all of a version has arrived. */
export const isWhole = ({ blocks, total }: LoadedText): boolean => blocks.length >= total;

/** A text of which nothing has arrived yet. */
export const nothingYet = (document: {
  readonly id: string;
  readonly versionId: string;
  readonly blocks: number;
}): LoadedText => ({
  documentId: document.id,
  versionId: document.versionId,
  total: document.blocks,
  blocks: [],
  text: '',
  isPrinted: true,
  lineHyphens: new Set(),
});

/**
 * Finds the block that an offset (UTF-16) lies in; between two blocks, the one that follows.
 * @returns the number of the block, or the last one for an offset beyond what has been loaded
 */
export function blockAt(blocks: readonly Block[], offset: number): number {
  const before = countWhile(blocks.length, (index) => (blocks[index]?.end ?? 0) <= offset);
  return Math.max(0, Math.min(before, blocks.length - 1));
}

/**
 * The words of a span (UTF-16) of printed lines as they are read: lines flow on, and words broken at a line end are whole.
 * Paragraphs stand on lines of their own.
 */
export function readableWords({ text, lineHyphens }: LoadedText, { start, end }: Span): string {
  let at = start;
  return text
    .slice(start, end)
    .split('\n\n')
    .map((part) => {
      const from = at;
      at += part.length + 2;
      return readable(part, from, (offset) => lineHyphens.has(offset));
    })
    .join('\n');
}

/** What of a block is not shown where printed lines flow. */
export const hiddenOf = ({ text, lineHyphens }: LoadedText, { start, end }: Span): readonly Hidden[] =>
  hiddenIn(text.slice(start, end), start, (offset) => lineHyphens.has(offset));
