import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { OVERLAP_RULES, useOverlap } from '../state/overlap.ts';
import type { Target } from '../state/reader.ts';
import { Under } from './Under.tsx';

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
  const title = t('overlap.title', { code: name });
  return (
    <Under
      scroller={scroller}
      target={target}
      size={SIZE}
      label={title}
      className="float pk-overlap"
      onClose={() => answer(null)}
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
    </Under>
  );
}

/** Asks once for a project what is to happen where a code meets words that have it in part, under those words. */
export function OverlapMenu({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const asking = useOverlap((state) => state.asking);
  return asking === null ? null : <Question scroller={scroller} {...asking} />;
}
