import { Menu } from 'lucide-react';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import { THEMES, useAppearance } from '../state/theme.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';

/** The menu of the whole program, made from the registry. */
export function MainMenu() {
  const t = useText();
  const { theme, setTheme } = useAppearance();
  const project = useMenuRows([
    'project.new',
    'project.open',
    '-',
    'project.rename',
    'project.saveCopy',
    'exports.dataset',
    '-',
  ]);
  const rest = useMenuRows(['help.keys', '-', 'project.close']);
  const themes = {
    id: 'theme',
    label: t('app.theme'),
    below: THEMES.map((each) => ({
      id: each,
      label: t(`app.theme.${each}`),
      checked: each === theme,
      run: () => setTheme(each),
    })),
  };
  return (
    <MenuButton
      label={t('app.menu')}
      rows={[...project, themes, ...rest]}
      trigger={<IconButton label={t('app.menu')} icon={Menu} />}
    />
  );
}
