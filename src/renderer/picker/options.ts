import type { CodeRow } from '../../contract/codes.ts';
import type { Ranked } from './rank.ts';

/** At most so many rows: who needs more types on. */
const MOST = 50;

/** A row of the picker. */
export type Option =
  | { readonly kind: 'code'; readonly ranked: Ranked; readonly on: boolean }
  | { readonly kind: 'create'; readonly name: string; readonly taken: boolean };

/**
 * Makes the rows: the codes found, likeliest first, then the one that creates what was typed.
 * @param on codes that the passage has already
 * @param taken whether a code of this name stands at the top level already
 * @returns also how many codes were found beyond these
 */
export function optionsOf(
  ranked: readonly Ranked[],
  typed: string,
  on: ReadonlySet<string>,
  taken: boolean,
): { options: Option[]; more: number } {
  const name = typed.trim().replace(/\s+/g, ' ');
  const codes = ranked
    .slice(0, MOST)
    .map((each): Option => ({ kind: 'code', ranked: each, on: on.has(each.code.id) }));
  const options: Option[] = name === '' ? codes : [...codes, { kind: 'create', name, taken }];
  return { options, more: ranked.length - codes.length };
}

/** Where a code stands, for telling homonyms apart: the path without its own name. */
export const parentPath = ({ path, name }: CodeRow): string =>
  path.slice(0, Math.max(0, path.length - name.length));
