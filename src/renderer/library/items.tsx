import { ChevronRight, Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import type { DocumentRow } from '../../contract/documents.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { focusRow, InlineEdit } from '../ui/InlineEdit.tsx';
import { ContextMenu, MenuButton, type MenuRow } from '../ui/Menu.tsx';
import { openDocument, removeDocument, renameDocument } from './actions.ts';
import { type CaseGroup, kindOfFile } from './groups.ts';
import { useRenaming } from './renaming.ts';

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
        <div className="in">
          <AriaButton slot="chevron" className="tw">
            <Icon of={ChevronRight} size={12} />
          </AriaButton>
          <bdi className="grow clip">{name}</bdi>
          <span className="c">{count}</span>
        </div>
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

/** What can be done with a document; the same words and keys as in the registry, for this very row. */
function useRows(document: DocumentRow): MenuRow[] {
  const t = useText();
  const [rename, remove] = useMenuRows(['documents.rename', 'documents.remove']);
  const rows: MenuRow[] = [
    { id: 'open', label: t('command.documents.open'), keys: 'Enter', run: () => openDocument(document.id) },
  ];
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
function Content({ id, document }: { id: string; document: DocumentRow }) {
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
        <bdi className="grow clip" title={document.title}>
          {document.title}
        </bdi>
      )}
      <span className="acts">
        <MenuButton label={label} rows={rows} trigger={<IconButton label={label} icon={Ellipsis} />} />
      </span>
      <span className="c words faint">{t('library.words', { words: document.words })}</span>
      <span className="c">{document.codings}</span>
      {menu ? <ContextMenu label={label} rows={rows} at={row} onClose={() => setMenu(false)} /> : null}
    </div>
  );
}

/** A document: its kind, title, length and number of codings. */
export function DocumentItem({ id, document }: { id: string; document: DocumentRow }) {
  const t = useText();
  const { title, words, codings, fileName } = document;
  const label = t('library.row', { title, kind: kindOfFile(fileName), words, codings });
  return (
    <TreeItem
      id={id}
      textValue={title}
      aria-label={label}
      className="tree-row"
      // A press on the row that is selected already changes no selection, but asks to see the text.
      onPress={() => openDocument(document.id)}
    >
      <TreeItemContent>
        <Content id={id} document={document} />
      </TreeItemContent>
    </TreeItem>
  );
}
