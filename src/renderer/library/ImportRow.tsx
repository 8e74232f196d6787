import { useQuery } from '@tanstack/react-query';
import { Check, Minus, TriangleAlert } from 'lucide-react';
import type { ImportFile, ImportProgress } from '../../contract/imports.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { openDocument } from './actions.ts';
import { askForHighlights, useTaking } from './taking.ts';

const ICONS = { done: Check, failed: TriangleAlert, skipped: Minus } as const;

/** @returns the function that says how far the reading of a file is, in a few words */
export function useProgressText(): (progress: ImportProgress | undefined) => string {
  const t = useText();
  return (progress) => {
    if (progress === undefined) return t('import.state.reading');
    const { stage, share, page, pages } = progress;
    return stage !== 'parsing' || page === undefined || pages === undefined
      ? t(`import.at.${stage}`, { percent: Math.floor(share * 100) })
      : t('import.at.page', { page, pages });
  };
}

/** Highlights that came with a file, and the question what shall become of them; what was made of them afterwards. */
function Offer({ document, name, count }: { document: string; name: string; count: number }) {
  const t = useText();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const title = documents?.find(({ id }) => id === document)?.title ?? name;
  const made = useTaking((taking) => taking.made.get(document));
  const isOpen = made === undefined;
  // One button, so that the focus comes back to it from the question.
  return (
    <div className="sub take">
      <span>{isOpen ? t('import.highlights', { count }) : t('import.highlights.taken', { made })}</span>
      <Button onPress={() => (isOpen ? askForHighlights({ id: document, title }) : openDocument(document))}>
        {isOpen ? t('import.highlights.take', { count }) : t('import.highlights.open')}
      </Button>
    </div>
  );
}

/** How a file stands, in a few words: what came of it, or how far it is. */
function useStanding({ state, words, pages, progress }: ImportFile): string {
  const t = useText();
  const progressText = useProgressText();
  if (words !== undefined) {
    if (pages !== undefined) return t('import.pages', { pages, words });
    // What came without words is no text.
    return words === 0 ? t('import.picture') : t('import.words', { words });
  }
  return state === 'reading' ? progressText(progress) : t(`import.state.${state}`);
}

/** One file: a shape, its name, how it stands, and what should be known about it. */
export function ImportRow({ file, isDropped }: { file: ImportFile; isDropped: boolean }) {
  const t = useText();
  const standing = useStanding(file);
  if (isDropped && file.state !== 'failed' && file.state !== 'skipped') {
    return (
      <li className="imp">
        <span />
        <bdi className="clip quiet">{file.name}</bdi>
        <span className="st">{t('import.state.dropped')}</span>
      </li>
    );
  }
  const icon = file.state === 'waiting' || file.state === 'reading' ? undefined : ICONS[file.state];
  const isTrouble = file.state === 'failed' || file.state === 'skipped';
  const { documentId, highlights = 0 } = file;
  return (
    <li className={file.state === 'failed' ? 'imp err' : 'imp'}>
      {icon === undefined ? <span /> : <Icon of={icon} />}
      <bdi className={file.state === 'waiting' ? 'clip quiet' : 'clip'}>{file.name}</bdi>
      <span className="st num">{standing}</span>
      {isTrouble && file.message !== undefined ? <p className="sub">{file.message}</p> : null}
      {file.notices?.map((notice) => (
        <p className="sub" key={notice}>
          {notice}
        </p>
      ))}
      {documentId !== undefined && highlights > 0 ? (
        <Offer document={documentId} name={file.name} count={highlights} />
      ) : null}
    </li>
  );
}
