import { useMemo } from 'react';
import { Collection, type Key, Tree } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { Rows } from '../ui/Rows.tsx';
import { useEditing } from './editing.ts';
import { CodeItem, DraftItem } from './items.tsx';
import { type CodeNode, type Place, treeOf, unfolded } from './tree.ts';
import { useChoosing } from './useChoosing.ts';
import { useCodeDrag } from './useCodeDrag.ts';

/** The row in which a new code gets its name stands in the tree where the code will; it has this key. */
const DRAFT = 'draft';

interface Item {
  readonly id: string;
  /** Null for the draft. */
  readonly code: CodeRow | null;
  readonly children: readonly Item[];
}

/** The rows of the tree, with the draft where it belongs. */
function itemsOf(nodes: readonly CodeNode[], parentId: string | null, draft: Place | null): readonly Item[] {
  const items: Item[] = [];
  const isHere = draft !== null && draft.parentId === parentId;
  const row: Item = { id: DRAFT, code: null, children: [] };
  for (const { code, children } of nodes) {
    if (isHere && draft.beforeId === code.id) items.push(row);
    items.push({ id: code.id, code, children: itemsOf(children, code.id, draft) });
  }
  if (isHere && !items.includes(row)) items.push(row);
  return items;
}

/**
 * The codes as a tree. A press selects a code, with Ctrl or Shift several; Enter applies the one that has the focus, and keys,
 * menu and mouse move them alike.
 */
export function CodeTree({ codes, mayWrite }: { codes: readonly CodeRow[]; mayWrite: boolean }) {
  const t = useText();
  const editing = useEditing((state) => state.editing);
  const { folded, fold } = useWorkspace();
  const rows = useMemo(() => unfolded(codes, folded), [codes, folded]);
  const { selectedKeys, onSelectionChange, watch } = useChoosing(rows, DRAFT);
  const draft = editing?.kind === 'create' ? editing.place : null;
  const items = useMemo(() => itemsOf(treeOf(codes), null, draft), [codes, draft]);
  const dragAndDropHooks = useCodeDrag(codes, mayWrite);
  const row = (item: Item) =>
    item.code === null ? (
      <DraftItem id={item.id} place={draft ?? { parentId: null, beforeId: null }} />
    ) : (
      <CodeItem code={item.code} isRenamed={editing?.kind === 'rename' && editing.codeId === item.id}>
        <Collection items={item.children}>{row}</Collection>
      </CodeItem>
    );
  return (
    // The tree has the focus; this sees first which keys are held.
    <div className="codes-watch" {...watch}>
      <Rows>
        <Tree
          aria-label={t('codebook.tree')}
          className="tree codes"
          keyboardNavigationBehavior="tab"
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={selectedKeys}
          onSelectionChange={onSelectionChange}
          expandedKeys={codes.map((code) => code.id).filter((id) => !folded.includes(id))}
          onExpandedChange={(expanded: Set<Key>) => {
            const known = new Set(codes.map((code) => code.id));
            const others = folded.filter((id) => !known.has(id));
            fold([...others, ...[...known].filter((id) => !expanded.has(id))]);
          }}
          items={items}
          dependencies={[editing, draft]}
          dragAndDropHooks={dragAndDropHooks}
        >
          {row}
        </Tree>
      </Rows>
    </div>
  );
}
