import { useMemo } from 'react';
import { type Sheet, sheetOf } from '../../compare/sheet.ts';
import { useTable } from '../../compare/useTable.ts';
import { useCodebook } from '../../reader/useCodebook.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { useAnalysis } from '../state.ts';

/** Gives the engine's counts in rows as they are to be drawn, and what was asked; undefined while it counts. */
export function useSheet() {
  const { columns, rollUp, coder, heat: measure, inOrder } = useAnalysis();
  const { codes } = useCodebook();
  const scoped = useScopeInput();
  const input = useMemo(
    () => ({ columns, rollUp, ...(coder === null ? {} : { coder }), ...scoped }),
    [columns, rollUp, coder, scoped],
  );
  const table = useTable(input);
  const sheet = useMemo((): Sheet | undefined => {
    if (table === undefined) return undefined;
    const sorting = inOrder ? null : { column: 'all', descending: true };
    return sheetOf(table, codes, table.words, { measure, rollUp, hideEmpty: false, branch: null, sorting });
  }, [table, codes, measure, rollUp, inOrder]);
  return { input, sheet };
}
