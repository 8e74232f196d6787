import { PanelBottom, PanelLeft, PanelRight } from 'lucide-react';
import { useText } from '../messages/intl.tsx';
import { LAYOUTS, layoutOf, usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { lay } from './lay.ts';

/** How the panes stand: each by itself, and arrangements for a kind of work. */
export function Layouts() {
  const t = useText();
  const panes = usePanes();
  const page = useWorkspace((workspace) => workspace.page);
  return (
    <section className="layouts" aria-label={t('app.layout')}>
      <CommandIcon command="pane.left" icon={PanelLeft} />
      <CommandIcon command="pane.drawer" icon={PanelBottom} />
      <CommandIcon command="pane.inspector" icon={PanelRight} />
      <Segments
        label={t('app.layout')}
        options={LAYOUTS.map((value) => ({ value, label: t(`app.layout.${value}`) }))}
        value={page === 'document' ? layoutOf(panes) : (LAYOUTS.find((layout) => layout === page) ?? null)}
        onChange={lay}
      />
    </section>
  );
}
