/**
 * How many items come before the first one that fails the test; the test must hold for a beginning of the list and for
 * nothing after it. Binary search, so it may be asked on every pointer move over a document with a million words.
 *
 * @param count how many items there are
 * @param holds told the number of an item, from 0
 */
export function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
