import type { AlongDocument } from '../../../contract/along.ts';

/** A stretch of a portrait. */
export interface PortraitCell {
  /** The number of its first word, and of the first word behind it. */
  readonly from: number;
  readonly to: number;
  /** Where it starts in the text, and where the next one does; without that, it is the last. UTF-16. */
  readonly start: number;
  readonly next: number | undefined;
  /** Codes on its words by their place in the codebook, with the words that each covers: those that cover most first. */
  readonly codes: readonly { readonly row: number; readonly words: number }[];
}

/** Divides a document into the parts that it came with, and says what lies on each. */
export function cellsOf({ words, parts, codes }: AlongDocument): readonly PortraitCell[] {
  const bounds = [...parts, null].map((_, part) => Math.floor((part * words) / parts.length));
  const covered = parts.map((): { row: number; words: number }[] => []);
  for (const { row, stretches } of codes) {
    let cell = 0;
    for (const { from, to } of stretches) {
      // Stretches come in order, so that no cell is looked at twice but the one that two of them share.
      while ((bounds[cell + 1] ?? words) <= from) cell++;
      for (let at = cell; at < parts.length && (bounds[at] ?? 0) < to; at++) {
        const inside = Math.min(to, bounds[at + 1] ?? 0) - Math.max(from, bounds[at] ?? 0);
        const last = covered[at]?.at(-1);
        if (last?.row === row) last.words += inside;
        else covered[at]?.push({ row, words: inside });
      }
    }
  }
  return parts.map((start, at) => ({
    from: bounds[at] ?? 0,
    to: bounds[at + 1] ?? words,
    start,
    next: parts[at + 1],
    codes: (covered[at] ?? []).sort((a, b) => b.words - a.words || a.row - b.row),
  }));
}

/** Gives the codes that cover most of some cell, with the number of these: those with most first. */
export function leadingCodes(
  cells: readonly PortraitCell[],
): readonly { readonly row: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  for (const { codes } of cells) {
    const row = codes[0]?.row;
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts]
    .map(([row, count]) => ({ row, count }))
    .sort((a, b) => b.count - a.count || a.row - b.row);
}
