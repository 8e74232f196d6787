import './contents.css';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { enterPane } from '../app/panes.ts';
import { useText } from '../messages/intl.tsx';
import type { LoadedText } from '../reader/text.ts';
import { usePaging } from '../state/pages.ts';
import { Divider, Part, Split } from '../ui/Splitter.tsx';
import { closeContents, useContents } from './open.ts';
import { Panel } from './Panel.tsx';

/** A reader narrower than this has no room for the contents beside the text, px. */
const NARROW = 700;
/** How wide the contents begin, px, and the widths between which they can be drawn. */
const WIDTH = { size: 208, minSize: 168, maxSize: 420 };

/** Escape goes back into the text, and puts away what lies over it. A field inside has Escape to itself first. */
function onEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  if (useContents.getState().narrow) closeContents();
  else enterPane('reader');
}

/** The text of a document, and beside it or over it, where they are asked for, its contents. */
export function Contents({
  document,
  loaded,
  children,
}: {
  document: DocumentRow;
  loaded: LoadedText;
  children: ReactNode;
}) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { narrow, over } = useContents();
  const beside = usePaging(({ contents }) => contents);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const look = () => {
      const isNarrow = element.clientWidth < NARROW;
      if (isNarrow !== useContents.getState().narrow) useContents.setState({ narrow: isNarrow, over: false });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const panel = (
    <nav
      aria-label={t('contents.title')}
      data-pane="contents"
      className={narrow ? 'pane ct is-over' : 'pane ct'}
      onKeyDown={onEscape}
      // Lists keep their keys to themselves.
      onKeyDownCapture={(event) => {
        if (event.target instanceof Element && event.target.matches('[role=row], [role=option]'))
          onEscape(event);
      }}
    >
      <Panel document={document} loaded={loaded} />
    </nav>
  );
  return (
    <div className="ct-frame" ref={frame}>
      <Split id="contents-and-text" across>
        {beside && !narrow ? (
          <>
            <Part id="contents" {...WIDTH}>
              {panel}
            </Part>
            <Divider label={t('contents.divider')} onCollapse={closeContents} />
          </>
        ) : null}
        <Part id="text" minSize={280}>
          <div className="ct-text">{children}</div>
        </Part>
      </Split>
      {over && narrow ? panel : null}
    </div>
  );
}
