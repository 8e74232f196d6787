import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Contrast, Search } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { api } from '../client/shell.ts';
import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { Tabs } from '../tabs/Tabs.tsx';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MainMenu } from './MainMenu.tsx';

/** Looks like the field that it opens. */
function PaletteButton() {
  const t = useText();
  const { keys, run } = useCommand('palette.open');
  return (
    <AriaButton className="cmdk" onPress={run}>
      <Icon of={Search} />
      <span className="grow clip">{t('palette.title')}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </AriaButton>
  );
}

/** The bar at the top: the menu, which project is open, the way back, the open documents, and the palette. */
export function TitleBar() {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  return (
    <header className="title" data-pane="title">
      <MainMenu />
      <span className="brand" aria-hidden="true">
        {t('app.name')}
      </span>
      <h1 className="project clip">
        <bdi>{project?.title}</bdi>
      </h1>
      <span className="travel">
        <CommandIcon command="travel.back" icon={ChevronLeft} />
        <CommandIcon command="travel.forward" icon={ChevronRight} />
      </span>
      <Tabs />
      <PaletteButton />
      <CommandIcon command="view.theme" icon={Contrast} />
    </header>
  );
}
