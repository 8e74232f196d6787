import type { CodeRow } from '../../contract/codes.ts';
import { isTaken, type Ranked } from './rank.ts';

/** At most so many rows: who needs more types on. */
const MOST = 50;

/** What was typed, as the name of a code. */
export const nameTyped = (typed: string): string => typed.trim().replace(/\s+/g, ' ');

/** A row of the picker. */
export type Option =
  | { readonly kind: 'code'; readonly ranked: Ranked; readonly on: boolean }
  | {
      readonly kind: 'create';
      readonly name: string;
      /** The code it goes under; null for the top level. */
      readonly parent: CodeRow | null;
      /** Whether a code of this name stands there already. */
      readonly taken: boolean;
      /** Whether Shift+Enter chooses it from any row. */
      readonly first: boolean;
    };

/**
 * Makes the rows: the codes found, likeliest first, then those that create what was typed: under a code, and at the top
 * level.
 * @param on codes that the passage has already
 * @param codes the whole codebook
 * @param head number of the code that a new one would go under
 * @returns also how many codes were found beyond these
 */
export function optionsOf(
  ranked: readonly Ranked[],
  typed: string,
  on: ReadonlySet<string>,
  codes: readonly CodeRow[],
  head = 0,
): { options: Option[]; more: number } {
  const name = nameTyped(typed);
  const found = ranked
    .slice(0, MOST)
    .map((each): Option => ({ kind: 'code', ranked: each, on: on.has(each.code.id) }));
  const more = ranked.length - found.length;
  if (name === '') return { options: found, more };
  const under = ranked[Math.min(head, found.length - 1)]?.code;
  const parents = under === undefined ? [null] : [under, null];
  const creates = parents.map((parent, index): Option => {
    const taken = isTaken(codes, name, parent?.id ?? null);
    return { kind: 'create', name, parent, taken, first: index === 0 };
  });
  return { options: [...found, ...creates], more };
}

/** Where a code stands, for telling homonyms apart: the path without its own name. */
export const parentPath = ({ path, name }: CodeRow): string =>
  path.slice(0, Math.max(0, path.length - name.length));
