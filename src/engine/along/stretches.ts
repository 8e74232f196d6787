import type { AlongCode, Stretch } from '../../contract/along.ts';
import { type Facts, STRIDE } from '../compare/facts.ts';
import type { Rows } from '../compare/rows.ts';

/** What lies on one row while the codings of a document are gone through. */
interface Lying {
  /** The place counted last. */
  place: number;
  parts: number;
  words: number;
  readonly stretches: { from: number; to: number }[];
}

/**
 * Joins the places of each row to stretches, in one pass: places come in the order of their first words.
 * @param coder the number of the one whose judgements count; null for all together
 * @param flat the document's words, as its reading keeps them
 * @returns rows with something found, ascending; the last row of `rows` stands for all codes
 */
export function stretchesOf(facts: Facts, rows: Rows, coder: number | null, flat: Uint32Array): AlongCode[] {
  const found = new Map<number, Lying>();
  for (let at = 0; at < facts.codings.length; at += STRIDE) {
    const [code = 0, by = 0, place = 0, chosen = 0] = facts.codings.subarray(at, at + STRIDE);
    if (chosen === 0 || (coder !== null && by !== coder)) continue;
    for (const row of rows.holding[code] ?? []) {
      const lying = found.get(row) ?? { place: -1, parts: 0, words: 0, stretches: [] };
      found.set(row, lying);
      if (lying.place === place) continue;
      lying.place = place;
      lay(lying, facts, place);
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([row, { stretches, words, parts }]) => ({
      row,
      stretches: stretches.map((stretch) => inText(stretch, flat)),
      words,
      parts,
    }));
}

function lay(lying: Lying, { spans, words }: Facts, place: number): void {
  if ((spans[place * 2] ?? -1) < 0) {
    lying.parts++;
    return;
  }
  const [from = 0, to = 0] = words.subarray(place * 2, place * 2 + 2);
  // A span may hold marks alone, and no word.
  if (from >= to) return;
  const last = lying.stretches.at(-1);
  if (last !== undefined && from < last.to) {
    lying.words += Math.max(0, to - last.to);
    last.to = Math.max(last.to, to);
  } else {
    lying.words += to - from;
    lying.stretches.push({ from, to });
  }
}

const inText = ({ from, to }: { from: number; to: number }, flat: Uint32Array): Stretch => ({
  from,
  to,
  start: flat[from * 2] ?? 0,
  end: flat[to * 2 - 1] ?? 0,
});
