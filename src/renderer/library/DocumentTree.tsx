import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Collection, type Key, Tree } from 'react-aria-components';
import { inspectCase } from '../cases/actions.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { Rows } from '../ui/Rows.tsx';
import { openDocument } from './actions.ts';
import { CaseItem, NewCaseItem } from './CaseItem.tsx';
import { DocumentItem } from './DocumentItem.tsx';
import { type CaseGroup, groupByCase } from './groups.ts';
import { useRenaming } from './renaming.ts';
import type { LibraryRow } from './useLibrary.ts';

const WITHOUT = 'without';
/** The row in which a new case gets its name has this key. */
const NEW = 'new-case';
const groupKey = (group: CaseGroup) => group.caseId ?? WITHOUT;

/** Folded cases are remembered together with folded codes, in one list of ids; these are the ones that are not folded. */
function useUnfolded(keys: readonly string[]): [Key[], (expanded: Iterable<Key>) => void] {
  const { folded, fold } = useWorkspace();
  const open = keys.filter((key) => !folded.includes(key));
  const change = (expanded: Iterable<Key>) => {
    const now = new Set(expanded);
    fold([...folded.filter((key) => !keys.includes(key)), ...keys.filter((key) => !now.has(key))]);
  };
  return [open, change];
}

/** What stands in the tree: cases, the row that makes one, or all documents at once where there is no case. */
type Item =
  | { readonly kind: 'case'; readonly id: string; readonly group: CaseGroup }
  | { readonly kind: 'new'; readonly id: string }
  | { readonly kind: 'all'; readonly id: string; readonly documents: readonly LibraryRow[] };

/** The documents: a tree by case, or a plain list where there is none. A press on a case shows it in the inspector. */
export function DocumentTree({ documents }: { documents: readonly LibraryRow[] }) {
  const t = useText();
  const current = useWorkspace((workspace) => workspace.documentId);
  const shownCase = useWorkspace(({ inspected, caseId }) => (inspected === 'case' ? caseId : null));
  const isNaming = useRenaming((renaming) => renaming.isNaming);
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const groups = useMemo(() => groupByCase(documents, cases ?? []), [documents, cases]);
  const [expanded, setExpanded] = useUnfolded(groups?.map(groupKey) ?? []);
  const items = useMemo(
    (): Item[] => [
      ...(isNaming ? [{ kind: 'new', id: NEW } as const] : []),
      ...(groups?.map((group): Item => ({ kind: 'case', id: groupKey(group), group })) ?? [
        // A row that is the same object is not drawn anew: what it shows has to lie in it.
        { kind: 'all', id: 'all', documents },
      ]),
    ],
    [groups, documents, isNaming],
  );
  const keysOf = (id: string) =>
    groups === null
      ? [id]
      : groups.flatMap((group) =>
          group.documents.some((each) => each.id === id) ? [`${groupKey(group)}/${id}`] : [],
        );
  const open = (key: Key, focus: boolean) => {
    const id = String(key).split('/').at(-1);
    if (documents.some((each) => each.id === id)) openDocument(id as string, focus);
    else if (groups?.some(({ caseId }) => caseId === id)) inspectCase(id as string);
  };
  return (
    <Rows wraps>
      <Tree
        aria-label={t('library.tree')}
        className="tree library"
        keyboardNavigationBehavior="tab"
        selectionMode="single"
        disallowEmptySelection
        disabledBehavior="selection"
        disabledKeys={[WITHOUT, NEW]}
        selectedKeys={[
          ...(current === null ? [] : keysOf(current)),
          ...(shownCase === null ? [] : [shownCase]),
        ]}
        onSelectionChange={(keys) => {
          // The document in the reader stays selected beside a case that is looked at.
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) open(key, false);
        }}
        onAction={(key) => open(key, true)}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
        items={items}
      >
        {(item) =>
          item.kind === 'new' ? (
            <NewCaseItem id={item.id} />
          ) : item.kind === 'all' ? (
            <Collection items={item.documents}>
              {(document) => <DocumentItem id={document.id} document={document} />}
            </Collection>
          ) : (
            <CaseItem id={item.id} group={item.group}>
              <Collection items={item.group.documents}>
                {(document) => <DocumentItem id={`${item.id}/${document.id}`} document={document} />}
              </Collection>
            </CaseItem>
          )
        }
      </Tree>
    </Rows>
  );
}
