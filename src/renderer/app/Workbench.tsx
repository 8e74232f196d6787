import './workbench.css';
import { Codebook } from '../codebook/Codebook.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { ImportPage } from '../library/ImportPage.tsx';
import { useImporting } from '../library/importing.ts';
import { Library } from '../library/Library.tsx';
import { useText } from '../messages/intl.tsx';
import { Passages } from '../passages/Passages.tsx';
import { Reader } from '../reader/Reader.tsx';
import { usePanes } from '../state/panes.ts';
import { Divider, Part, Split } from '../ui/Splitter.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useNarrow } from './useNarrow.ts';

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

/** The text with its margin, above the passages: the drawer spans these two only, so that long codebooks keep their height. */
function Middle({ drawer }: { drawer: number }) {
  const t = useText();
  const open = usePanes((panes) => panes.drawer);
  const isImporting = useImporting(({ run, shown }) => run !== null && shown);
  return (
    <Split id="middle" across={false}>
      <Part id="reader" minSize={160}>
        <main aria-label={t('app.reader')} data-pane="reader" className="page">
          {isImporting ? <ImportPage /> : <Reader />}
        </main>
      </Part>
      {open ? (
        <>
          <Divider label={t('app.divider.passages')} />
          <Part id="passages" size={drawer} minSize={92}>
            <section aria-label={t('app.passages')} data-pane="passages" className="pane">
              <Passages />
            </section>
          </Part>
        </>
      ) : null}
    </Split>
  );
}

/** The one workspace: library and codebook, the text with its margin, its passages, and the inspector. */
export function Workbench() {
  const t = useText();
  const narrow = useNarrow();
  const { left, inspector, inspectorOver, toggle } = usePanes();
  return (
    <div className="workbench">
      <TitleBar />
      <div className="work">
        <Split id={narrow ? 'columns-narrow' : 'columns'} across key={narrow ? 'narrow' : 'wide'}>
          {left ? (
            <>
              <Part
                id={narrow ? 'left-narrow' : 'left-wide'}
                size={narrow ? 240 : 280}
                minSize={200}
                maxSize={560}
              >
                <Left />
              </Part>
              <Divider label={t('app.divider.left')} />
            </>
          ) : null}
          <Part id="centre" minSize={320}>
            <Middle drawer={narrow ? 148 : 208} />
          </Part>
          {inspector && !narrow ? (
            <>
              <Divider label={t('app.divider.inspector')} />
              <Part id="inspector" size={304} minSize={240} maxSize={560}>
                <aside aria-label={t('app.inspector')} data-pane="inspector" className="pane">
                  <Inspector />
                </aside>
              </Part>
            </>
          ) : null}
        </Split>
        {inspectorOver && narrow ? (
          <aside
            aria-label={t('app.inspector')}
            data-pane="inspector"
            className="pane over"
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) toggle('inspector', false);
            }}
          >
            <Inspector />
          </aside>
        ) : null}
      </div>
      <StatusLine />
    </div>
  );
}
