import { type RefObject, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import type { CodingRow } from '../../contract/passages.ts';
import { useText } from '../messages/intl.tsx';
import { ownCodings } from '../reader/target.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { type Target, useReader } from '../state/reader.ts';
import { Swatch } from '../ui/Swatch.tsx';
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
  return (
    <>
      <span
        ref={anchor}
        className="pk-anchor"
        style={{ insetBlockStart: (place?.y ?? 0) - 2, insetInlineStart: place?.x ?? 0 }}
      />
      {place === null ? null : (
        <Popover
          className="float"
          aria-label={t('picker.remove')}
          triggerRef={anchor}
          isOpen
          placement="bottom start"
          offset={2}
          onOpenChange={useReader.getState().stopPicking}
        >
          <Menu className="menu" aria-label={t('picker.remove')} autoFocus="first">
            {ids.map((id) => (
              <MenuItem
                key={id}
                id={id}
                textValue={nameOf(codebook, id)}
                onAction={() => remove(codings.filter(({ codeId }) => codeId === id))}
              >
                <span className="pk-code">
                  <Swatch name={nameOf(codebook, id)} colour={codebook.byId.get(id)?.colour ?? '#808080'} />
                  <bdi>{nameOf(codebook, id)}</bdi>
                </span>
              </MenuItem>
            ))}
            <Separator className="line" />
            <MenuItem id="all" onAction={() => remove(codings)}>
              {t('picker.removeAll', { count: ids.length })}
            </MenuItem>
          </Menu>
        </Popover>
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
