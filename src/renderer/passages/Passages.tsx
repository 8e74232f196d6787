import './passages.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useCodebook } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Check } from '../ui/Check.tsx';
import { Segments } from '../ui/Segments.tsx';
import { NoPassages } from './NoPassages.tsx';
import { QuoteList } from './QuoteList.tsx';
import { usePassagesView } from './view.ts';

/** As many as the contract gives at a time. */
const MOST = 5000;

/** The passages of the selected code in all documents, or of the open document, with their words: the way from a code back to the text. */
export function Passages() {
  const t = useText();
  const { of, below } = usePassagesView();
  const { codeId, documentId } = useWorkspace();
  const codebook = useCodebook();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const code = codeId === null ? undefined : codebook.byId.get(codeId);
  const document = documents?.find(({ id }) => id === documentId);
  const name = of === 'code' ? code?.name : document?.title;
  const hasBelow = code !== undefined && codebook.codes.some(({ parentId }) => parentId === code.id);
  const { data } = useQuery({
    ...api.passages.list.queryOptions({
      input: of === 'code' ? { code: code?.id, below, limit: MOST } : { document: document?.id, limit: MOST },
    }),
    enabled: name !== undefined,
    placeholderData: keepPreviousData,
  });
  const rows = name === undefined ? undefined : data?.rows;
  return (
    <>
      <div className="pane-h ps-h">
        <h2>{t('passages.title')}</h2>
        {name === undefined || data === undefined ? null : (
          <span className="n clip" role="status">
            {t(of === 'code' ? 'passages.count' : 'passages.countDocument', {
              name,
              passages: data.total,
              documents: data.documents,
            })}
            {data.total > data.rows.length ? ` ${t('passages.first', { shown: data.rows.length })}` : null}
          </span>
        )}
        <span className="grow" />
        {of === 'code' && hasBelow ? (
          <Check isSelected={below} onChange={(next) => usePassagesView.setState({ below: next })}>
            {t('passages.below')}
          </Check>
        ) : null}
        <Segments
          label={t('passages.of')}
          options={[
            { value: 'code', label: t('passages.ofCode') },
            { value: 'document', label: t('passages.ofDocument') },
          ]}
          value={of}
          onChange={(next) => usePassagesView.setState({ of: next })}
        />
      </div>
      <div className="pane-b">
        {name === undefined || rows?.length === 0 ? (
          <NoPassages of={of} name={name} widens={of === 'code' && hasBelow && !below} />
        ) : rows === undefined ? null : (
          <QuoteList rows={rows} codebook={codebook} codeId={of === 'code' ? codeId : null} />
        )}
      </div>
    </>
  );
}
