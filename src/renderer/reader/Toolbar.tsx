import { ChevronDown, ChevronUp, Search, SquareDashed, Tag } from 'lucide-react';
import type { DocumentRow } from '../../contract/documents.ts';
import { ContentsButton } from '../contents/ContentsButton.tsx';
import { useText } from '../messages/intl.tsx';
import { PageField } from '../pages/PageField.tsx';
import { ModeMenu, PageMenus } from '../pages/PageMenus.tsx';
import { isPicture } from '../pages/picture.ts';
import { useAsPages } from '../pages/useAsPages.ts';
import { useReader } from '../state/reader.ts';
import { DENSITIES, UNITS, useView } from '../state/view.ts';
import { CommandButton, CommandIcon } from '../ui/CommandButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { switchUnit } from './move.ts';
import { SizeMenu } from './SizeMenu.tsx';

/** The bar over the text: how it is read and coded, and the ways through it for the mouse. */
export function Toolbar({ document }: { document: DocumentRow }) {
  const t = useText();
  const { unit, density } = useView();
  const asPages = useAsPages(document);
  // Only so that the buttons ask again whether their commands apply.
  useReader((state) => state.cursor);
  useReader((state) => state.reading);
  return (
    <div className="bar rd-bar">
      <h2 className="hidden-visually">
        <bdi>{document.title}</bdi>
      </h2>
      <ContentsButton />
      <MenuButton
        label={t('reader.unit')}
        value={t(`reader.unit.${unit}`)}
        rows={UNITS.map((each) => ({
          id: each,
          label: t(`reader.unit.${each}`),
          checked: each === unit,
          run: () => (each === unit ? undefined : switchUnit()),
        }))}
      />
      <MenuButton
        label={t('reader.density')}
        value={t(`reader.density.${density}`)}
        rows={DENSITIES.map((each) => ({
          id: each,
          label: t(`reader.density.${each}`),
          checked: each === density,
          run: () => useView.setState({ density: each }),
        }))}
      />
      {asPages ? <PageMenus /> : <SizeMenu />}
      {document.pages === 0 || isPicture(document) ? null : <ModeMenu />}
      {asPages && !isPicture(document) ? (
        <PageField documentId={document.id} versionId={document.versionId} />
      ) : null}
      {asPages ? null : (
        <span className="n small faint num rd-size">
          {t('reader.size', { words: document.words, paragraphs: document.blocks })}
        </span>
      )}
      <span className="grow" />
      <CommandIcon command="passages.previous" icon={ChevronUp} />
      <CommandIcon command="passages.next" icon={ChevronDown} />
      {asPages ? <CommandIcon command="pages.mark" icon={SquareDashed} /> : null}
      <CommandIcon command="reader.find" icon={Search} />
      <CommandButton command="reader.code" icon={Tag} withKeys />
    </div>
  );
}
