import { type CSSProperties, Fragment } from 'react';
import type { Marked, Measured } from './measure.ts';
import { outlinePath } from './outline.ts';
import { pad, type Rect } from './rects.ts';
import { type Codebook, styleOf } from './useCodebook.ts';

/** Threads under the words: at most so many, and how thick they are and how far apart, px. */
const THREADS = 3;
const THICK = 2;
const STEP = 3;
/** Lines lower than this, px, are print made small: there threads are as thin as can be, so that none goes through the letters. */
const SMALL = 18;

const box = ({ x, y, width, height }: Rect) => ({ x, y, width, height });

/** The ground behind words: one tint, two blended, or neutral from three codes on. */
function Ground({ rect, styles }: { rect: Rect; styles: readonly CSSProperties[] }) {
  const [one, other] = styles;
  if (styles.length > 2) return <rect {...box(rect)} className="hl-many" />;
  return (
    <g className="hl-ground">
      {one === undefined ? null : <rect {...box(rect)} className="hl-tint" style={one} />}
      {other === undefined ? null : <rect {...box(rect)} className="hl-tint" style={other} />}
    </g>
  );
}

/** One line per code at the foot of the words; the line thickens where judgements meet. */
function Threads({ rect, styles }: { rect: Rect; styles: readonly CSSProperties[] }) {
  const shown = styles.slice(0, THREADS);
  const foot = rect.y + rect.height;
  const isSmall = rect.height < SMALL;
  const thick = shown.length === 1 || isSmall ? 1 : THICK;
  const step = isSmall ? 2 : STEP;
  return shown.map((style, index) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: a thread has no identity but its place
      key={index}
      x={rect.x}
      y={foot - thick - (shown.length - 1 - index) * step}
      width={rect.width}
      height={thick}
      className="hl-thread"
      style={style}
    />
  ));
}

/** How many codes lie on a stretch beyond the threads, told once, where the stretch ends; 0 elsewhere. */
function moreAt(marks: readonly Marked[], index: number): number {
  const beyond = (at: number) => (marks[at]?.segment.codeIds.length ?? 0) - THREADS;
  const meets = (at: number) => marks[at]?.segment.end === marks[at + 1]?.segment.start;
  if (beyond(index) <= 0 || (meets(index) && beyond(index + 1) > 0)) return 0;
  let most = beyond(index);
  for (let at = index; meets(at - 1) && beyond(at - 1) > 0; at--) most = Math.max(most, beyond(at - 1));
  return most;
}

function Mark({
  mark: { segment, rects },
  more,
  codebook,
}: {
  mark: Marked;
  more: number;
  codebook: Codebook;
}) {
  const styles = segment.codeIds.map((codeId) => styleOf(codebook, codeId));
  const last = rects.at(-1);
  return (
    <g data-passages={segment.stripes.flatMap(({ passageIds }) => passageIds).join(' ')}>
      {rects.map((rect) => (
        <Fragment key={`${rect.x} ${rect.y}`}>
          <Ground rect={rect} styles={styles} />
          {styles.length === 0 ? (
            <line
              className="hl-comment"
              x1={rect.x}
              x2={rect.x + rect.width}
              y1={rect.y + rect.height - 1.5}
              y2={rect.y + rect.height - 1.5}
            />
          ) : (
            <Threads rect={rect} styles={styles} />
          )}
        </Fragment>
      ))}
      {more > 0 && last !== undefined ? (
        <text className="hl-more" x={last.x + last.width - 1} y={last.y + 8}>
          {`+${more}`}
        </text>
      ) : null}
    </g>
  );
}

/** The highlights of one row, behind its words, which stay as they are: nothing is wrapped round text. */
export function Highlights({ measured, codebook }: { measured: Measured; codebook: Codebook }) {
  return (
    <svg className="hl" aria-hidden="true">
      {measured.marks.map((mark, index) => (
        <Mark key={mark.segment.start} mark={mark} more={moreAt(measured.marks, index)} codebook={codebook} />
      ))}
      {measured.outline.length === 0 ? null : (
        <path className="hl-outline" d={outlinePath(measured.outline.map(grown), 3)} />
      )}
    </svg>
  );
}

/** The outline stands 2 px off the words at their ends. */
const grown = (rect: Rect): Rect => ({ ...pad(rect, 1, 1), x: rect.x - 2, width: rect.width + 4 });
