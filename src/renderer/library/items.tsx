import { ChevronRight, Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { inspectDocument } from '../inspector/commands.ts';
import { useText } from '../messages/intl.tsx';
import { narrowTo, toggleInScope } from '../scope/activate.ts';
import { useScope } from '../state/scope.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { focusRow, InlineEdit } from '../ui/InlineEdit.tsx';
import { ContextMenu, MenuButton, type MenuRow } from '../ui/Menu.tsx';
import { openDocument, removeDocument, renameDocument } from './actions.ts';
import { type CaseGroup, kindOfFile } from './groups.ts';
import { Mark } from './Mark.tsx';
import { useRenaming } from './renaming.ts';
import type { ScopeTarget } from './scoping.ts';
import type { LibraryRow } from './useLibrary.ts';

/** What the scope can do with a document or case; the same words and keys as in the registry, for this very row. */
function useScopeRows({ kind, id }: ScopeTarget): MenuRow[] {
  const t = useText();
  const isChosen = useScope(({ scope }) => scope[kind].includes(id));
  const actions: Readonly<Record<string, () => void>> = {
    'scope.only': () => narrowTo(kind, id),
    'scope.toggle': () => toggleInScope(kind, id),
  };
  return useMenuRows(['scope.only', 'scope.toggle']).map((row) => {
    if (row === '-') return row;
    const { reason: _, ...rest } = row;
    const label =
      row.id === 'scope.only' ? row.label : t(isChosen ? 'library.scope.out' : 'library.scope.in');
    return { ...rest, label, run: () => actions[row.id]?.() };
  });
}

/** The inside of a case's row. Documents without a case have a heading too, but nothing can be done with it. */
function CaseContent({ group }: { group: CaseGroup }) {
  const t = useText();
  const row = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  const { caseId } = group;
  const rows = useScopeRows({ kind: 'cases', id: caseId ?? '' });
  const name = group.name ?? t('library.without');
  const label = t('library.rowMenu', { title: name });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the other mouse button opens what the row's menu button opens
    <div
      className="in"
      ref={row}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu(caseId !== null);
      }}
    >
      <AriaButton slot="chevron" className="tw">
        <Icon of={ChevronRight} size={12} />
      </AriaButton>
      <bdi className="grow clip">{name}</bdi>
      {caseId === null ? null : (
        <span className="acts">
          <MenuButton label={label} rows={rows} trigger={<IconButton label={label} icon={Ellipsis} />} />
        </span>
      )}
      <span className="c">{group.documents.length}</span>
      {menu ? <ContextMenu label={label} rows={rows} at={row} onClose={() => setMenu(false)} /> : null}
    </div>
  );
}

/** A case with its documents below. */
export function CaseItem({ id, group, children }: { id: string; group: CaseGroup; children: ReactNode }) {
  const t = useText();
  const name = group.name ?? t('library.without');
  const count = group.documents.length;
  return (
    <TreeItem
      id={id}
      textValue={name}
      aria-label={t('library.group', { name, count })}
      className="tree-row group"
    >
      <TreeItemContent>
        <CaseContent group={group} />
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

/** What can be done with a document; the same words and keys as in the registry, for this very row. */
function useRows(document: LibraryRow): MenuRow[] {
  const t = useText();
  const [properties, rename, remove] = useMenuRows([
    'document.inspect',
    'documents.rename',
    'documents.remove',
  ]);
  const scoping = useScopeRows({ kind: 'documents', id: document.id });
  const rows: MenuRow[] = [
    { id: 'open', label: t('command.documents.open'), keys: 'Enter', run: () => openDocument(document.id) },
    ...scoping,
    '-',
  ];
  if (properties !== undefined && properties !== '-') {
    const { reason: _, ...rest } = properties;
    rows.push({ ...rest, run: () => inspectDocument(document.id) });
  }
  if (rename !== undefined && rename !== '-') {
    const { reason: _, ...rest } = rename;
    rows.push({ ...rest, run: () => useRenaming.setState({ documentId: document.id }) });
  }
  if (remove !== undefined && remove !== '-') {
    const { reason: _, ...rest } = remove;
    rows.push('-', { ...rest, run: () => void removeDocument(document) });
  }
  return rows;
}

/** The inside of a document's row. */
function Content({ id, document }: { id: string; document: LibraryRow }) {
  const t = useText();
  const row = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  const isRenamed = useRenaming((state) => state.documentId === document.id);
  const rows = useRows(document);
  const label = t('library.rowMenu', { title: document.title });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the other mouse button opens what the row's menu button opens
    <div
      className="in"
      ref={row}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu(true);
      }}
    >
      <span className="kind" aria-hidden="true">
        {kindOfFile(document.fileName)}
      </span>
      {isRenamed ? (
        <InlineEdit
          label={t('library.rename.label')}
          value={document.title}
          onDone={(title) => {
            useRenaming.setState({ documentId: null });
            focusRow('library', id);
            if (title !== null) void renameDocument(document, title);
          }}
        />
      ) : (
        <bdi className="grow doc-title" title={document.title}>
          {document.title}
        </bdi>
      )}
      <span className="acts">
        <MenuButton label={label} rows={rows} trigger={<IconButton label={label} icon={Ellipsis} />} />
      </span>
      <span className="c words faint">{t('library.words', { words: document.words })}</span>
      <Mark
        progress={document.progress}
        title={t(`library.progress.${document.progress}`, { judged: document.judged, codes: document.codes })}
      />
      <span className="c">{document.codings}</span>
      {menu ? <ContextMenu label={label} rows={rows} at={row} onClose={() => setMenu(false)} /> : null}
    </div>
  );
}

/** A document: its kind, title, length, how far its coding is, and number of codings in scope. */
export function DocumentItem({ id, document }: { id: string; document: LibraryRow }) {
  const t = useText();
  const { title, words, codings, fileName, progress, judged, codes, inScope } = document;
  const label = [
    t('library.row', { title, kind: kindOfFile(fileName), words, codings }),
    t(`library.progress.${progress}`, { judged, codes }),
    ...(inScope ? [] : [t('library.outside')]),
  ].join(', ');
  return (
    <TreeItem
      id={id}
      textValue={title}
      aria-label={label}
      className={inScope ? 'tree-row' : 'tree-row outside'}
      // A press on the row that is selected already changes no selection, but asks to see the text.
      onPress={() => openDocument(document.id)}
    >
      <TreeItemContent>
        <Content id={id} document={document} />
      </TreeItemContent>
    </TreeItem>
  );
}
