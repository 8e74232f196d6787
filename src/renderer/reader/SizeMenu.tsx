import { useText } from '../messages/intl.tsx';
import { useView, ZOOMS } from '../state/view.ts';
import { MenuButton } from '../ui/Menu.tsx';
import { useLooks } from './useLooks.ts';

/** The size of flowing text, and how it is set. */
export function SizeMenu() {
  const t = useText();
  const { zoom } = useView();
  const looks = useLooks();
  return (
    <MenuButton
      label={t('reader.zoom')}
      value={t('reader.zoom.value', { zoom })}
      rows={[
        ...ZOOMS.map((each) => ({
          id: String(each),
          label: t('reader.zoom.value', { zoom: each }),
          checked: each === zoom,
          run: () => useView.setState({ zoom: each }),
        })),
        '-' as const,
        ...looks.map(({ id, label, options, value, choose }) => ({
          id,
          label,
          below: options.map((option) => ({
            id: option.value,
            label: option.label,
            checked: option.value === value,
            run: () => choose(option.value),
          })),
        })),
      ]}
    />
  );
}
