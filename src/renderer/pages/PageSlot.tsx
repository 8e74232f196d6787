import { type ReactNode, useEffect, useState } from 'react';
import type { PageFacts } from '../../text/pages.ts';
import type { Paper } from '../state/pages.ts';
import type { PageView } from './view.ts';

/** How long a page has to have been beside what is in sight before it is made ready, ms: who leaps about needs none of these. */
const BESIDE = 300;

export interface PageSlotProps {
  readonly page: PageFacts;
  readonly view: PageView;
  readonly paper: Paper;
  /** Where it begins in the sheet, px. */
  readonly start: number;
  /** Whether it is in sight, or has to be there although it is not. */
  readonly isWanted: boolean;
  /** Whether pages race by too fast to be read. */
  readonly racing: boolean;
  /** The page itself. */
  readonly children: ReactNode;
}

/**
 * The place of a page in the sheet. What is in sight is there at once, its neighbours a little later; what races by is paper
 * with its number. A page that was there once stays as it is.
 */
export function PageSlot({ page, view, paper, start, isWanted, racing, children }: PageSlotProps) {
  const [isBeside, setBeside] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setBeside(true), BESIDE);
    return () => clearTimeout(timer);
  }, []);
  const [wasFull, setFull] = useState(false);
  const isFull = wasFull || (!racing && (isWanted || isBeside));
  if (isFull && !wasFull) setFull(true);
  return (
    <div className="pg-row" style={{ insetBlockStart: start }}>
      {isFull ? (
        children
      ) : (
        <div
          className={`pg-page paper-${paper}`}
          style={{ inlineSize: view.width, blockSize: view.height }}
          data-page={page.number}
        >
          <span className="pg-passing num" aria-hidden="true">
            {page.label}
          </span>
        </div>
      )}
    </div>
  );
}
