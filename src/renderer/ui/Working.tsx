import { useText } from '../messages/intl.tsx';
import { Button } from './Button.tsx';
import { Actions } from './Dialog.tsx';

/** How far something long is, with the way out. */
export function Working({
  label,
  share,
  onCancel,
  children,
}: {
  /** What goes on, for screen readers. */
  label: string;
  /** From 0 to 1; undefined while that is not known. */
  share: number | undefined;
  /** Left out while it can no longer be stopped. */
  onCancel?: (() => void) | undefined;
  /** What it is at. */
  children: React.ReactNode;
}) {
  const t = useText();
  return (
    <>
      <p className="quiet clip">{children}</p>
      <progress className="progress" aria-label={label} max={1} value={share} />
      <Actions>
        <Button autoFocus isDisabled={onCancel === undefined} onPress={() => onCancel?.()}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </>
  );
}
