import { type CSSProperties, type FocusEvent, useState } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { useText } from '../messages/intl.tsx';
import type { Stripe } from '../reader/stripes.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { useLoadedText } from '../reader/useLoadedText.ts';
import { useView } from '../state/view.ts';
import { Flow } from './Flow.tsx';
import { bringUp, type Panes } from './panes.ts';
import { useParallel } from './view.ts';

export interface PaneProps {
  readonly document: DocumentRow;
  /** From 0, of so many. */
  readonly number: number;
  readonly of: number;
  readonly stripes: readonly Stripe[];
  /** The passage of the present pair; null where this document has none. */
  readonly present: Stripe | null;
  readonly codebook: Codebook;
  readonly panes: Panes;
  /** Is told when the person scrolls this pane. */
  readonly onScroll: () => void;
  /** Is told once the text, and so the place of every passage, is known. */
  readonly onReady: () => void;
}

/** One document beside others: its text with what is coded in it. */
export function Pane({ document, number, of, panes, onScroll, ...rest }: PaneProps) {
  const t = useText();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const loaded = useLoadedText(document.id, document.versionId);
  const { zoom, face, density } = useView();
  const { title, language, pages } = document;
  const lead = () => {
    panes.leader = number;
  };
  const onFocus = ({ currentTarget, target }: FocusEvent) => {
    useParallel.setState({ pane: number });
    // By the key, as against by the pointer, one comes to the passage of the same pair.
    if (target === currentTarget && currentTarget.matches(':focus-visible') && rest.present !== null) {
      panes.leader = null;
      bringUp(panes, number, rest.present);
    }
  };
  const style = {
    '--zoom': zoom / 100,
    '--rd-face': face === 'sans' ? 'var(--font-ui)' : 'var(--font-read)',
  } as CSSProperties;
  return (
    <div
      ref={setElement}
      className={`sbs-pane hl-${density} ${pages > 0 ? 'reflowed' : ''}`}
      style={style}
      role="document"
      aria-label={t('parallel.text', { title, at: number + 1, total: of })}
      lang={language}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      onFocus={onFocus}
      onWheel={lead}
      onTouchStart={lead}
      onPointerDown={lead}
      onKeyDown={lead}
      onScroll={() => {
        if (panes.leader === number) onScroll();
      }}
    >
      {element === null || loaded === null ? (
        <p className="quiet sbs-wait">{t('parallel.loading')}</p>
      ) : (
        <>
          {loaded.total === 0 ? <p className="quiet sbs-wait">{t('reader.blank.title')}</p> : null}
          <Flow
            {...rest}
            scroller={element}
            loaded={loaded}
            pages={pages}
            number={number}
            panes={panes}
            face={face}
          />
        </>
      )}
    </div>
  );
}
