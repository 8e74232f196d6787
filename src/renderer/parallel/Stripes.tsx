import type { VirtualItem } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import type { GeometryStore } from '../reader/geometry.ts';
import { type Codebook, styleOf } from '../reader/useCodebook.ts';

/** Thin stripes beside the text: so many at most, each so wide with its gap, px. */
const LANES = 4;
const STEP = 6;

/** What is coded in the rows in sight, as stripes at the end of the lines. The names stand in the text's own description. */
export function Stripes({
  items,
  geometry,
  codebook,
}: {
  items: readonly VirtualItem[];
  geometry: GeometryStore;
  codebook: Codebook;
}) {
  const rows = useStore(geometry, (state) => state.rows);
  return items.flatMap(({ index, start }) =>
    (rows.get(index) ?? [])
      .filter(({ stripe }) => stripe.codeId !== null && stripe.lane < LANES)
      .map(({ stripe, top, bottom }) => (
        <span
          key={`${index} ${stripe.key}`}
          aria-hidden="true"
          className="sbs-stripe"
          style={{
            ...styleOf(codebook, stripe.codeId),
            insetBlockStart: start + top,
            blockSize: bottom - top,
            insetInlineEnd: 4 + stripe.lane * STEP,
          }}
        />
      )),
  );
}
