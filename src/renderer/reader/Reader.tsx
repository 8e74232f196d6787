import './reader.css';
import './marks.css';
import { useQuery } from '@tanstack/react-query';
import type { DocumentRow } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { useText } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { useSheet } from '../state/sheet.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Empty } from '../ui/Empty.tsx';
import { FindBar } from './FindBar.tsx';
import { GoToParagraph } from './GoToParagraph.tsx';
import { Page } from './Page.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useLoadedText } from './useLoadedText.ts';

function Open({ document }: { document: DocumentRow }) {
  const t = useText();
  const finding = useReader((state) => state.finding !== null);
  const asks = useSheet(({ sheet }) => sheet === 'goTo');
  const { loaded } = useLoadedText(document.id, document.versionId);
  if (loaded === null) return <p className="rd-empty quiet">{t('reader.loading')}</p>;
  return (
    <>
      <Toolbar document={document} />
      {finding ? <FindBar /> : null}
      {asks ? <GoToParagraph onClose={() => useSheet.getState().show(null)} /> : null}
      {loaded.total === 0 && document.pages === 0 ? (
        <div className="rd-empty">
          <Empty title={t('reader.blank.title')}>
            <p>{t('reader.blank.body')}</p>
          </Empty>
        </div>
      ) : (
        <Page document={document} loaded={loaded} />
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
