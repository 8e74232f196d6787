import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { usePanes } from '../state/panes.ts';
import { narrows, useScope } from '../state/scope.ts';
import { useWorkspace } from '../state/workspace.ts';
import { showPassages } from './commands.ts';

/** As many passages as the contract gives at a time. */
const MOST = 5000;

/** The documents a code occurs in, each with its number of passages; a press goes to the first of them. */
function Documents({ codeId }: { codeId: string }) {
  const t = useText();
  const { scope } = useScope();
  const { data } = useQuery(api.passages.list.queryOptions({ input: { code: codeId, scope, limit: MOST } }));
  const groups = [...Map.groupBy(data?.rows ?? [], ({ documentId }) => documentId).values()];
  return (
    <ul className="in-places">
      {groups.map((rows) => {
        const [first] = rows;
        if (first === undefined) return null;
        const { documentId, documentTitle, start, id } = first;
        return (
          <li key={documentId}>
            <Button
              className="in-link"
              onPress={() => {
                const { open, select } = useWorkspace.getState();
                open(documentId, { start });
                select({ kind: 'passage', documentId, passageId: id });
              }}
            >
              <bdi className="grow clip">{documentTitle}</bdi>
              <span className="num quiet">{t('code.inDocument', { passages: rows.length })}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** How often a code occurs in the scope, with its passages and documents behind the numbers. */
export function CodePlaces({ code }: { code: CodeRow }) {
  const t = useText();
  const { scope } = useScope();
  const [isOpen, setOpen] = useState(false);
  const { data: codes } = useQuery(api.codes.list.queryOptions({ input: { scope } }));
  const { passages, documents } = codes?.find(({ id }) => id === code.id) ?? code;
  const parents = code.path.split(' / ').slice(0, -1).join(' / ');
  return (
    <div className="code-places small">
      {parents === '' ? null : (
        <p className="faint" dir="auto">
          {t('code.under', { path: parents })}
        </p>
      )}
      <p className="quiet num">
        {t('code.counts', { passages, documents })}
        {narrows(scope) ? ` ${t('code.inScope')}` : ''}.
      </p>
      {passages === 0 ? null : (
        <p className="row">
          <Button
            className="link"
            onPress={() => {
              usePanes.getState().show('passages');
              showPassages(code.id);
            }}
          >
            {t('code.passages.show')}
          </Button>
          <Button className="link" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'code.documents.hide' : 'code.documents.show')}
          </Button>
        </p>
      )}
      {isOpen && passages > 0 ? <Documents codeId={code.id} /> : null}
    </div>
  );
}
