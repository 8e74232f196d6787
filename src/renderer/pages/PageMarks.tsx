import { memo } from 'react';
import type { GlyphRun, PageFacts } from '../../text/pages.ts';
import type { Span } from '../../text/reading.ts';
import { screenRects, spansOn } from './measure.ts';
import type { PageView } from './view.ts';

/** Spans that are marked for a while, by what for; those of a kind in order. UTF-16. */
export type Marks = Readonly<Record<'found' | 'found-now' | 'drop' | 'unit' | 'selected', readonly Span[]>>;

const KINDS = ['found', 'found-now', 'drop', 'selected', 'unit'] as const;

/** What comes and goes on a page: the selected words, the present sentence, what was looked for, where a code would fall. */
export const PageMarks = memo(function PageMarks({
  page,
  runs,
  view,
  marks,
}: {
  page: PageFacts;
  runs: readonly GlyphRun[];
  view: PageView;
  marks: Marks;
}) {
  return (
    <svg className="pg-marks" aria-hidden="true">
      {KINDS.map((kind) =>
        spansOn(marks[kind], page).map((span) =>
          screenRects(runs, span, view).map(({ x, y, width, height }) =>
            kind === 'unit' ? (
              <line
                key={`${kind} ${x} ${y}`}
                className="pm-unit"
                x1={x}
                x2={x + width}
                y1={y + height + 1}
                y2={y + height + 1}
              />
            ) : (
              <rect key={`${kind} ${x} ${y}`} className={`pm-${kind}`} {...{ x, y, width, height }} />
            ),
          ),
        ),
      )}
    </svg>
  );
});
