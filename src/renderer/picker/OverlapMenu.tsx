import { type RefObject, useRef } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { OVERLAP_RULES, useOverlap } from '../state/overlap.ts';
import type { Target } from '../state/reader.ts';
import { useUnder } from './useUnder.ts';

const SIZE = { width: 300, height: 150 };

function Question({
  scroller,
  target,
  name,
  answer,
}: {
  scroller: RefObject<HTMLElement | null>;
  target: Target;
  name: string;
  answer: NonNullable<ReturnType<typeof useOverlap.getState>['asking']>['answer'];
}) {
  const t = useText();
  const anchor = useRef<HTMLSpanElement>(null);
  const place = useUnder(scroller, target, SIZE);
  const title = t('overlap.title', { code: name });
  return (
    <>
      <span
        ref={anchor}
        className="pk-anchor"
        style={{ insetBlockStart: (place?.y ?? 0) - 2, insetInlineStart: place?.x ?? 0 }}
      />
      {place === null ? null : (
        <Popover
          className="float pk-overlap"
          aria-label={title}
          triggerRef={anchor}
          isOpen
          placement="bottom start"
          offset={2}
          onOpenChange={() => answer(null)}
        >
          <Menu className="menu" aria-label={title} autoFocus="first">
            <MenuSection>
              <Header className="small quiet">{title}</Header>
              {OVERLAP_RULES.map((rule) => (
                <MenuItem key={rule} id={rule} onAction={() => answer(rule)}>
                  {t(`overlap.${rule}`)}
                </MenuItem>
              ))}
            </MenuSection>
          </Menu>
          <p className="small faint">{t('overlap.kept')}</p>
        </Popover>
      )}
    </>
  );
}

/** Asks once for a project what is to happen where a code meets words that have it in part, under those words. */
export function OverlapMenu({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const asking = useOverlap((state) => state.asking);
  return asking === null ? null : <Question scroller={scroller} {...asking} />;
}
