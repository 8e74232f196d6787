import { useMemo } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { removeCodings } from '../picker/remove.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { stopPicking, usePicking } from './picking.ts';
import { ownOn, rowsOf } from './targets.ts';

/** Asks which of the own codes to take off the passages that were chosen in the list. */
export function PassageRemover({ codebook }: { codebook: Codebook }) {
  const t = useText();
  const { picking, anchor } = usePicking();
  const at = useMemo(() => ({ current: anchor }), [anchor]);
  if (picking?.what !== 'remove') return null;
  const own = ownOn(rowsOf(picking.ids));
  const byCode = Map.groupBy(own, ({ codeId }) => codeId);
  const label = t('passages.remove', { count: picking.ids.length });
  return (
    <Popover
      className="float"
      aria-label={label}
      triggerRef={at}
      isOpen
      placement="top start"
      offset={4}
      onOpenChange={stopPicking}
    >
      <Menu className="menu" aria-label={label} autoFocus="first">
        {[...byCode].map(([id, codings]) => (
          <MenuItem
            key={id}
            id={id}
            textValue={nameOf(codebook, id)}
            onAction={() => {
              stopPicking();
              void removeCodings(codings);
            }}
          >
            <span className="pk-code">
              <Swatch name={nameOf(codebook, id)} colour={codebook.byId.get(id)?.colour ?? '#808080'} />
              <bdi>{nameOf(codebook, id)}</bdi>
            </span>
            <span className="small quiet num">{t('passages.remove.count', { count: codings.length })}</span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
