import { TreeItem, TreeItemContent } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { isPicture } from '../pages/picture.ts';
import { focusRow, InlineEdit } from '../ui/InlineEdit.tsx';
import { RowInside, RowMenu } from '../ui/RowInside.tsx';
import { openDocument, renameDocument } from './actions.ts';
import { kindOfFile } from './groups.ts';
import { Mark } from './Mark.tsx';
import { useRenaming } from './renaming.ts';
import { useDocumentMenu } from './useDocumentMenu.ts';
import type { LibraryRow } from './useLibrary.ts';
import { usePrepared } from './usePrepared.ts';

const DocumentMenu = ({ document }: { document: LibraryRow }) => <RowMenu rows={useDocumentMenu(document)} />;

/** The inside of a document's row. */
function Content({ id, document }: { id: string; document: LibraryRow }) {
  const t = useText();
  const isRenamed = useRenaming((state) => state.id === document.id);
  const inside = usePrepared(document);
  return (
    <RowInside
      label={t('library.rowMenu', { title: document.title })}
      menu={<DocumentMenu document={document} />}
    >
      {(button) => (
        <>
          <span className="kind" aria-hidden="true" ref={inside}>
            {kindOfFile(document.fileName)}
          </span>
          {isRenamed ? (
            <InlineEdit
              label={t('library.rename.label')}
              value={document.title}
              onDone={(title) => {
                useRenaming.getState().stop();
                focusRow('library', id);
                if (title !== null) void renameDocument(document, title);
              }}
            />
          ) : (
            <bdi className="grow doc-title" title={document.title}>
              {document.title}
            </bdi>
          )}
          {button}
          <span className="c words faint">
            {isPicture(document) ? t('library.picture') : t('library.words', { words: document.words })}
          </span>
          <Mark
            progress={document.progress}
            title={t(`library.progress.${document.progress}`, {
              judged: document.judged,
              codes: document.codes,
            })}
          />
          <span className="c">{document.codings}</span>
        </>
      )}
    </RowInside>
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
