/** @returns the rows from one to another, as they stand; the second alone where the first is not in sight */
export function between(rows: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [rows.indexOf(from ?? to), rows.indexOf(to)];
  const [first = -1, last = -1] = ends.sort((a, b) => a - b);
  return first < 0 ? [to] : rows.slice(first, last + 1);
}
