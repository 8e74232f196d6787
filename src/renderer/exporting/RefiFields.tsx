import { REFI_PROFILES, type RefiOptions } from '../../contract/exports.ts';
import { useText } from '../messages/intl.tsx';
import { Check } from '../ui/Check.tsx';
import { MenuButton } from '../ui/Menu.tsx';

/** Which program a REFI-QDA project is for, and whether Colligo shall read everything back. */
export function RefiFields({ refi, onChange }: { refi: RefiOptions; onChange: (refi: RefiOptions) => void }) {
  const t = useText();
  const { profile, plain } = refi;
  return (
    <>
      <div>
        <MenuButton
          label={t('export.refi.profile')}
          value={t(`export.refi.profile.${profile}`)}
          rows={REFI_PROFILES.map((each) => ({
            id: each,
            label: t(`export.refi.profile.${each}`),
            checked: each === profile,
            run: () => onChange({ ...refi, profile: each }),
          }))}
        />
        <p className="hint">{t(`export.refi.profile.${profile}.about`)}</p>
      </div>
      {profile === 'standard' ? (
        <div>
          <Check isSelected={!plain} onChange={(isOn) => onChange({ ...refi, plain: !isOn })}>
            {t('export.refi.sidecar')}
          </Check>
          <p className="hint indent">{t('export.refi.sidecar.hint')}</p>
        </div>
      ) : null}
    </>
  );
}
