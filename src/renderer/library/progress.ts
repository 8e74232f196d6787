/** How far the coding of a document is. */
export type Progress = 'none' | 'some' | 'all';

/**
 * Says how far the coding of a document is, for a mark.
 * @param codings by anybody
 * @param judged codes that the person at the machine has coded or looked for
 * @param codes of how many
 */
export function progressOf(codings: number, judged: number, codes: number): Progress {
  if (codes > 0 && judged >= codes) return 'all';
  return codings > 0 || judged > 0 ? 'some' : 'none';
}
