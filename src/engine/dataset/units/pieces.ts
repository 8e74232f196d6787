import type { UnitTable } from '../../../contract/exports.ts';
import type { BlockKind, Span } from '../../../text/reading.ts';
import type { LoadedReading } from '../../documents/load.ts';

/** The units that a whole text is made of. */
export type TextUnit = Extract<UnitTable['unit'], 'paragraph' | 'sentence' | 'section'>;

export interface Piece {
  /** UTF-16. */
  readonly span: Span;
  /** Of a paragraph; else null. */
  readonly kind: BlockKind | null;
}

/** @returns the pieces of a text in their order; they do not overlap */
export function piecesOf({ blocks, sentences, outline }: LoadedReading, unit: TextUnit): Piece[] {
  switch (unit) {
    case 'paragraph':
      // A page's end has no text.
      return blocks
        .filter(({ kind, start, end }) => kind !== 'page_break' && start < end)
        .map(({ start, end, kind }) => ({ span: { start, end }, kind }));
    case 'sentence':
      return Array.from({ length: sentences.length / 2 }, (_, index) => ({
        span: { start: sentences[index * 2] ?? 0, end: sentences[index * 2 + 1] ?? 0 },
        kind: null,
      }));
    case 'section':
      return outline.map(({ start, end }) => ({ span: { start, end }, kind: null }));
  }
}
