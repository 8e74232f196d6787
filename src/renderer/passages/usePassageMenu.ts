import type { QuoteRow } from '../../contract/passages.ts';
import { canWrite } from '../commands/conditions.ts';
import { commandContext } from '../commands/context.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import type { MenuRow } from '../ui/Menu.tsx';
import { copyQuotes } from './copy.ts';
import { pickForPassages, removeFromPassages } from './picking.ts';
import { showQuote } from './show.ts';
import { ownOn, targetsOfRow } from './targets.ts';

/** The menu of a passage's row: the registry's words and keys, acting on this passage or all that are chosen with it. */
export function usePassageMenu(row: QuoteRow): readonly MenuRow[] {
  const t = useText();
  const rows = useMenuRows(['passages.code', 'passages.removeCodes', '-', 'passages.copy']);
  const verdict = canWrite(commandContext());
  const ids = () => targetsOfRow(row).map(({ id }) => id);
  const entry = (each: MenuRow): MenuRow => {
    if (each === '-') return each;
    const readOnly = verdict === true ? undefined : t(verdict);
    if (each.id === 'passages.copy')
      return { ...each, reason: undefined, run: () => void copyQuotes(targetsOfRow(row)) };
    if (each.id === 'passages.code') return { ...each, reason: readOnly, run: () => pickForPassages(ids()) };
    const none = ownOn(targetsOfRow(row)).length === 0 ? t('command.nothingOwn') : undefined;
    return { ...each, reason: readOnly ?? none, run: () => void removeFromPassages(ids()) };
  };
  return [
    { id: 'open', label: t('command.passages.open'), keys: 'Enter', run: () => showQuote(row) },
    ...rows.map(entry),
  ];
}
