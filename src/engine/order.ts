import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Something with a place among its siblings. */
export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/**
 * @param siblings the others in the row, in order
 * @param beforeId the one to stand before; null for the end
 * @returns a fractional key (sorts as plain text) for that place
 */
export function rankBefore(siblings: readonly Ranked[], beforeId: string | null): string {
  const at = beforeId === null ? siblings.length : siblings.findIndex((sibling) => sibling.id === beforeId);
  const index = at < 0 ? siblings.length : at;
  const lower = siblings[index - 1]?.rank ?? null;
  const upper = siblings[index]?.rank ?? null;
  // Two siblings may share a rank after a merge; then the new one goes after both.
  if (lower !== null && upper !== null && lower >= upper)
    return rankAfter(
      siblings.slice(index).map((s) => s.rank),
      lower,
    );
  return generateKeyBetween(lower, upper);
}

/**
 * @param last the rank of the last sibling, or null
 * @param count how many follow
 * @returns that many keys after it, ascending
 */
export function ranksAfter(last: string | null, count: number): string[] {
  return generateNKeysBetween(last, null, count);
}

function rankAfter(following: readonly string[], lower: string): string {
  const upper = following.find((rank) => rank > lower) ?? null;
  return generateKeyBetween(lower, upper);
}
