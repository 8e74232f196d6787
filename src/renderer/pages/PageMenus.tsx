import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { FITS, MODES, PAGE_ZOOMS, PAPERS, usePaging, useShownPages } from '../state/pages.ts';
import { MenuButton } from '../ui/Menu.tsx';
import { showAs } from './move.ts';

/** How large pages are shown, which way up, and on what paper. */
export function PageMenus() {
  const t = useText();
  const { zoom, paper } = usePaging();
  const scale = useShownPages((shown) => shown.scale);
  const full = useShownPages((shown) => shown.full);
  const turn = useCommand('pages.turn');
  const turnBack = useCommand('pages.turnBack');
  const percent = Math.round((scale / full) * 100);
  return (
    <MenuButton
      label={t('reader.zoom')}
      value={t('reader.zoom.value', { zoom: percent })}
      rows={[
        ...FITS.map((fit) => ({
          id: fit,
          label: t(`pages.zoom.${fit}`),
          checked: zoom === fit,
          run: () => usePaging.setState({ zoom: fit }),
        })),
        '-' as const,
        ...PAGE_ZOOMS.map((each) => ({
          id: String(each),
          label: t('reader.zoom.value', { zoom: each }),
          checked: zoom === each,
          run: () => usePaging.setState({ zoom: each }),
        })),
        '-' as const,
        { id: 'turn', label: turn.title, run: turn.run },
        { id: 'turnBack', label: turnBack.title, run: turnBack.run },
        {
          id: 'paper',
          label: t('pages.paper'),
          below: PAPERS.map((each) => ({
            id: each,
            label: t(`pages.paper.${each}`),
            checked: paper === each,
            run: () => usePaging.setState({ paper: each }),
          })),
        },
      ]}
    />
  );
}

/** Whether a text is shown as its pages or flowing. */
export function ModeMenu() {
  const t = useText();
  const mode = usePaging((paging) => paging.mode);
  return (
    <MenuButton
      label={t('pages.mode')}
      value={t(`pages.mode.${mode}`)}
      rows={MODES.map((each) => ({
        id: each,
        label: t(`pages.mode.${each}`),
        checked: each === mode,
        run: () => showAs(each),
      }))}
    />
  );
}
