import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '../../text/reading.ts';
import { useText } from '../messages/intl.tsx';
import { Parts, partBoxes } from '../pages/Parts.tsx';
import { BlockView } from './BlockView.tsx';
import { type GeometryStore, putRow } from './geometry.ts';
import { Highlights } from './Highlights.tsx';
import { type Measured, measureRow, stripeBoxes } from './measure.ts';
import type { Row } from './rows.ts';
import { type Segment, segmentsIn } from './segments.ts';
import type { Stripe } from './stripes.ts';
import { hiddenOf, type LoadedText } from './text.ts';
import { type Codebook, nameOf } from './useCodebook.ts';

const NO_SPANS: readonly Span[] = [];
const NOTHING: Measured = { marks: [], outline: [] };

export interface RowViewProps {
  readonly row: Row;
  /** Number of the row. */
  readonly index: number;
  readonly loaded: LoadedText;
  readonly segments: readonly Segment[];
  readonly outlined: Span | null;
  readonly codebook: Codebook;
  readonly geometry: GeometryStore;
  /** Present paragraphs: first and last block, and the one with the focus. */
  readonly from: number;
  readonly to: number;
  readonly head: number;
  /** Stripes that lie on parts of the pages that begin here instead of on words. */
  readonly regions: readonly Stripe[];
  /** What is printed on the pages of a paged text as their numbers, by the first block on each; null for other texts. */
  readonly pageLabels: ReadonlyMap<number, string> | null;
  /** Changes when the text is set in another face, or fonts have come in, and everything has to be measured anew. */
  readonly fonts: string;
}

/** A counter that changes with the size of an element. */
function useSize(element: HTMLElement | null): number {
  const [size, setSize] = useState(0);
  useEffect(() => {
    if (element === null) return;
    let before = `${element.offsetWidth} ${element.offsetHeight}`;
    const observer = new ResizeObserver(() => {
      const now = `${element.offsetWidth} ${element.offsetHeight}`;
      if (now !== before) setSize((count) => count + 1);
      before = now;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** One row of the page: a block, or the cells of a table row, with the highlights behind the words. */
export const RowView = memo(function RowView(props: RowViewProps) {
  const { row, index: number, loaded, segments, outlined, codebook, geometry, from, to, head, fonts } = props;
  const { regions, pageLabels } = props;
  const t = useText();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [measured, setMeasured] = useState(NOTHING);
  const size = useSize(element);
  const blocks = loaded.blocks.slice(row.first, row.last + 1);
  const span = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
  const own = segmentsIn(segments, span);
  const inside =
    outlined === null || outlined.end <= span.start || outlined.start >= span.end ? null : outlined;
  // Rows are measured when something in them has changed, not whenever something in the document has.
  const signature = `${own.map(signatureOf).join(' ')}|${inside?.start ?? ''}-${inside?.end ?? ''}`;
  const latest = useRef({ own, inside, span });
  latest.current = { own, inside, span };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured depends on these, though it names none of them
  useLayoutEffect(() => {
    if (element === null) return;
    const now = latest.current;
    const next = measureRow(element, (block) => segmentsIn(now.own, block), now.inside);
    setMeasured(next.marks.length + next.outline.length === 0 ? NOTHING : next);
    putRow(geometry, number, [...partBoxes(element, regions), ...stripeBoxes(next.marks, now.span)]);
  }, [element, signature, size, fonts, geometry, number, regions]);
  useEffect(() => () => putRow(geometry, number, []), [geometry, number]);
  return (
    <div ref={setElement} className={row.last > row.first ? 'rd-cells' : undefined}>
      <Parts stripes={regions} codebook={codebook} />
      <Highlights measured={measured} codebook={codebook} />
      {blocks.map((block, offset) => {
        const index = row.first + offset;
        const ids = new Set(segmentsIn(own, block).flatMap(({ codeIds }) => codeIds));
        const names = [...ids].map((id) => nameOf(codebook, id)).join(', ');
        return (
          <BlockView
            key={index}
            block={block}
            index={index}
            text={loaded.text.slice(block.start, block.end)}
            hidden={pageLabels === null || block.kind === 'code' ? NO_SPANS : hiddenOf(loaded, block)}
            pageLabel={pageLabels?.get(index) ?? null}
            current={index >= from && index <= to}
            head={index === head}
            about={ids.size === 0 ? '' : t('reader.codesOn', { count: ids.size, names })}
          />
        );
      })}
    </div>
  );
});

const signatureOf = ({ start, end, stripes }: Segment) =>
  `${start}-${end}:${stripes.map(({ key, lane, passageIds }) => `${key}/${lane}/${passageIds.join()}`).join()}`;
