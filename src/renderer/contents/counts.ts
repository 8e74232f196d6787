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
    const first = region?.page ?? Math.max(0, pageIndexAt(pages, start)) + 1;
    const last = region?.page ?? Math.max(0, pageIndexAt(pages, Math.max(start, end - 1))) + 1;
    for (let number = first; number <= last; number++) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}
