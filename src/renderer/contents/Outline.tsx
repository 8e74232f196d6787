import { memo, type RefObject, useMemo, useRef, useState } from 'react';
import { Collection, Tree } from 'react-aria-components';
import { type PageFacts, pageIndexAt } from '../../text/pages.ts';
import { useText } from '../messages/intl.tsx';
import type { LoadedText } from '../reader/text.ts';
import { useReader } from '../state/reader.ts';
import { useRowHeight } from '../state/rows.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/Field.tsx';
import { Rows } from '../ui/Rows.tsx';
import {
  filteredSections,
  headingsOf,
  offsetInSight,
  rowsOf,
  type Section,
  sectionAt,
  sectionsOf,
} from './headings.ts';
import { useContents } from './open.ts';
import { SectionItem, showSection } from './SectionItem.tsx';
import { useKeptInSight } from './useKeptInSight.ts';

/** From so many headings on, a field finds one by its words. */
const MANY = 30;

const NONE: readonly number[] = [];

/** The headings of a text as a tree, the section in sight marked and kept in sight. */
export function Outline({ loaded, pages }: { loaded: LoadedText; pages: readonly PageFacts[] }) {
  const t = useText();
  const [query, setQuery] = useState('');
  const headings = useMemo(() => headingsOf(loaded), [loaded]);
  const sections = useMemo(() => sectionsOf(headings), [headings]);
  const found = useMemo(
    () => (query.trim() === '' ? sections : filteredSections(sections, query)),
    [sections, query],
  );
  const isComplete = loaded.blocks.length === loaded.total;
  if (headings.length === 0)
    return isComplete ? (
      <div className="ct-empty">
        <Empty title={t('contents.noHeadings.title')}>
          <p>{t('contents.noHeadings.body')}</p>
        </Empty>
      </div>
    ) : (
      <p className="ct-empty quiet">{t('contents.loading')}</p>
    );
  return (
    <>
      {headings.length > MANY ? (
        <search
          className="ct-filter"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const [first] = rowsOf(found, () => false).filter(({ children }) => children.length === 0);
            const tree = event.currentTarget.parentElement?.querySelector<HTMLElement>('[role=treegrid]');
            if (event.key === 'ArrowDown') tree?.focus();
            else if (event.key === 'Enter' && query.trim() !== '' && first !== undefined)
              showSection(first, true);
            else if (event.key === 'Escape' && query !== '') setQuery('');
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <Field
            label={t('contents.filter')}
            labelHidden
            placeholder={t('contents.filter')}
            value={query}
            onChange={setQuery}
          />
        </search>
      ) : null}
      <div className="pane-b">
        {found.length === 0 ? (
          <p className="ct-empty quiet">{t('contents.noMatch')}</p>
        ) : (
          <Sections loaded={loaded} pages={pages} sections={found} isFiltered={found !== sections} />
        )}
      </div>
    </>
  );
}

/** The tree itself. While it is filtered nothing is folded. */
function Sections({
  loaded: { documentId, blocks },
  pages,
  sections,
  isFiltered,
}: {
  loaded: LoadedText;
  pages: readonly PageFacts[];
  sections: readonly Section[];
  isFiltered: boolean;
}) {
  const tree = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const kept = useContents(({ folded }) => folded[documentId] ?? NONE);
  const folded = isFiltered ? NONE : kept;
  const place = useWorkspace(({ places }) => places[documentId] ?? 0);
  const present = useReader(({ cursor }) => blocks[cursor.head]?.start ?? 0);
  const all = useMemo(() => rowsOf(sections, () => false), [sections]);
  const rows = useMemo(
    () => (folded.length === 0 ? all : rowsOf(sections, ({ start }) => folded.includes(start))),
    [all, sections, folded],
  );
  const expanded = useMemo(
    () => all.filter(({ heading }) => !folded.includes(heading.start)).map(({ id }) => id),
    [all, folded],
  );
  const here = sectionAt(rows, offsetInSight(place, present, pages));
  const id = here?.id;
  const at = here === undefined ? -1 : rows.indexOf(here);
  const selected = useMemo(() => (id === undefined ? [] : [id]), [id]);
  useKeptInSight(tree, isFiltered ? undefined : id, at, height);
  return (
    <Rows wraps>
      <SectionTree
        tree={tree}
        documentId={documentId}
        pages={pages}
        sections={sections}
        all={all}
        expanded={expanded}
        selected={selected}
        isFiltered={isFiltered}
      />
    </Rows>
  );
}

/** Apart, so that reading on draws it anew only where another section comes into sight. */
const SectionTree = memo(function SectionTree({
  tree,
  documentId,
  pages,
  sections,
  all,
  expanded,
  selected,
  isFiltered,
}: {
  tree: RefObject<HTMLDivElement | null>;
  documentId: string;
  pages: readonly PageFacts[];
  sections: readonly Section[];
  /** Those and all below them, in order. */
  all: readonly Section[];
  /** Ids of sections. */
  expanded: readonly string[];
  selected: readonly string[];
  isFiltered: boolean;
}) {
  const t = useText();
  const row = (section: Section) => (
    <SectionItem
      section={section}
      page={pages[Math.max(0, pageIndexAt(pages, section.heading.start))]?.label ?? null}
    >
      <Collection items={section.children}>{row}</Collection>
    </SectionItem>
  );
  return (
    <Tree
      ref={tree}
      aria-label={t('contents.tab.outline')}
      className="tree ct-list ct-outline"
      selectionMode="single"
      selectedKeys={selected}
      expandedKeys={expanded}
      onExpandedChange={(next) => {
        if (isFiltered) return;
        const closed = all.flatMap(({ id, heading: { start } }) => (next.has(id) ? [] : [start]));
        useContents.setState(({ folded }) => ({ folded: { ...folded, [documentId]: closed } }));
      }}
      items={sections}
      dependencies={[pages]}
    >
      {row}
    </Tree>
  );
});
