import type { RefObject } from 'react';
import { Menu, MenuItem, Separator } from 'react-aria-components';
import type { CodingRow } from '../../contract/passages.ts';
import { useText } from '../messages/intl.tsx';
import { ownCodings } from '../reader/target.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { type Target, useReader } from '../state/reader.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { removeCodings } from './remove.ts';
import { Under } from './Under.tsx';

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
  const reading = useReader((state) => state.reading);
  const codings = reading === null ? [] : ownCodings(reading, target);
  const ids = [...new Set(codings.map(({ codeId }) => codeId))];
  const remove = (chosen: readonly CodingRow[]) => {
    useReader.getState().stopPicking();
    void removeCodings(chosen);
  };
  return (
    <Under
      scroller={scroller}
      target={target}
      size={SIZE}
      label={t('picker.remove')}
      onClose={useReader.getState().stopPicking}
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
    </Under>
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
