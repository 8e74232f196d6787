import { useMemo } from 'react';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { useWordViews } from './state.ts';

/** Gives where both views of words look: in all texts in scope, or in coded passages; the same object until it changes. */
export function useWordsInput() {
  const coded = useWordViews((views) => views.coded);
  const scoped = useScopeInput();
  return useMemo(
    () => ({ ...scoped, ...(coded ? { passages: { codes: [], below: false } } : {}) }),
    [coded, scoped],
  );
}

/** The options of the command line for the same. */
export const codedOption = (coded: boolean): readonly string[] => (coded ? ['--coded'] : []);
