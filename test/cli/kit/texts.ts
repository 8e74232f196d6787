import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Place } from './place.ts';
import type { ShownPassage } from './shapes.ts';

/**
 * The canonical texts as anybody gets them: out of the dataset.
 * @returns a text by document id, as its list of code points
 */
export async function exportedTexts(place: Place): Promise<(document: string) => readonly string[]> {
  await place.ok('export', 'p.colligo', 'texts-of-p');
  const kept = new Map<string, readonly string[]>();
  return (document) => {
    const known = kept.get(document);
    if (known) return known;
    const points = Array.from(
      readFileSync(join(place.folder, 'texts-of-p/texts', `${document}.txt`), 'utf8'),
    );
    kept.set(document, points);
    return points;
  };
}

/** @returns the words of a text between two code points */
export const slice = (points: readonly string[], start: number, end: number): string =>
  points.slice(start, end).join('');

/** Every quote is the slice that its offsets name. */
export async function expectExactQuotes(place: Place, passages: readonly ShownPassage[]): Promise<void> {
  const textOf = await exportedTexts(place);
  const wrong = passages.filter(
    (passage) => slice(textOf(passage.document.id), passage.start, passage.end) !== passage.quote,
  );
  expect(wrong).toEqual([]);
}

/** @returns where words occur in a text, ends exclusive, in code points; upper and lower case are the same */
export function occurrences(points: readonly string[], words: string): { start: number; end: number }[] {
  const wanted = Array.from(words).map((point) => point.toLowerCase());
  const folded = points.map((point) => point.toLowerCase());
  const found: { start: number; end: number }[] = [];
  for (let start = 0; start + wanted.length <= folded.length; start++) {
    if (wanted.every((point, index) => folded[start + index] === point)) {
      found.push({ start, end: start + wanted.length });
      start += wanted.length - 1;
    }
  }
  return found;
}
