import { useEffect } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { openAhead } from './ahead.ts';
import { startPdf } from './pdf.ts';
import { isPicture } from './picture.ts';

/** So many files are opened before anybody asks for them: fewer than are kept open, so that none is closed for it. */
const AHEAD = 2;

/**
 * Starts what draws pages before the first document is opened. While none is, the first files of the library are opened, too:
 * one is likely to be asked for, and then its first page is there at once, wherever it is opened from.
 * @param documents in the order of the library
 * @param isOpen whether a document is shown
 */
export function usePdfsAhead(documents: readonly DocumentRow[], isOpen: boolean): void {
  const printed = documents.filter(({ pages }) => pages > 0);
  const hasPdf = printed.some((each) => !isPicture(each));
  const hasPages = printed.length > 0;
  const first = isOpen ? [] : printed.slice(0, AHEAD);
  // Not by the rows themselves: they are others after every step in the project.
  const key = first.map(({ id, versionId, mediaType }) => `${id} ${versionId} ${mediaType}`).join('\n');
  useEffect(() => {
    if (!hasPages) return;
    let idle = requestIdleCallback(() => {
      if (hasPdf) void startPdf();
      idle = requestIdleCallback(() => {
        for (const each of key === '' ? [] : key.split('\n')) {
          const [id = '', versionId = '', mediaType = ''] = each.split(' ');
          openAhead({ id, versionId, mediaType });
        }
      });
    });
    return () => cancelIdleCallback(idle);
  }, [hasPages, hasPdf, key]);
}
