import type { DocumentRow } from '../../contract/documents.ts';
import { usePaging } from '../state/pages.ts';
import { isPicture } from './picture.ts';

/** Whether a document is shown as its pages: where the person wants that, and a picture always, since it has nothing else. */
export function useAsPages(document: Pick<DocumentRow, 'pages' | 'mediaType'>): boolean {
  const wanted = usePaging(({ mode }) => mode === 'pages');
  return document.pages > 0 && (wanted || isPicture(document));
}
