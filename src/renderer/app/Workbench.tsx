import './workbench.css';
import { type KeyboardEvent, type ReactNode, Suspense } from 'react';
import { CODE_COMMANDS } from '../code/commands.ts';
import { Codebook } from '../codebook/Codebook.tsx';
import { BookDialogs } from '../codebook-exchange/BookDialogs.tsx';
import { BOOK_COMMANDS } from '../codebook-exchange/commands.ts';
import { CODING_COMMANDS } from '../commands/coding.ts';
import { PAGING_COMMANDS } from '../commands/paging.ts';
import { READER_COMMANDS } from '../commands/reader.ts';
import { READING_COMMANDS } from '../commands/reading.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useReadAhead } from '../compare/useReadAhead.ts';
import { DRAWER_COMMANDS } from '../drawer/commands.ts';
import { Drawer } from '../drawer/Drawer.tsx';
import { INSPECTOR_COMMANDS } from '../inspector/commands.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { HighlightsDialog } from '../library/HighlightsDialog.tsx';
import { ImportPage } from '../library/ImportPage.tsx';
import { useImporting } from '../library/importing.ts';
import { Library } from '../library/Library.tsx';
import { MEMO_COMMANDS } from '../memos/commands.ts';
import { useText } from '../messages/intl.tsx';
import { Reader } from '../reader/Reader.tsx';
import { ScopeBar } from '../scope/ScopeBar.tsx';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { TAB_COMMANDS } from '../tabs/commands.ts';
import { Divider, Part, Split } from '../ui/Splitter.tsx';
import { useMenuKey } from '../ui/useMenuKey.ts';
import { VERSIONS_COMMANDS } from '../versions/commands.ts';
import { Layouts } from './Layouts.tsx';
import { enterPane } from './panes.ts';
import { StatusLine } from './StatusLine.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useIsLow, useWindow } from './useWindow.ts';
import { useViewTitles, VIEWS } from './views.ts';

/** The library above the codebook. */
function Left() {
  const t = useText();
  return (
    <Split id="left" across={false}>
      <Part id="library" size={264} minSize={72}>
        <nav aria-label={t('library.title')} data-pane="library" className="pane">
          <Library />
        </nav>
      </Part>
      <Divider label={t('app.divider.library')} />
      <Part id="codebook" minSize={120}>
        <aside aria-label={t('codebook.title')} data-pane="codebook" className="pane">
          <Codebook />
        </aside>
      </Part>
    </Split>
  );
}

/** What stays of the text above a tall drawer, px. */
const TEXT_BESIDE_TALL = 220;
/** The bars above and below the panes, px. */
const BARS = 100;

/** The text with its margin, above the passages: the drawer spans these two only, so that long codebooks keep their height. */
function Middle({ drawer }: { drawer: number }) {
  const t = useText();
  const { drawer: stands, drawerOver, tall } = usePanes();
  const open = useIsLow() ? drawerOver : stands;
  const isImporting = useImporting(({ run, shown }) => run !== null && shown);
  const page = useWorkspace((workspace) => workspace.page);
  const titles = useViewTitles();
  const view = page === 'document' || isImporting ? null : page;
  const View = view === null ? null : VIEWS[view];
  return (
    <Split id="middle" across={false}>
      <Part id="reader" minSize={160}>
        {/* The same place for all, of another name: keys of the text do not act in a view. */}
        <main
          aria-label={view === null ? t('app.reader') : titles[view]}
          data-pane={view ?? 'reader'}
          className="page"
        >
          {isImporting ? (
            <ImportPage />
          ) : View === null ? (
            <Reader />
          ) : (
            <Suspense>
              <View />
            </Suspense>
          )}
        </main>
      </Part>
      {open ? (
        <>
          <Divider label={t('app.divider.passages')} onCollapse={() => collapse('drawer')} />
          <Part
            id={tall ? 'passages-tall' : 'passages'}
            key={tall ? 'tall' : 'low'}
            size={tall ? Math.max(drawer, innerHeight - TEXT_BESIDE_TALL - BARS) : drawer}
            minSize={92}
          >
            <section aria-label={t('app.passages')} data-pane="passages" className="pane">
              <Drawer />
            </section>
          </Part>
        </>
      ) : null}
    </Split>
  );
}

/** How large the panes at the sides begin, px, by how much room the window has. */
const SIZES = {
  small: { left: 240, inspector: 304, drawer: 148 },
  narrow: { left: 240, inspector: 304, drawer: 148 },
  usual: { left: 280, inspector: 304, drawer: 208 },
  large: { left: 320, inspector: 384, drawer: 320 },
} as const;

/** A pane that lies over the text until Escape puts it away; a field inside has Escape to itself first. */
function Over({ pane, children }: { pane: 'left' | 'inspector'; children: ReactNode }) {
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) collapse(pane);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for whatever has the focus inside
    <div
      className={`over ${pane}`}
      onKeyDown={close}
      // Trees keep their keys to themselves; what floats above, such as a menu, is no part of this element.
      onKeyDownCapture={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[role=row]') : null;
        if (row === event.target && event.currentTarget.contains(row)) close(event);
      }}
    >
      {children}
    </div>
  );
}

/** The inspector, beside the text or over it. */
function InspectorPane() {
  const t = useText();
  return (
    <aside aria-label={t('app.inspector')} data-pane="inspector" className="pane">
      <Inspector />
    </aside>
  );
}

/** Puts a pane away from the line beside it; the focus goes on into the text. */
function collapse(pane: 'left' | 'inspector' | 'drawer'): void {
  usePanes.getState().toggle(pane, false);
  enterPane('reader');
}

/** The one workspace: library and codebook, the text with its margin, its passages, and the inspector. */
export function Workbench() {
  const t = useText();
  const room = useWindow();
  useMenuKey();
  useReadAhead();
  useCommands(DRAWER_COMMANDS);
  useCommands(TAB_COMMANDS);
  useCommands(MEMO_COMMANDS);
  useCommands(INSPECTOR_COMMANDS);
  useCommands(READER_COMMANDS);
  useCommands(READING_COMMANDS);
  useCommands(PAGING_COMMANDS);
  useCommands(CODING_COMMANDS);
  useCommands(CODE_COMMANDS);
  useCommands(VERSIONS_COMMANDS);
  useCommands(BOOK_COMMANDS);
  const { left, leftOver, inspector, inspectorOver } = usePanes();
  const isNarrow = room === 'small' || room === 'narrow';
  return (
    <div className="workbench">
      <TitleBar />
      <div className="scope-row" data-pane="scope">
        <ScopeBar />
        <Layouts />
      </div>
      <div className="work">
        <Split id="columns" across>
          {left && room !== 'small' ? (
            <>
              <Part
                id="left"
                keptAs={isNarrow ? 'left-narrow' : 'left-wide'}
                size={SIZES[room].left}
                minSize={200}
                maxSize={560}
              >
                <Left />
              </Part>
              <Divider label={t('app.divider.left')} onCollapse={() => collapse('left')} />
            </>
          ) : null}
          <Part id="centre" minSize={320}>
            <Middle drawer={SIZES[room].drawer} />
          </Part>
          {inspector && !isNarrow ? (
            <>
              <Divider label={t('app.divider.inspector')} onCollapse={() => collapse('inspector')} />
              <Part id="inspector" size={SIZES[room].inspector} minSize={240} maxSize={560}>
                <InspectorPane />
              </Part>
            </>
          ) : null}
        </Split>
        {leftOver && room === 'small' ? (
          <Over pane="left">
            <Left />
          </Over>
        ) : null}
        {inspectorOver && isNarrow ? (
          <Over pane="inspector">
            <InspectorPane />
          </Over>
        ) : null}
      </div>
      <StatusLine />
      <HighlightsDialog />
      <BookDialogs />
    </div>
  );
}
