import { useMemo, useRef } from 'react';
import { Collection, type Key, type Selection, Tree } from 'react-aria-components';
import type { QuoteRow } from '../../contract/passages.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Rows } from '../ui/Rows.tsx';
import { type Group, groupsOf, passageOf, rowKey } from './groups.ts';
import { GroupItem, QuoteItem } from './QuoteItem.tsx';
import { showQuote } from './show.ts';
import { type Grouping, usePassagesView } from './view.ts';

/** The row of a plain press with the mouse, so that it shows the passage rather than choosing it. */
interface Press {
  readonly key: string;
  readonly adds: boolean;
  /** Whether it chooses all from the row chosen before. */
  readonly extends: boolean;
}

/** Tells a press that shows from one that chooses: with Ctrl, ⌘ or Shift, or on the box, it chooses. */
function usePress() {
  const press = useRef<Press | null>(null);
  const watch = {
    onPointerDownCapture: ({ target, ctrlKey, metaKey, shiftKey }: React.PointerEvent) => {
      const key =
        target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
      const onBox = target instanceof Element && target.closest('.pick') !== null;
      press.current =
        key === undefined || onBox ? null : { key, adds: ctrlKey || metaKey || shiftKey, extends: shiftKey };
    },
    onKeyDownCapture: () => {
      press.current = null;
    },
  };
  return { press, watch };
}

/** The keys of the rows from one to another, as they stand; none where either is not in sight. */
function between(keys: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [keys.indexOf(from ?? ''), keys.indexOf(to)].sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  return first < 0 ? [] : keys.slice(first, last + 1);
}

/** The groups for the list. */
function useGroups(rows: readonly QuoteRow[], by: Grouping, codebook: Codebook): readonly Group[] {
  const t = useText();
  const { nameOf: coderName } = useCoders();
  return useMemo(() => {
    const names = {
      code: (id: string | null) => (id === null ? t('passages.noCode') : nameOf(codebook, id)),
      coder: coderName,
      section: ({ documentTitle, section }: QuoteRow) =>
        `${documentTitle} / ${section === '' ? t('passages.noSection') : section}`,
    };
    return groupsOf(
      rows,
      by,
      names,
      codebook.codes.map(({ id }) => id),
    );
  }, [rows, by, codebook, coderName, t]);
}

/**
 * The passages under their headings; only what is in sight is on the page. A press or Enter goes to the place. Space,
 * the box, or a press with Ctrl or Shift chooses, so that several can be coded at once.
 */
export function QuoteList({
  rows,
  codebook,
  codeId,
}: {
  rows: readonly QuoteRow[];
  codebook: Codebook;
  /** The code that the list is about, or null. */
  codeId: string | null;
}) {
  const t = useText();
  const coders = useCoders();
  const { group: by, folded, chosen } = usePassagesView();
  const groups = useGroups(rows, by, codebook);
  const selection = useWorkspace((workspace) => workspace.selection);
  const selected = selection?.kind === 'passage' ? selection.passageId : null;
  const { press, watch } = usePress();
  const keys = useMemo(() => groups.map(({ key }) => key), [groups]);
  const show = (key: Key) => {
    const row = rows.find(({ id }) => id === passageOf(String(key)));
    if (row !== undefined) showQuote(row);
  };
  const anchor = useRef<string | null>(null);
  const choose = (next: Selection) => {
    const { current } = press;
    press.current = null;
    if (current !== null && !current.adds) return show(current.key);
    const all = groups.flatMap((group) => group.rows.map((row) => rowKey(group, row)));
    const range = current?.extends === true ? between(all, anchor.current, current.key) : [];
    if (current !== null) anchor.current = current.key;
    usePassagesView.setState({
      chosen: next === 'all' ? all : [...new Set([...next].map(String).concat(range))],
    });
  };
  const item = (group: Group) => (row: QuoteRow) => (
    <QuoteItem
      id={rowKey(group, row)}
      row={row}
      codebook={codebook}
      coders={coders}
      codeId={by === 'code' ? passageOf(group.key).slice('code:'.length) : codeId}
      selected={row.id === selected}
    />
  );
  const dependencies = [codebook, coders, codeId, selected, by];
  const [only] = groups;
  return (
    <Rows>
      <Tree
        {...watch}
        aria-label={t('passages.title')}
        className={chosen.length > 0 ? 'tree ps-list has-chosen' : 'tree ps-list'}
        keyboardNavigationBehavior="tab"
        selectionMode="multiple"
        disabledBehavior="selection"
        disabledKeys={keys}
        selectedKeys={chosen}
        onSelectionChange={choose}
        onAction={(key) => {
          const { current } = press;
          press.current = null;
          if (current?.adds !== true) return show(key);
          anchor.current = current.key;
          usePassagesView.setState({ chosen: [current.key] });
        }}
        expandedKeys={keys.filter((key) => !folded.includes(key))}
        onExpandedChange={(expanded) =>
          usePassagesView.setState({ folded: keys.filter((key) => !expanded.has(key)) })
        }
        items={groups}
        dependencies={dependencies}
      >
        {(group) =>
          by === 'none' && only !== undefined ? (
            <Collection items={only.rows} dependencies={dependencies}>
              {item(only)}
            </Collection>
          ) : (
            <GroupItem group={group}>
              <Collection items={group.rows} dependencies={dependencies}>
                {item(group)}
              </Collection>
            </GroupItem>
          )
        }
      </Tree>
    </Rows>
  );
}
