import { useText } from '../messages/intl.tsx';
import { OVERLAP_RULES, useOverlap } from '../state/overlap.ts';
import type { MenuEntry } from '../ui/Menu.tsx';

/** The row of the main menu that says what happens to overlaps of the same code, with what can be chosen. */
export function useOverlapRow(): MenuEntry {
  const t = useText();
  const { rule, projectId } = useOverlap();
  return {
    id: 'overlap',
    label: t('overlap.menu'),
    reason: projectId === null ? t('command.noProject') : undefined,
    below: [null, ...OVERLAP_RULES].map((each) => ({
      id: each ?? 'ask',
      label: t(`overlap.${each ?? 'ask'}`),
      checked: each === rule,
      run: () => useOverlap.setState({ rule: each }),
    })),
  };
}
