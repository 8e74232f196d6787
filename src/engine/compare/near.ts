import type { Nearness } from '../../contract/compare.ts';
import { countWhile } from '../../text/ascending.ts';
import { outlineOf } from '../../text/outline.ts';
import type { Span } from '../../text/reading.ts';
import { loadBlockSpans, loadBlocks } from '../documents/load.ts';
import type { Sql } from '../store/sql.ts';
import type { Facts } from './facts.ts';

/** From the first up to but without the second, in some unit: places are near each other where these have something in common. */
export type Reach = readonly [from: number, to: number];

/** The places of a document. */
type Places = Pick<Facts, 'reading' | 'spans' | 'words'>;

/** What is near nothing. */
const NOWHERE: Reach = [0, 0];

/**
 * @returns what each place of a document reaches: as places follow each other in the text, none of them begins before the one
 * before it does
 */
export function reachesOf(db: Sql, facts: Places, near: Nearness): Reach[] {
  const reach = reacher(db, facts, near);
  return Array.from({ length: facts.spans.length / 2 }, (_, place) => {
    const start = facts.spans[place * 2] ?? -1;
    const end = facts.spans[place * 2 + 1] ?? -1;
    if (near.by === 'place') return [place, place + 1];
    return start < 0 ? NOWHERE : reach(start, end, place);
  });
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
      const sections = outlineOf({ text: '', blocks: loadBlocks(db, reading) });
      const starts = sections.map(({ start }) => start);
      // White space before the first section counts to it, and behind a section to that one.
      const at = (offset: number) =>
        Math.max(0, countWhile(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1);
      return (start, end) => (starts.length === 0 ? NOWHERE : [at(start), at(end - 1) + 1]);
    }
    case 'words':
      return (_start, _end, place) => [words[place * 2] ?? 0, (words[place * 2 + 1] ?? 0) + near.within + 1];
  }
}

/** A paragraph is a block, whatever its kind. */
function touching(blocks: readonly Span[]): Reaching {
  return (start, end) => [
    countWhile(blocks.length, (index) => (blocks[index]?.end ?? 0) <= start),
    countWhile(blocks.length, (index) => (blocks[index]?.start ?? 0) < end),
  ];
}
