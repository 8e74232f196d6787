import { useText } from '../messages/intl.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** The keys of the picker, and how many codes it does not show. */
export function PickerFoot({ more }: { more: number }) {
  const t = useText();
  return (
    <div className="pk-foot">
      <span>
        <Kbd keys="Enter" /> {t('picker.apply')}
      </span>
      <span>
        <Kbd keys="Mod+Enter" /> {t('picker.stay')}
      </span>
      <span>
        <Kbd keys="Shift+Enter" /> {t('picker.createKey')}
      </span>
      <span>
        <Kbd keys="Alt+Enter" /> {t('picker.inVivo')}
      </span>
      <span>
        <Kbd keys="Escape" /> {t('picker.close')}
      </span>
      {more > 0 ? <span className="more">{t('picker.more', { count: more })}</span> : null}
    </div>
  );
}
