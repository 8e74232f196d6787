import { Menu } from 'lucide-react';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import { useOverlapRow } from '../picker/useOverlapRow.ts';
import { THEMES, useAppearance } from '../state/theme.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton, type MenuEntry, type MenuRow } from '../ui/Menu.tsx';

const PROJECT = [
  'project.new',
  'project.open',
  'exchange.bringOver',
  'sample.open',
  'sample.afresh',
  '-',
  'project.rename',
  'project.saveCopy',
  '-',
  'documents.import',
  'documents.importFolder',
  'exchange.import',
  'codes.importFile',
  'codebook.merge',
  'attachments.show',
  'exports.dataset',
  'exports.project',
  'codebook.export',
  'report.write',
  '-',
  'project.close',
];
const EDIT = [
  'history.undo',
  'history.redo',
  '-',
  'reader.code',
  'reader.removeCodes',
  'reader.comment',
  'memo.write',
  '-',
  'codes.addList',
  'scope.clear',
  '-',
  'settings.open',
];
const VIEW = [
  'layout.read',
  'layout.code',
  'layout.compare',
  'layout.analyse',
  'view.parallel',
  'view.cases',
  'versions.show',
  '-',
  'pane.left',
  'pane.drawer',
  'pane.inspector',
  '-',
  'drawer.passages',
  'drawer.search',
  'drawer.memos',
  'drawer.history',
  '-',
];
const GO = [
  'palette.open',
  'palette.goTo',
  '-',
  'travel.back',
  'travel.forward',
  '-',
  'tab.next',
  'tab.previous',
  'tab.moveBack',
  'tab.moveOn',
  'tab.close',
  '-',
  'pane.next',
  'pane.previous',
];
const HELP = [
  'help.open',
  'help.keys',
  '-',
  'help.topic.first-ten-minutes',
  'help.topic.method-notes',
  '-',
  'help.tasks',
];

/** Lines stand between rows only: what is not registered may leave one at an end, or two together. */
function tidy(rows: readonly MenuRow[]): MenuRow[] {
  return rows.filter((row, index) => row !== '-' || (index > 0 && (rows[index + 1] ?? '-') !== '-'));
}

/** The menu of the whole program, made from the registry: every command that holds everywhere. */
export function MainMenu() {
  const t = useText();
  const { theme, setTheme } = useAppearance();
  const rowsOf = {
    project: useMenuRows(PROJECT),
    edit: useMenuRows(EDIT),
    view: useMenuRows(VIEW),
    go: useMenuRows(GO),
    help: useMenuRows(HELP),
  };
  const themes: MenuEntry = {
    id: 'theme',
    label: t('app.theme'),
    below: THEMES.map((each) => ({
      id: each,
      label: t(`app.theme.${each}`),
      checked: each === theme,
      run: () => setTheme(each),
    })),
  };
  const overlaps = useOverlapRow();
  const below = (id: keyof typeof rowsOf, more: readonly MenuRow[] = []): MenuEntry => ({
    id,
    label: t(`app.menu.${id}`),
    below: tidy([...rowsOf[id], ...more]),
  });
  const rows = [
    below('project'),
    below('edit', ['-', overlaps]),
    below('view', [themes]),
    below('go'),
    below('help'),
  ];
  return (
    <MenuButton
      label={t('app.menu')}
      rows={rows}
      trigger={<IconButton label={t('app.menu')} icon={Menu} />}
    />
  );
}
