import { useQuery } from '@tanstack/react-query';
import type { DocumentRow } from '../../contract/documents.ts';
import { useText } from '../messages/intl.tsx';
import { pagesQuery } from '../pages/glyphs.ts';
import type { LoadedText } from '../reader/text.ts';
import { CONTENTS_TABS, usePaging } from '../state/pages.ts';
import { Segments } from '../ui/Segments.tsx';
import { Outline } from './Outline.tsx';
import { PageList } from './PageList.tsx';

const NONE = [] as const;

/** What a document consists of: its pages in small, or its headings. Without pages, its headings alone. */
export function Panel({ document, loaded }: { document: DocumentRow; loaded: LoadedText }) {
  const t = useText();
  const tab = usePaging(({ contentsTab }) => contentsTab);
  const hasPages = document.pages > 0;
  const { data: pages } = useQuery({ ...pagesQuery(document.id, document.versionId), enabled: hasPages });
  const showsPages = hasPages && tab === 'pages';
  return (
    <>
      <div className="pane-h ct-h">
        {hasPages ? (
          <Segments
            label={t('contents.tab')}
            options={CONTENTS_TABS.map((value) => ({ value, label: t(`contents.tab.${value}`) }))}
            value={tab}
            onChange={(contentsTab) => usePaging.setState({ contentsTab })}
          />
        ) : (
          <h2>{t('contents.tab.outline')}</h2>
        )}
      </div>
      {showsPages ? (
        <div className="pane-b">
          {pages === undefined ? null : <PageList loaded={loaded} pages={pages} />}
        </div>
      ) : (
        <Outline loaded={loaded} pages={pages ?? NONE} />
      )}
    </>
  );
}
