import type { GlyphRun } from '../../../text/pages.ts';
import type { RawLine, RawStretch } from './raw.ts';

const RADIANS = Math.PI / 180;

/** The stretches of a line, which is a single one where it is all of one kind. */
const stretchesOf = ({ stretches, ascent, descent, size }: RawLine): readonly RawStretch[] =>
  stretches ?? [{ start: 0, drop: 0, ascent, descent, size }];

/**
 * A line's letters as runs of the canonical text, one for each stretch of the line.
 * @param start offset (UTF-16) of the line's text in the canonical text
 */
export function runsOf(line: RawLine, start: number): GlyphRun[] {
  const { x, y, angle, edges } = line;
  const stretches = stretchesOf(line);
  return stretches.map(({ start: first, drop, ascent, descent }, index) => ({
    start: start + first,
    x: x - drop * Math.sin(angle * RADIANS),
    y: y + drop * Math.cos(angle * RADIANS),
    angle,
    ascent,
    descent,
    edges: edges.subarray(first * 2, (stretches[index + 1]?.start ?? line.text.length) * 2),
  }));
}
