import { codeLetter } from '../../ui/colour.ts';

/**
 * Gives each of several codes a sign of its own: its letter, with a number behind it where others have the same. Colours alone do not
 * tell codes apart: those of a branch have one, and not everybody sees the difference between two.
 * @param codes with what they are known by, in the order in which they are numbered
 */
export function signsOf<Key>(
  codes: readonly { readonly key: Key; readonly name: string }[],
): ReadonlyMap<Key, string> {
  const byLetter = Map.groupBy(codes, ({ name }) => codeLetter(name));
  return new Map(
    [...byLetter].flatMap(([letter, same]) =>
      same.map(({ key }, place) => [key, same.length === 1 ? letter : `${letter}${place + 1}`] as const),
    ),
  );
}
