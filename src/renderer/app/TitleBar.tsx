import { useQuery } from '@tanstack/react-query';
import { Contrast, PanelBottom, PanelLeft, PanelRight } from 'lucide-react';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { MainMenu } from './MainMenu.tsx';

/** The bar at the top: the menu, the program's name, and which project is open. */
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
      <span className="grow" />
      <CommandIcon command="pane.left" icon={PanelLeft} />
      <CommandIcon command="pane.drawer" icon={PanelBottom} />
      <CommandIcon command="pane.inspector" icon={PanelRight} />
      <CommandIcon command="view.theme" icon={Contrast} />
    </header>
  );
}
