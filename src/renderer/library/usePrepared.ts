import { useEffect, useMemo, useRef } from 'react';
import { openAhead } from '../pages/pdf.ts';
import type { LibraryRow } from './useLibrary.ts';

/** A pointer that only passes by prepares nothing, ms. */
const REST = 50;

/** Opens the file of a document while the pointer rests on its row, so that its first page is there sooner when it is pressed. */
export function usePrepared({ id, versionId, pages }: Pick<LibraryRow, 'id' | 'versionId' | 'pages'>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      onHoverStart: () => {
        if (pages > 0) timer.current = setTimeout(() => openAhead(id, versionId), REST);
      },
      onHoverEnd: () => clearTimeout(timer.current),
    }),
    [id, versionId, pages],
  );
}
