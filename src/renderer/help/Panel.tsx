import './help.css';
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { matchesKeys } from '../commands/keys.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Article } from './Article.tsx';
import { Finder } from './Finder.tsx';
import { LIBRARY } from './library.ts';
import { goToHelp, leaveHelp, type Place, travelHelp, useHelp } from './open.ts';

const BACK = 'Alt+ArrowLeft';
const FORWARD = 'Alt+ArrowRight';

/** The help: topics and what is found at the left, the text at the right. Opens where it was left. */
export function Panel({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { place, back, forward } = useHelp();
  const text = useRef<HTMLElement>(null);
  const scroll = () => text.current?.scrollTop ?? 0;
  const go = useCallback((to: Place) => goToHelp(to, text.current?.scrollTop ?? 0), []);
  const travel = (step: -1 | 1) => travelHelp(step, scroll());
  useEffect(() => {
    const element = text.current;
    return () => leaveHelp(element?.scrollTop ?? 0);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (matchesKeys(BACK, event.nativeEvent)) travel(-1);
    else if (matchesKeys(FORWARD, event.nativeEvent)) travel(1);
    else if (event.key === 'F1') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const topic = place === null ? undefined : LIBRARY.get(place.topic);
  return (
    <ModalOverlay
      className="veil hp-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className="dialog hp">
        <Dialog>
          {/* Keys that hold wherever the focus is in the help. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its controls do not take */}
          <div className="hp-frame" onKeyDown={onKeyDown}>
            <header className="hp-head">
              <Heading slot="title">{t('help.title')}</Heading>
              <IconButton
                label={t('help.back')}
                icon={ArrowLeft}
                keys={BACK}
                isDisabled={back.length === 0}
                onPress={() => travel(-1)}
              />
              <IconButton
                label={t('help.forward')}
                icon={ArrowRight}
                keys={FORWARD}
                isDisabled={forward.length === 0}
                onPress={() => travel(1)}
              />
              <span className="grow" />
              <IconButton label={t('help.close')} icon={X} keys="Escape" onPress={onClose} />
            </header>
            <Finder present={place} onGo={go} />
            {topic === undefined || place === null ? null : (
              <Article topic={topic} place={place} onGo={go} root={text} />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
