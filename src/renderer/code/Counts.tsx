import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { showQuote } from '../passages/show.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { useWorkspace } from '../state/workspace.ts';
import { usePassagesOf } from './usePassagesOf.ts';

/** How often the code was given in scope, by document and coder; a document leads to its first passage. */
export function Counts({ code }: { code: CodeRow }) {
  const t = useText();
  const scoped = useScopeInput();
  const listed = usePassagesOf(code.id);
  const { data: page } = useQuery({
    ...api.codePage.show.queryOptions({ input: { code: code.id, ...scoped } }),
    placeholderData: keepPreviousData,
  });
  if (page === undefined) return null;
  const { documents, coders } = page;
  if (documents.length === 0)
    return (
      <p className="cp-none quiet">
        {t(scoped === undefined ? 'codePage.passages.none' : 'codePage.passages.none.scope')}
      </p>
    );
  const open = (documentId: string) => {
    const first = listed?.rows.find((row) => row.documentId === documentId);
    if (first === undefined) useWorkspace.getState().open(documentId);
    else showQuote(first);
  };
  const several = coders.length > 1;
  return (
    <div className="cp-counts">
      <table aria-label={t('codePage.counts', { name: code.name })}>
        <thead>
          <tr>
            <th scope="col">{t('codePage.counts.document')}</th>
            <th scope="col">{t('codePage.counts.all')}</th>
            {coders.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map(({ documentId, title, passages, byCoder }) => (
            <tr key={documentId}>
              <th scope="row">
                <Button className="in-link" onPress={() => open(documentId)}>
                  <bdi>{title}</bdi>
                </Button>
              </th>
              <td>{passages}</td>
              {coders.map(({ id }) => (
                <td key={id}>{byCoder[id] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('codePage.counts.total')}</th>
            <td>{documents.reduce((sum, { passages }) => sum + passages, 0)}</td>
            {coders.map(({ id, passages }) => (
              <td key={id}>{passages}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      {several ? <p className="hint">{t('codePage.counts.note')}</p> : null}
    </div>
  );
}
