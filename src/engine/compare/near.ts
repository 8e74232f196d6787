import type { Nearness } from '../../contract/compare.ts';
import { countWhile } from '../../text/ascending.ts';
import type { Span } from '../../text/reading.ts';
import { loadBlockSpans } from '../documents/load.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Facts } from './facts.ts';

/**
 * Two numbers a place: from the first up to but without the second, in some unit. Places are near each other where these have
 * something in common; what reaches nowhere is near nothing.
 */
export type Reaches = Int32Array;

type Reach = readonly [from: number, to: number];

/** The places of a document. */
type Places = Pick<Facts, 'reading' | 'spans' | 'words'>;

/** What is near nothing. */
const NOWHERE: Reach = [0, 0];

/**
 * @returns what each place of a document reaches: as places follow each other in the text, none of them begins before the one
 * before it does
 */
export function reachesOf(db: Sql, facts: Places, near: Nearness): Reaches {
  const reach = reacher(db, facts, near);
  const reaches = new Int32Array(facts.spans.length);
  for (let at = 0; at < reaches.length; at += 2) {
    const start = facts.spans[at] ?? -1;
    const place = at / 2;
    if (near.by === 'place') reaches.set([place, place + 1], at);
    else reaches.set(start < 0 ? NOWHERE : reach(start, facts.spans[at + 1] ?? -1, place), at);
  }
  return reaches;
}

type Reaching = (start: number, end: number, place: number) => Reach;

function reacher(db: Sql, { reading, words }: Places, near: Nearness): Reaching {
  switch (near.by) {
    case 'place':
    case 'overlap':
      return (start, end) => [start, end];
    case 'paragraph':
      return touching(loadBlockSpans(db, reading));
    case 'section': {
      const starts = sectionStarts(db, reading);
      // White space before the first section counts to it, and behind a section to that one.
      const at = (offset: number) =>
        Math.max(0, countWhile(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1);
      return (start, end) => (starts.length === 0 ? NOWHERE : [at(start), at(end - 1) + 1]);
    }
    case 'words':
      return (_start, _end, place) => [words[place * 2] ?? 0, (words[place * 2 + 1] ?? 0) + near.within + 1];
  }
}

/** A paragraph is a block, whatever its kind. @param blocks in their order; asked about places as they follow each other */
function touching(blocks: readonly Span[]): Reaching {
  let from = 0;
  return (start, end) => {
    while (from < blocks.length && (blocks[from]?.end ?? 0) <= start) from++;
    let to = from;
    while (to < blocks.length && (blocks[to]?.start ?? 0) < end) to++;
    return [from, to];
  };
}

/**
 * @param reading readings.key
 * @returns where the sections of `outlineOf` start, without looking at what else it knows: at each heading, and where something is
 * shown before the first one
 */
export function sectionStarts(db: Sql, reading: number): number[] {
  const rows = db.all<{ start: number }>(sql`
    SELECT start_offset AS "start" FROM blocks WHERE reading_key = ${reading} AND (kind = 'heading' OR number = (
      SELECT min(number) FROM blocks WHERE reading_key = ${reading} AND kind NOT IN ('page_break', 'artifact')))
    ORDER BY number`);
  return rows.map(({ start }) => start);
}
