import './settings.css';
import { useText } from '../messages/intl.tsx';
import { THEMES, useAppearance } from '../state/theme.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { KeySettings } from './KeySettings.tsx';

/** How the program looks and which keys it hears, for this user in every project; each change holds at once. */
export function Settings({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { theme, setTheme } = useAppearance();
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
