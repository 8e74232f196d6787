import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo } from 'react';
import type { PageFacts } from '../../text/pages.ts';
import type { Span } from '../../text/reading.ts';
import { useText } from '../messages/intl.tsx';
import { type GeometryStore, putRow, type StripeBox } from '../reader/geometry.ts';
import { Highlights } from '../reader/Highlights.tsx';
import { stripeBoxes } from '../reader/measure.ts';
import { type Segment, segmentsIn } from '../reader/segments.ts';
import type { Stripe } from '../reader/stripes.ts';
import type { LoadedText } from '../reader/text.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import type { Paper } from '../state/pages.ts';
import { glyphsQuery } from './glyphs.ts';
import { measurePage } from './measure.ts';
import { PageCanvas, type Part } from './PageCanvas.tsx';
import { type Marks, PageMarks } from './PageMarks.tsx';
import { PagePicture } from './PagePicture.tsx';
import { usePictureDocument } from './picture.ts';
import { Regions } from './Regions.tsx';
import { TextLayer } from './TextLayer.tsx';
import { type PageView, toScreen } from './view.ts';

const NO_RUNS = [] as const;

export interface PageRowProps {
  readonly documentId: string;
  readonly versionId: string;
  readonly page: PageFacts;
  readonly of: number;
  /** Number of the row in the sheet, from 0. */
  readonly index: number;
  readonly view: PageView;
  readonly paper: Paper;
  /** Whether it is in sight or about to be: pages that are only kept for the focus are not drawn. */
  readonly isNear: boolean;
  /** Whether its words are wanted yet: the first picture comes before any. */
  readonly hasWords: boolean;
  /** Which part of it is in sight, for pages too large to be drawn whole; null for others. */
  readonly sight: Part | null;
  readonly loaded: LoadedText;
  readonly segments: readonly Segment[];
  /** Stripes that lie on parts of this page instead of words. */
  readonly regions: readonly Stripe[];
  readonly outlined: Span | null;
  readonly codebook: Codebook;
  readonly geometry: GeometryStore;
  readonly marks: Marks;
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** One page: its picture, the highlights on its words, and the words themselves above them. */
export const PageRow = memo(function PageRow(props: PageRowProps) {
  const { documentId, versionId, page, of, index, view, paper, isNear, sight, loaded, segments } = props;
  const { regions, hasWords } = props;
  const { outlined, codebook, geometry, marks, from, to, head } = props;
  const t = useText();
  const picture = usePictureDocument(documentId);
  const { data: runs = NO_RUNS } = useQuery({
    ...glyphsQuery(documentId, versionId, page.number),
    enabled: hasWords,
  });
  const own = useMemo(() => segmentsIn(segments, page), [segments, page]);
  const inside =
    outlined === null || outlined.end <= page.start || outlined.start >= page.end ? null : outlined;
  const measured = useMemo(() => measurePage(runs, own, inside, view), [runs, own, inside, view]);
  useEffect(() => {
    const beside = regions.flatMap((stripe): StripeBox[] => {
      if (stripe.region === null) return [];
      const { y, height } = toScreen(view, stripe.region);
      return [{ stripe, top: y, bottom: y + height, begins: true, ends: true }];
    });
    putRow(geometry, index, [...stripeBoxes(measured.marks, page), ...beside]);
  }, [geometry, index, measured, page, regions, view]);
  useEffect(() => () => putRow(geometry, index, []), [geometry, index]);
  const place = useMemo(
    () => ({ documentId, versionId, number: page.number }),
    [documentId, versionId, page.number],
  );
  const aboutBlock = useMemo(() => {
    return (number: number) => {
      const block = loaded.blocks[number];
      if (block === undefined) return '';
      const ids = new Set(segmentsIn(own, block).flatMap(({ codeIds }) => codeIds));
      if (ids.size === 0) return '';
      const names = [...ids].map((id) => nameOf(codebook, id)).join(', ');
      return t('reader.codesOn', { count: ids.size, names });
    };
  }, [loaded, own, codebook, t]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      className={`pg-page paper-${paper}`}
      style={{ inlineSize: view.width, blockSize: view.height }}
      data-page={page.number}
      // A press beside the words, or on a page without any, leaves the focus in the reader.
      tabIndex={-1}
      aria-label={
        picture === null
          ? t('pages.page', {
              label: page.label,
              number: page.number,
              of,
              named: page.label === String(page.number) ? 'no' : 'yes',
            })
          : t('pages.picture', { title: picture.title })
      }
    >
      {isNear && picture === null ? <PageCanvas place={place} view={view} sight={sight} /> : null}
      {isNear && picture !== null ? (
        <PagePicture documentId={documentId} versionId={versionId} title={picture.title} view={view} />
      ) : null}
      <div className="pg-hl">
        <Highlights measured={measured} codebook={codebook} />
      </div>
      <PageMarks page={page} runs={runs} view={view} marks={marks} />
      {hasWords ? (
        <TextLayer
          page={page}
          runs={runs}
          loaded={loaded}
          view={view}
          from={from}
          to={to}
          head={head}
          aboutBlock={aboutBlock}
        />
      ) : null}
      <Regions page={page} view={view} stripes={regions} codebook={codebook} />
    </div>
  );
});
