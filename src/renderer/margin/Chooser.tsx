import { SlidersHorizontal } from 'lucide-react';
import { useText } from '../messages/intl.tsx';
import { COLOURINGS, useMargin } from '../state/margin.ts';
import { useWorkspace } from '../state/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton, type MenuRow } from '../ui/Menu.tsx';

const PARTS = ['codes', 'notes', 'coders', 'onlyBranch'] as const;

/** The menu of what the margin shows, and what its stripes take their colours from. */
export function Chooser({ several }: { several: boolean }) {
  const t = useText();
  const choice = useMargin();
  const codeId = useWorkspace((workspace) => workspace.codeId);
  const reasons = {
    coders: several ? undefined : t('margin.oneCoder'),
    onlyBranch: codeId === null && !choice.onlyBranch ? t('margin.noCode') : undefined,
    coder: several ? undefined : t('margin.oneCoder'),
  };
  const parts = PARTS.map(
    (part): MenuRow => ({
      id: part,
      label: t(`margin.show.${part}`),
      checked: choice[part] && (part !== 'coders' || several),
      toggles: true,
      reason: part === 'coders' || part === 'onlyBranch' ? reasons[part] : undefined,
      run: () => useMargin.setState({ [part]: !choice[part] }),
    }),
  );
  const colours = COLOURINGS.map(
    (colouring): MenuRow => ({
      id: `colour-${colouring}`,
      label: t(`margin.colour.${colouring}`),
      checked: choice.colouring === colouring,
      reason: colouring === 'coder' ? reasons.coder : undefined,
      run: () => useMargin.setState({ colouring }),
    }),
  );
  const label = t('margin.choose');
  return (
    <MenuButton
      label={label}
      rows={[...parts, '-', { id: 'colour', label: t('margin.colour'), below: colours }]}
      trigger={<IconButton label={label} icon={SlidersHorizontal} size={14} />}
    />
  );
}
