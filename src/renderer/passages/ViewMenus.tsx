import { Ellipsis } from 'lucide-react';
import { SORTS } from '../../contract/passages.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import { narrows, useScope } from '../state/scope.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton, type MenuEntry } from '../ui/Menu.tsx';
import { GROUPINGS, SHOWN, usePassagesView } from './view.ts';

/** A setting of the list, as a menu of its values. */
function choices<Value extends string>(
  values: readonly Value[],
  present: Value,
  nameOf: (value: Value) => string,
  choose: (value: Value) => void,
): MenuEntry[] {
  return values.map((value) => ({
    id: value,
    label: nameOf(value),
    checked: value === present,
    run: () => choose(value),
  }));
}

/** What the list shows, under which headings, in which order, and what can be done with the chosen. */
export function ViewMenus() {
  const t = useText();
  const { of, group, sort, cell } = usePassagesView();
  const isNarrow = useScope(({ scope }) => narrows(scope));
  const rows = useMenuRows(['passages.code', 'passages.removeCodes', 'passages.copy']);
  const all = isNarrow ? 'passages.show.scope' : 'passages.show.everything';
  const shown = (value: (typeof SHOWN)[number]) =>
    value === 'cell' && cell !== null
      ? cell.name
      : t(value === 'scope' ? all : (`passages.show.${value}` as const));
  // What is chosen goes with the rows: under other headings they are others.
  const set = usePassagesView.setState;
  return (
    <>
      <MenuButton
        label={t('passages.show')}
        value={shown(of)}
        rows={choices(
          SHOWN.filter((each) => each !== 'cell' || cell !== null),
          of,
          shown,
          (next) => set({ of: next, chosen: [] }),
        )}
      />
      <MenuButton
        label={t('passages.group')}
        value={t(`passages.group.${group}`)}
        rows={choices(
          GROUPINGS,
          group,
          (each) => t(`passages.group.${each}`),
          (next) => set({ group: next, chosen: [], folded: [] }),
        )}
      />
      <MenuButton
        label={t('passages.sort')}
        value={t(`passages.sort.${sort}`)}
        rows={choices(
          SORTS,
          sort,
          (each) => t(`passages.sort.${each}`),
          (next) => set({ sort: next }),
        )}
      />
      <MenuButton
        label={t('passages.menu')}
        rows={rows}
        trigger={<IconButton label={t('passages.menu')} icon={Ellipsis} />}
      />
    </>
  );
}
