import { ColligoError } from './errors.ts';

/** How many candidates an error lists. */
const LISTED = 12;

/**
 * Picks the one that was meant, or says what there is.
 * @param found what matched
 * @param asked what the person typed
 * @param what the noun, as in "document"
 * @param others how the candidates are called: what matched where several did, else everything there is
 * @returns the only match
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the candidates
 */
export function onlyOne<Row>(
  found: readonly Row[],
  asked: string,
  what: string,
  others: readonly string[],
): Row {
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only;
  const listed = others.slice(0, LISTED).join(', ');
  const more = others.length > LISTED ? ` and ${others.length - LISTED} more` : '';
  if (only === undefined) {
    const there =
      others.length > 0 ? ` There is: ${listed}${more}.` : ` There is no ${what} in this project yet.`;
    throw new ColligoError('NOT_FOUND', `There is no ${what} “${asked}”.${there}`, {
      candidates: [...others],
    });
  }
  throw new ColligoError('NOT_UNIQUE', `More than one ${what} is called “${asked}”: ${listed}${more}.`, {
    candidates: [...others],
  });
}

/**
 * @param count how many
 * @param one the noun in the singular
 * @param many its plural, where it is not the singular with an s
 * @returns "1 passage", "3 passages"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
