import { useMemo } from 'react';
import { Collection, type Key, ListLayout, Tree, Virtualizer } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { openDocument } from './actions.ts';
import { type CaseGroup, groupByCase } from './groups.ts';
import { CaseItem, DocumentItem } from './items.tsx';
import type { LibraryRow } from './useLibrary.ts';

const WITHOUT = 'without';
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

/** The documents: a tree by case, or a plain list where no document has one. */
export function DocumentTree({ documents }: { documents: readonly LibraryRow[] }) {
  const t = useText();
  const current = useWorkspace((workspace) => workspace.documentId);
  const groups = useMemo(() => groupByCase(documents), [documents]);
  const [expanded, setExpanded] = useUnfolded(groups?.map(groupKey) ?? []);
  const keysOf = (id: string) =>
    groups === null
      ? [id]
      : groups.flatMap((group) =>
          group.documents.some((each) => each.id === id) ? [`${groupKey(group)}/${id}`] : [],
        );
  const open = (key: Key, focus: boolean) => {
    const id = String(key).split('/').at(-1);
    if (documents.some((each) => each.id === id)) openDocument(id as string, focus);
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 28 }}>
      <Tree
        aria-label={t('library.tree')}
        className="tree library"
        keyboardNavigationBehavior="tab"
        selectionMode="single"
        disallowEmptySelection
        disabledBehavior="selection"
        disabledKeys={groups?.map(groupKey) ?? []}
        selectedKeys={current === null ? [] : keysOf(current)}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) open(key, false);
        }}
        onAction={(key) => open(key, true)}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
        items={groups ?? [{ caseId: null, name: null, documents }]}
      >
        {(group) =>
          groups === null ? (
            <Collection items={documents}>
              {(document) => <DocumentItem id={document.id} document={document} />}
            </Collection>
          ) : (
            <CaseItem id={groupKey(group)} group={group}>
              <Collection items={group.documents}>
                {(document) => <DocumentItem id={`${groupKey(group)}/${document.id}`} document={document} />}
              </Collection>
            </CaseItem>
          )
        }
      </Tree>
    </Virtualizer>
  );
}
