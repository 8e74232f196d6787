import type { Stripe } from '../reader/stripes.ts';

/** A code and how many passages it has in each of the documents, in their order. */
export interface Shared {
  readonly codeId: string;
  readonly counts: readonly number[];
}

/** What stands beside one another: the same passage by number in each document, null where it has no such many. */
export type Tuple = readonly (Stripe | null)[];

/** The passages of one code by document, each place once, as they stand in the text. */
const ofCode = (documents: readonly (readonly Stripe[])[], codeId: string) =>
  documents.map((stripes) => stripes.filter((stripe) => stripe.codeId === codeId));

/**
 * Pairs the passages of a code: the first of each document, the second of each, and so on to the last of that which has
 * most; nothing is left out because another document has less of it.
 * @param documents the stripes of each document, in order of the text
 */
export function tuplesOf(documents: readonly (readonly Stripe[])[], codeId: string): Tuple[] {
  const columns = ofCode(documents, codeId);
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => columns.map((column) => column[at] ?? null));
}

/** The codes that lie in these documents, with their counts, in the order of the codebook. */
export function sharedCodes(
  documents: readonly (readonly Stripe[])[],
  codes: readonly { readonly id: string }[],
): Shared[] {
  const counts = documents.map((stripes) => {
    const found = new Map<string, number>();
    for (const { codeId } of stripes) if (codeId !== null) found.set(codeId, (found.get(codeId) ?? 0) + 1);
    return found;
  });
  return codes
    .map(({ id }) => ({ codeId: id, counts: counts.map((found) => found.get(id) ?? 0) }))
    .filter((shared) => shared.counts.some((count) => count > 0));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** The code that most documents have, of several the one with most passages in the one that has least, then with most at all. */
export function commonest(shared: readonly Shared[]): string | null {
  const weight = ({ counts }: Shared) => [
    counts.filter((count) => count > 0).length,
    Math.min(...counts),
    sum(counts),
  ];
  const [first] = shared.toSorted((a, b) => {
    const [one, other] = [weight(a), weight(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
  });
  return first?.codeId ?? null;
}

/** A passage of one document and one of the next that carry the same code and are as manieth of it. */
export interface Link {
  readonly codeId: string;
  /** Which passage of the code, from 0. */
  readonly at: number;
  readonly from: Stripe;
  readonly to: Stripe;
}

/** All that joins two documents that stand beside one another. */
export function linksOf(
  from: readonly Stripe[],
  to: readonly Stripe[],
  codes: readonly { readonly id: string }[],
): Link[] {
  return sharedCodes([from, to], codes).flatMap(({ codeId }) =>
    tuplesOf([from, to], codeId).flatMap(([one, other], at): Link[] =>
      one && other ? [{ codeId, at, from: one, to: other }] : [],
    ),
  );
}

/**
 * Which two panes a note on a pair is about: the one with the focus and the next that has such a passage, else the one
 * before.
 * @param pane number of the pane with the focus
 * @returns the numbers of the two, the earlier first; null where fewer than two have one
 */
export function notedPanes(tuple: Tuple, pane: number): readonly [number, number] | null {
  const there = tuple.flatMap((stripe, index) => (stripe === null ? [] : [index]));
  const one = there.includes(pane) ? pane : there[0];
  if (one === undefined || there.length < 2) return null;
  const next = there.find((index) => index > one);
  const before = there.findLast((index) => index < one);
  return next !== undefined ? [one, next] : before !== undefined ? [before, one] : null;
}
