import { type CSSProperties, Fragment, memo } from 'react';
import { boxOfRun, type GlyphRun, type PageFacts, type PageRect, unitsOf } from '../../text/pages.ts';
import { blocksIn } from '../../text/places.ts';
import type { LoadedText } from '../reader/text.ts';
import { layerTransform, type PageView } from './view.ts';

/** How wide letters come out in the font that the layer is set in; each line is then stretched to its printed width. */
const measuring = document.createElement('canvas').getContext('2d');
const SAMPLE = 10;
const FAMILY = 'sans-serif';

function naturalWidth(text: string, size: number): number {
  if (measuring === null) return 0;
  measuring.font = `${SAMPLE}px ${FAMILY}`;
  return (measuring.measureText(text).width / SAMPLE) * size;
}

/** Where a line begins and ends along itself, in points. */
function extent({ edges }: GlyphRun): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    from = Math.min(from, edge);
    to = Math.max(to, edge);
  }
  return { from, to };
}

function lineStyle(run: GlyphRun, text: string, box: PageRect): CSSProperties {
  const size = Math.max(1, run.ascent + run.descent);
  const { from, to } = extent(run);
  const natural = naturalWidth(text, size);
  const stretch = natural > 0 && to > from ? (to - from) / natural : 1;
  return {
    insetInlineStart: run.x - box.x,
    insetBlockStart: run.y - box.y,
    fontSize: size,
    lineHeight: `${size}px`,
    transform: `rotate(${run.angle}deg) translate(${from}px, ${-run.ascent}px) scaleX(${stretch})`,
  };
}

/** The smallest box round all of them. */
function around(runs: readonly GlyphRun[]): PageRect {
  const boxes = runs.map(boxOfRun);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export interface TextLayerProps {
  readonly page: PageFacts;
  readonly runs: readonly GlyphRun[];
  readonly loaded: LoadedText;
  readonly view: PageView;
  /** Present paragraphs: first and last block, and the one with the focus; -1 for none on this page. */
  readonly from: number;
  readonly to: number;
  readonly head: number;
  /** The codes on a block in words, for assistive technology; empty for none. */
  readonly aboutBlock: (block: number) => string;
}

/**
 * The words of a page, unseen above its picture, in reading order: what is selected, focused and read out. A line stands
 * where its letters are printed; its element holds the canonical text and nothing else, as in the flowing text, so that all
 * that works on the one works on the other.
 */
export const TextLayer = memo(function TextLayer({
  page,
  runs,
  loaded,
  view,
  from,
  to,
  head,
  aboutBlock,
}: TextLayerProps) {
  const range = blocksIn(loaded.blocks, page);
  const numbers = Array.from({ length: range.last - range.first }, (_, index) => range.first + index);
  let next = 0;
  return (
    <div
      className="pg-text"
      dir="ltr"
      style={{
        inlineSize: view.page.width,
        blockSize: view.page.height,
        transform: layerTransform(view),
      }}
    >
      {numbers.map((number) => {
        const block = loaded.blocks[number];
        if (block === undefined) return null;
        while ((runs[next]?.start ?? Number.POSITIVE_INFINITY) < block.start) next++;
        const own: GlyphRun[] = [];
        while ((runs[next]?.start ?? Number.POSITIVE_INFINITY) < block.end) {
          const run = runs[next++];
          if (run !== undefined) own.push(run);
        }
        if (own.length === 0) return null;
        const box = around(own);
        const isCurrent = number >= from && number <= to;
        const about = aboutBlock(number);
        const description = about === '' ? undefined : `about-${page.number}-${number}`;
        return (
          <div
            key={number}
            data-block={number}
            className={isCurrent ? 'pg-block is-here' : 'pg-block'}
            style={{
              insetInlineStart: box.x,
              insetBlockStart: box.y,
              inlineSize: box.width,
              blockSize: box.height,
            }}
          >
            <p
              className="rd-text"
              dir="auto"
              tabIndex={number === head ? 0 : -1}
              aria-describedby={description}
            >
              {own.map((run) => {
                const text = loaded.text.slice(run.start, run.start + unitsOf(run));
                return (
                  <Fragment key={run.start}>
                    <span className="pg-line" data-start={run.start} style={lineStyle(run, text, box)}>
                      {text}
                    </span>{' '}
                  </Fragment>
                );
              })}
            </p>
            {description === undefined ? null : (
              <span id={description} className="hidden-visually rd-about">
                {about}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
});
