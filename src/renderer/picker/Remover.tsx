import { type RefObject, useRef } from 'react';
import type { CodingRow } from '../../contract/passages.ts';
import { useText } from '../messages/intl.tsx';
import { ownCodings } from '../reader/target.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { type Target, useReader } from '../state/reader.ts';
import { ContextMenu } from '../ui/Menu.tsx';
import { removeCodings } from './remove.ts';
import { useUnder } from './useUnder.ts';

const SIZE = { width: 240, height: 200 };

function List({
  scroller,
  codebook,
  target,
}: {
  scroller: RefObject<HTMLElement | null>;
  codebook: Codebook;
  target: Target;
}) {
  const t = useText();
  const anchor = useRef<HTMLSpanElement>(null);
  const reading = useReader((state) => state.reading);
  const place = useUnder(scroller, target, SIZE);
  const codings = reading === null ? [] : ownCodings(reading, target);
  const ids = [...new Set(codings.map(({ codeId }) => codeId))];
  const remove = (chosen: readonly CodingRow[]) => {
    useReader.getState().stopPicking();
    void removeCodings(chosen);
  };
  const rows = ids.map((id) => ({
    id,
    label: nameOf(codebook, id),
    run: () => remove(codings.filter(({ codeId }) => codeId === id)),
  }));
  const all = { id: 'all', label: t('picker.removeAll', { count: ids.length }), run: () => remove(codings) };
  return (
    <>
      <span
        ref={anchor}
        className="pk-anchor"
        style={{ insetBlockStart: (place?.y ?? 0) - 2, insetInlineStart: place?.x ?? 0 }}
      />
      {place === null ? null : (
        <ContextMenu
          label={t('picker.remove')}
          rows={[...rows, '-', all]}
          at={anchor}
          onClose={useReader.getState().stopPicking}
        />
      )}
    </>
  );
}

/** Asks which of several own codes to take off the passage. */
export function Remover({
  scroller,
  codebook,
}: {
  scroller: RefObject<HTMLElement | null>;
  codebook: Codebook;
}) {
  const picking = useReader((state) => state.picking);
  if (picking?.what !== 'remove') return null;
  return <List scroller={scroller} codebook={codebook} target={picking.target} />;
}
