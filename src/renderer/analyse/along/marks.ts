import type { Along, AlongDocument, Stretch } from '../../../contract/along.ts';

/** A stretch of a code in a document: a row of the table. */
export interface Mark {
  readonly document: AlongDocument;
  /** The place of its code in the codebook. */
  readonly row: number;
  readonly stretch: Stretch;
}

/** Gives all stretches: document after document, in each by the order of the codebook, and then of the text. */
export const marksOf = ({ documents }: Pick<Along, 'documents'>): readonly Mark[] =>
  documents.flatMap((document) =>
    document.codes.flatMap(({ row, stretches }) =>
      stretches.map((stretch): Mark => ({ document, row, stretch })),
    ),
  );

/** Gives the places of the codes that cover words, those that cover most first. @param most how many of them; null for all */
export function mostCovering(
  { documents }: Pick<Along, 'documents'>,
  most: number | null,
): readonly { readonly row: number; readonly words: number }[] {
  const words = new Map<number, number>();
  for (const { codes } of documents)
    for (const code of codes)
      if (code.words > 0) words.set(code.row, (words.get(code.row) ?? 0) + code.words);
  return [...words]
    .map(([row, covered]) => ({ row, words: covered }))
    .sort((a, b) => b.words - a.words || a.row - b.row)
    .slice(0, most ?? words.size);
}

/**
 * Puts stretches that overlap onto lines of their own, each on the first that is free there.
 * @returns by stretch the number of its line, from 0
 */
export function linesFor(stretches: readonly Pick<Stretch, 'from' | 'to'>[]): readonly number[] {
  const ends: number[] = [];
  const lines = stretches.map(() => 0);
  const inOrder = [...stretches.entries()].sort(([, a], [, b]) => a.from - b.from || b.to - a.to);
  for (const [place, { from, to }] of inOrder) {
    const free = ends.findIndex((end) => end <= from);
    const line = free < 0 ? ends.length : free;
    ends[line] = to;
    lines[place] = line;
  }
  return lines;
}
