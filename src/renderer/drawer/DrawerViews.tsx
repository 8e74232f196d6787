import { useText } from '../messages/intl.tsx';
import { DRAWER_VIEWS, usePanes } from '../state/panes.ts';
import { Segments } from '../ui/Segments.tsx';

/** The choice of list, which every view puts first in its own header. */
export function DrawerViews() {
  const t = useText();
  const { view, show } = usePanes();
  return (
    <Segments
      label={t('drawer.title')}
      options={DRAWER_VIEWS.map((value) => ({ value, label: t(`drawer.${value}`) }))}
      value={view}
      onChange={show}
    />
  );
}
