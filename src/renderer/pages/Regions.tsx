import { type CSSProperties, memo } from 'react';
import type { Region } from '../../contract/common.ts';
import type { PageFacts } from '../../text/pages.ts';
import { useText } from '../messages/intl.tsx';
import { partsOf, type Stripe } from '../reader/stripes.ts';
import { type Codebook, styleOf } from '../reader/useCodebook.ts';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { RegionFrame } from './RegionFrame.tsx';
import { reshapeTo, selectRegion } from './region.ts';
import { type PageView, toScreen } from './view.ts';

/** Parts of one page that carry codes, each drawn once whatever lies on it. */
function Marked({
  stripes,
  view,
  codebook,
}: {
  stripes: readonly Stripe[];
  view: PageView;
  codebook: Codebook;
}) {
  return [...partsOf(stripes)].map(([key, first]) => {
    const box = toScreen(view, first.region);
    const style: CSSProperties = {
      ...styleOf(codebook, first.codeId),
      insetInlineStart: box.x,
      insetBlockStart: box.y,
      inlineSize: box.width,
      blockSize: box.height,
    };
    return <div key={key} className="pg-region" data-passages={key} style={style} />;
  });
}

/** The parts of a page that are passages, and the frame of the one that is selected or being marked. */
export const Regions = memo(function Regions({
  page,
  view,
  stripes,
  codebook,
}: {
  page: PageFacts;
  view: PageView;
  /** Those that lie on parts of this page. */
  stripes: readonly Stripe[];
  codebook: Codebook;
}) {
  const t = useText();
  const selection = useWorkspace((workspace) => workspace.selection);
  const reshaping = useShownPages((shown) => shown.reshaping);
  const passages = useReader((state) => state.reading?.passages);
  const passageId = selection?.kind === 'passage' ? selection.passageId : null;
  const passage = passageId === null ? undefined : passages?.find(({ id }) => id === passageId);
  const kept = reshaping?.passageId === passageId ? reshaping?.region : passage?.region;
  const region: Region | null | undefined = selection?.kind === 'region' ? selection.region : kept;
  return (
    <>
      <Marked stripes={stripes} view={view} codebook={codebook} />
      {region?.page !== page.number ? null : (
        <RegionFrame
          region={region}
          view={view}
          label={t('region.on', { label: page.label })}
          onChange={(next) => (passageId === null ? selectRegion(next) : reshapeTo(passageId, next))}
        />
      )}
    </>
  );
});
