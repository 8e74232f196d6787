import type { PassageRow } from '../../contract/passages.ts';
import { type PageFacts, pageIndexAt } from '../../text/pages.ts';

/**
 * How many coded passages touch each page, by its physical number; pages without any are left out. Passages that lie on
 * the very same words, or on the same part of a page, count once.
 * @param pages in order
 */
export function passagesByPage(
  passages: readonly PassageRow[],
  pages: readonly PageFacts[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const seen = new Set<string>();
  for (const { start, end, region, status, codings } of passages) {
    if (status === 'lost' || codings.length === 0) continue;
    const key = region === null ? `${start} ${end}` : Object.values(region).join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const count = (number: number) => counts.set(number, (counts.get(number) ?? 0) + 1);
    if (region !== null) {
      count(region.page);
      continue;
    }
    for (let at = Math.max(0, pageIndexAt(pages, start)); (pages[at]?.start ?? end) < end; at++) {
      const page = pages[at];
      // A passage that goes on overleaf may pass a page without words.
      if (page !== undefined && page.end > page.start) count(page.number);
    }
  }
  return counts;
}
