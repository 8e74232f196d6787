import { useQuery } from '@tanstack/react-query';
import type { DocumentRow } from '../../../contract/documents.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { type Choice, ChoiceMenu } from '../frame/Controls.tsx';
import { useAnalysis } from '../state.ts';

const NONE: readonly DocumentRow[] = [];

/** Gives the documents in scope, and the one that is shown: the one chosen, or null where it is out of scope or none was chosen. */
export function useDocumentsAlong(): { documents: readonly DocumentRow[]; chosen: string | null } {
  const scoped = useScopeInput();
  const { data = NONE } = useQuery(api.documents.list.queryOptions({ input: scoped }));
  const wanted = useAnalysis(({ documentId }) => documentId);
  const documents = data.filter(({ inScope }) => inScope);
  return { documents, chosen: documents.some(({ id }) => id === wanted) ? wanted : null };
}

/** Gives the one document that a portrait is of: the one chosen, else the one in the reader, else the first in scope that is coded. */
export function useOneDocument(): string | null {
  const { documents, chosen } = useDocumentsAlong();
  const read = useWorkspace(({ documentId }) => documentId);
  const first = documents.find(({ passages }) => passages > 0) ?? documents[0];
  return chosen ?? documents.find(({ id }) => id === read)?.id ?? first?.id ?? null;
}

/** Which document is shown. @param all whether all together are a choice; @param present the one that is shown */
export function DocumentMenu({ all, present }: { all: boolean; present: string | null }) {
  const t = useText();
  const { documents } = useDocumentsAlong();
  const each = documents.map(({ id, title }): Choice<string | null> => ({ id, label: title, value: id }));
  const together: Choice<string | null> = { id: 'all', label: t('along.document.all'), value: null };
  return (
    <ChoiceMenu
      label={t('along.document')}
      choices={all ? [together, ...each] : each}
      present={present ?? 'all'}
      onChange={(documentId) => useAnalysis.setState({ documentId })}
    />
  );
}
