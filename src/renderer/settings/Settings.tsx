import './settings.css';
import { useText } from '../messages/intl.tsx';
import { useLooks } from '../reader/useLooks.ts';
import { SPACINGS, useSpacing } from '../state/rows.ts';
import { useSpoken, VERBOSITIES } from '../state/spoken.ts';
import { THEMES, useAppearance } from '../state/theme.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { KeySettings } from './KeySettings.tsx';

/** How the program looks and which keys it hears, for this user in every project; each change holds at once. */
export function Settings({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { theme, setTheme } = useAppearance();
  const { spacing } = useSpacing();
  const { verbosity } = useSpoken();
  const looks = useLooks();
  return (
    <Dialog wide title={t('settings.title')} onClose={onClose}>
      <div className="settings">
        <section aria-labelledby="settings-look">
          <h3 id="settings-look">{t('settings.look')}</h3>
          <div className="set-line">
            <span>{t('settings.theme')}</span>
            <Segments
              label={t('settings.theme')}
              options={THEMES.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
              value={theme}
              onChange={setTheme}
            />
          </div>
          <div className="set-line">
            <span>{t('settings.rows')}</span>
            <Segments
              label={t('settings.rows')}
              options={SPACINGS.map((value) => ({ value, label: t(`settings.rows.${value}`) }))}
              value={spacing}
              onChange={(next) => useSpacing.setState({ spacing: next })}
            />
          </div>
        </section>
        <section aria-labelledby="settings-text">
          <h3 id="settings-text">{t('settings.text')}</h3>
          {looks.map(({ id, label, options, value, choose }) => (
            <div className="set-line" key={id}>
              <span>{label}</span>
              <Segments label={label} options={options} value={value} onChange={choose} />
            </div>
          ))}
        </section>
        <section aria-labelledby="settings-spoken">
          <h3 id="settings-spoken">{t('settings.spoken')}</h3>
          <div className="set-line">
            <span>{t('settings.spoken.what')}</span>
            <Segments
              label={t('settings.spoken.what')}
              options={VERBOSITIES.map((value) => ({ value, label: t(`settings.spoken.${value}`) }))}
              value={verbosity}
              onChange={(next) => useSpoken.setState({ verbosity: next })}
            />
          </div>
          <p className="hint">{t('settings.spoken.hint')}</p>
        </section>
        <KeySettings />
      </div>
      <Actions>
        <Button look="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
