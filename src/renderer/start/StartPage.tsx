import './start.css';
import { Contrast, FolderOpen, Import, Lock, Plus } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { MainMenu } from '../app/MainMenu.tsx';
import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { CommandKbd } from '../ui/CommandKbd.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Beginning } from './Beginning.tsx';
import { Recent } from './Recent.tsx';
import { TrySample } from './TrySample.tsx';

/** The page without a project: what one can begin with, and the projects opened before. */
export function StartPage() {
  const t = useText();
  const help = useCommand('help.open');
  return (
    <div className="start">
      <header className="title" data-pane="title">
        <MainMenu />
        <span className="grow" />
        <CommandIcon command="view.theme" icon={Contrast} />
      </header>
      <main>
        <section>
          <h1>{t('app.name')}</h1>
          <p className="lede">{t('start.lede')}</p>
          <Beginning
            command="project.new"
            icon={Plus}
            title={t('start.new')}
            hint={t('start.new.hint')}
            first
          />
          <Beginning
            command="project.open"
            icon={FolderOpen}
            title={t('start.open')}
            hint={t('start.open.hint')}
          />
          <TrySample />
          <Beginning
            command="exchange.bringOver"
            icon={Import}
            title={t('start.bringOver')}
            hint={t('start.bringOver.hint')}
          />
          <p className="safe">
            <Icon of={Lock} />
            <span>
              {t('start.safe')}
              <br />
              {t('start.safe.nothing')}
            </span>
          </p>
        </section>
        <section aria-labelledby="recent">
          <h2 id="recent">{t('start.recent')}</h2>
          <Recent />
        </section>
      </main>
      <footer className="status" data-pane="status">
        <span className="grow" />
        <AriaButton className="menu-btn" onPress={help.run}>
          {t('start.help')} <CommandKbd command="help.open" />
        </AriaButton>
      </footer>
    </div>
  );
}
