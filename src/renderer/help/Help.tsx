import { type ComponentType, useEffect, useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';

type Panel = ComponentType<{ onClose: () => void }>;

/** The help. Its texts are fetched when it is opened first: a start without it is not slower for it. */
export function Help({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [panel, setPanel] = useState<{ of: Panel } | 'failed' | null>(null);
  useEffect(() => {
    import('./Panel.tsx').then(
      ({ Panel }) => setPanel({ of: Panel }),
      () => setPanel('failed'),
    );
  }, []);
  if (panel === null) return null;
  if (panel !== 'failed') return <panel.of onClose={onClose} />;
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <p>{t('help.failed')}</p>
      <Actions>
        <Button look="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
