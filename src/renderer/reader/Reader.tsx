import './reader.css';
import './printed.css';
import './marks.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { Contents } from '../contents/Contents.tsx';
import { useText } from '../messages/intl.tsx';
import { openAhead } from '../pages/ahead.ts';
import { useAsPages } from '../pages/useAsPages.ts';
import { usePdfsAhead } from '../pages/usePdfsAhead.ts';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useSheet } from '../state/sheet.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Empty } from '../ui/Empty.tsx';
import { useLater } from '../ui/useLater.ts';
import { FindBar } from './FindBar.tsx';
import { GoToParagraph } from './GoToParagraph.tsx';
import { Page } from './Page.tsx';
import { Toolbar } from './Toolbar.tsx';
import { nothingYet } from './text.ts';
import { useLoadedText } from './useLoadedText.ts';

const NONE: readonly DocumentRow[] = [];

function Open({ document }: { document: DocumentRow }) {
  const t = useText();
  const finding = useReader((state) => state.finding !== null);
  const asks = useSheet(({ sheet }) => sheet === 'goTo');
  const later = useLater();
  const { id, versionId, mediaType } = document;
  const hasPages = document.pages > 0;
  const asPages = useAsPages(document);
  const drawn = useShownPages((shown) => shown.drawn);
  const text = useLoadedText(document.id, document.versionId, asPages && !drawn);
  // Before anything else is asked for: the first page is what one waits for.
  useLayoutEffect(() => {
    if (hasPages) openAhead({ id, versionId, mediaType });
    return () => useShownPages.setState({ drawn: false });
  }, [hasPages, id, versionId, mediaType]);
  // Pages are there before their words.
  const loaded = useMemo(() => text ?? (asPages ? nothingYet(document) : null), [text, asPages, document]);
  if (loaded === null) return <p className="rd-empty quiet">{t('reader.loading')}</p>;
  return (
    <>
      {later ? <Toolbar document={document} /> : <div className="bar rd-bar" />}
      {finding ? <FindBar /> : null}
      {asks ? <GoToParagraph onClose={() => useSheet.getState().show(null)} /> : null}
      {loaded.total === 0 && document.pages === 0 ? (
        <div className="rd-empty">
          <Empty title={t('reader.blank.title')}>
            <p>{t('reader.blank.body')}</p>
          </Empty>
        </div>
      ) : (
        <Contents document={document} loaded={loaded}>
          <Page document={document} loaded={loaded} />
        </Contents>
      )}
    </>
  );
}

/** The open document as flowing text with its margin, or what to do where none is open. */
export function Reader() {
  const t = useText();
  const keys = useKeyNames();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const documentId = useWorkspace((workspace) => workspace.documentId);
  usePdfsAhead(documents ?? NONE, documentId !== null);
  useEffect(
    () =>
      // Its file is asked for before all else is rendered for it.
      useWorkspace.subscribe((now, before) => {
        const next = now.documentId === before.documentId ? null : now.documentId;
        const opened = documents?.find(({ id }) => id === next);
        if (opened !== undefined && opened.pages > 0) openAhead(opened);
      }),
    [documents],
  );
  if (documents === undefined) return null;
  const document = documents.find(({ id }) => id === documentId);
  if (document !== undefined)
    return <Open key={`${document.id} ${document.versionId}`} document={document} />;
  return (
    <div className="rd-empty">
      <Empty title={t('reader.empty.title')}>
        <p>{t(documents.length === 0 ? 'reader.empty.none' : 'reader.empty.body', keys)}</p>
      </Empty>
    </div>
  );
}
