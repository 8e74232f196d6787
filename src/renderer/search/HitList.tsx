import { type ReactNode, useMemo } from 'react';
import { Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { SearchHit } from '../../contract/search.ts';
import { useText } from '../messages/intl.tsx';
import { onOneLine } from '../reader/words.ts';
import { GroupRow } from '../ui/GroupRow.tsx';
import { Rows } from '../ui/Rows.tsx';
import { groupHits, type Hit, type HitGroup } from './groups.ts';
import { jumpTo } from './jump.ts';
import { useSearch } from './state.ts';

function Group({ group, children }: { group: HitGroup; children: ReactNode }) {
  const t = useText();
  const { documentId, title, hits } = group;
  const label = t('search.group', { title, count: hits.length });
  return (
    <GroupRow id={documentId} title={title} label={label} count={hits.length}>
      {children}
    </GroupRow>
  );
}

/** One place: the words found, with what stands around them on the same line. */
function Item({ hit }: { hit: Hit }) {
  const t = useText();
  const { key, language } = hit;
  const before = onOneLine(hit.before);
  const match = onOneLine(hit.match);
  const after = onOneLine(hit.after);
  const lang = language === 'und' ? {} : { lang: language };
  const label = t('search.row', { before, match, after });
  return (
    <TreeItem id={key} textValue={label} aria-label={label} className="tree-row hit-row">
      <TreeItemContent>
        <div className="in">
          <span className="hit" dir="auto" {...lang}>
            <span className="be">
              <bdi>{before}</bdi>
            </span>
            <em>{match}</em>
            <span className="af">{after}</span>
          </span>
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

/**
 * The places found, under their documents; only what is in sight is on the page. Arrows and a press show a place without
 * leaving the list; Enter or a double press goes there.
 */
export function HitList({ hits }: { hits: readonly SearchHit[] }) {
  const t = useText();
  const folded = useSearch((state) => state.folded);
  const groups = useMemo(() => groupHits(hits), [hits]);
  const byKey = useMemo(
    () => new Map(groups.flatMap((group) => group.hits.map((hit) => [hit.key, hit]))),
    [groups],
  );
  const keys = useMemo(() => groups.map(({ documentId }) => documentId), [groups]);
  const jump = (key: Key | undefined, stay: boolean) => {
    const hit = key === undefined ? undefined : byKey.get(String(key));
    if (hit !== undefined) jumpTo(hit, stay);
  };
  return (
    <Rows>
      <Tree
        aria-label={t('search.list')}
        className="tree hit-list"
        keyboardNavigationBehavior="tab"
        selectionMode="single"
        selectionBehavior="replace"
        disabledBehavior="selection"
        disabledKeys={keys}
        onSelectionChange={(selected) => jump(selected === 'all' ? undefined : [...selected][0], false)}
        onAction={(key) => jump(key, true)}
        expandedKeys={keys.filter((key) => !folded.includes(key))}
        onExpandedChange={(expanded) =>
          useSearch.setState({ folded: keys.filter((key) => !expanded.has(key)) })
        }
        items={groups}
      >
        {(group) => (
          <Group group={group}>
            <Collection items={group.hits}>{(hit) => <Item hit={hit} />}</Collection>
          </Group>
        )}
      </Tree>
    </Rows>
  );
}
