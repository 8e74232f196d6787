import { ChevronDown, ChevronUp, Tag } from 'lucide-react';
import type { DocumentRow } from '../../contract/documents.ts';
import { useText } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { CommandButton, CommandIcon } from '../ui/CommandButton.tsx';

/** The bar over the text: which document it is, and the ways through it for the mouse. */
export function Toolbar({ document }: { document: DocumentRow }) {
  const t = useText();
  // Only so that the buttons ask again whether their commands apply.
  useReader((state) => state.cursor);
  useReader((state) => state.reading);
  return (
    <div className="bar rd-bar">
      <h2 className="doc clip">
        <bdi>{document.title}</bdi>
      </h2>
      <span className="n small faint num">
        {t('reader.size', { words: document.words, paragraphs: document.blocks })}
      </span>
      <span className="grow" />
      <CommandIcon command="passages.previous" icon={ChevronUp} />
      <CommandIcon command="passages.next" icon={ChevronDown} />
      <CommandButton command="reader.code" icon={Tag} withKeys />
    </div>
  );
}
