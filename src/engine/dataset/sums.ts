/** The file of hashes. */
export const SUMS = 'SHA256SUMS';

/** A file as the sums name it. */
export interface Hashed {
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** @returns the text of SHA256SUMS, in the form of GNU coreutils (`sha256sum --check`), sorted by path */
export function sumsOf(files: readonly Hashed[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** @returns the hash of each path that a text of that form names; lines of any other form are passed over */
export function parseSums(text: string): Map<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm);
  return new Map(Array.from(lines, ([, sha256 = '', path = '']) => [path, sha256]));
}
