import type { WordKey } from '../../contract/words.ts';

/** What Σ O ln(O/E) adds for one group; a word that does not stand there adds nothing. */
const term = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected);

/**
 * How much a word tells a group from the others; formulas and sources stand in the contract.
 * @param count how often the word stands in the group, and in the others
 * @param words how many words the group has, and the others
 * @returns null where one of them has no words: there is nothing to compare
 */
export function keyOf(
  count: { readonly group: number; readonly others: number },
  words: { readonly group: number; readonly others: number },
): WordKey | null {
  if (words.group === 0 || words.others === 0) return null;
  const share = (count.group + count.others) / (words.group + words.others);
  const g2 = 2 * (term(count.group, words.group * share) + term(count.others, words.others * share));
  const ratio = (count.group || 0.5) / words.group / ((count.others || 0.5) / words.others);
  // What is exactly expected comes out a little below nothing.
  return { count: count.group, g2: Math.max(0, g2), logRatio: Math.log2(ratio) };
}
