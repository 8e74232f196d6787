import type { MessageId } from '../messages/en.ts';
import { useText } from '../messages/intl.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useIsLocked } from '../versions/useIsLocked.ts';

/** One key of the picker and what it does. */
export interface PickerKey {
  readonly keys: string;
  readonly title: MessageId;
  readonly run: () => void;
}

/** The keys of the picker, which a press does too, how many codes it does not show, and that none can be made while the codebook is locked. */
export function PickerFoot({ keys, more }: { keys: readonly PickerKey[]; more: number }) {
  const t = useText();
  const isLocked = useIsLocked();
  return (
    <div className="pk-foot">
      {keys.map((each) => (
        // The focus stays in the field, where the keys are: these only take the mouse.
        <button
          key={each.keys}
          type="button"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={each.run}
        >
          <Kbd keys={each.keys} /> {t(each.title)}
        </button>
      ))}
      {isLocked ? <span className="more">{t('picker.locked')}</span> : null}
      {more > 0 ? <span className="more">{t('picker.more', { count: more })}</span> : null}
    </div>
  );
}
