import './analyse.css';
import { useEffect, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useCommands } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { ANALYSE_COMMANDS } from './commands.ts';
import { ChoiceMenu } from './frame/Controls.tsx';
import { useAnalysis } from './state.ts';
import { ANALYSE_VIEWS, type AnalyseView } from './views.ts';

/** The list of the views; arrows go through them, and what has the focus is shown. In a narrow page it is a menu. */
function Views({ view }: { view: AnalyseView }) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const takesFocus = useWorkspace((workspace) => workspace.viewFocus);
  useEffect(() => {
    if (!takesFocus) return undefined;
    // The list has its rows a moment after it is there itself.
    const frame = requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
      const isSeen = row?.checkVisibility() === true;
      (isSeen ? row : document.querySelector<HTMLElement>('.ana-menu button'))?.focus();
      useWorkspace.setState({ viewFocus: false });
    });
    return () => cancelAnimationFrame(frame);
  }, [takesFocus]);
  const show = (id: string) => useAnalysis.setState({ view: id });
  return (
    <>
      <ListBox
        ref={list}
        className="ana-views"
        aria-label={t('analyse.views')}
        items={ANALYSE_VIEWS}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[view.id]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined) show(String(id));
        }}
      >
        {({ id, title }) => (
          <ListBoxItem id={id} className="ana-view" textValue={t(title)}>
            {t(title)}
          </ListBoxItem>
        )}
      </ListBox>
      <div className="bar ana-menu">
        <ChoiceMenu
          label={t('analyse.views')}
          choices={ANALYSE_VIEWS.map(({ id, title }) => ({ id, label: t(title), value: id }))}
          present={view.id}
          onChange={show}
        />
      </div>
    </>
  );
}

/** Pictures and tables of what was coded: a list of views, and the one that was chosen. */
export function Analyse() {
  useCommands(ANALYSE_COMMANDS);
  const wanted = useAnalysis((analysis) => analysis.view);
  const view = ANALYSE_VIEWS.find(({ id }) => id === wanted) ?? ANALYSE_VIEWS[0];
  if (view === undefined) return null;
  return (
    <div className="pane-b ana">
      <div className="ana-in">
        <Views view={view} />
        <view.View key={view.id} />
      </div>
    </div>
  );
}
