import type { CompareMeetings, Nearness } from '../contract/compare.ts';
import { counted } from '../engine/find.ts';
import { aligned } from './analyse-lines.ts';
import { usage } from './usage.ts';

const WAYS = ['place', 'overlap', 'paragraph', 'section'] as const;

/**
 * @param asked one of `WAYS`, or a number of words
 * @throws a usage error where it is neither
 */
export function nearnessOf(asked: string): Nearness {
  const by = WAYS.find((way) => way === asked);
  if (by !== undefined) return { by };
  if (/^\d{1,4}$/.test(asked)) return { by: 'words', within: Number(asked) };
  throw usage(`--near takes ${WAYS.join(', ')} or a number of words up to 9999, not “${asked}”`);
}

/** @returns a line a pair of codes that meet, those that meet most first, and how many there are */
export function meetingLines(
  { codes, places, pairs }: CompareMeetings,
  paths: ReadonlyMap<string, string>,
): string[] {
  const pathOf = (row: number) => paths.get(codes[row] ?? '') ?? '';
  const sorted = pairs.toSorted((one, other) => other.places - one.places);
  const used = places.filter((count) => count > 0).length;
  return [
    ...(pairs.length === 0
      ? []
      : aligned([
          ['', 'times', 'documents'],
          ...sorted.map(({ a, b, places: times, documents }) => [
            `${pathOf(a)} + ${pathOf(b)}`,
            String(times),
            String(documents),
          ]),
        ])),
    `${counted(pairs.length, 'pair')} of codes meet, of ${(used * (used - 1)) / 2} possible ones.`,
  ];
}
