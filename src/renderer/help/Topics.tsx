import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { LIBRARY } from './library.ts';
import type { Place } from './open.ts';
import { TOPIC_GROUPS, type TopicId } from './topics.ts';

/** The arrows go from topic to topic. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<Element>('button')];
  const next = buttons[document.activeElement === null ? 0 : buttons.indexOf(document.activeElement) + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** All topics, in groups. */
export function Topics({
  id,
  present,
  onGo,
}: {
  id: string;
  present: TopicId | null;
  onGo: (to: Place) => void;
}) {
  const t = useText();
  return (
    <nav className="hp-list" id={id} aria-label={t('help.topics')} onKeyDown={moveFocus}>
      {TOPIC_GROUPS.map((group) => (
        <section key={group.id} aria-labelledby={`${id}-${group.id}`}>
          <h3 id={`${id}-${group.id}`}>{t(`help.group.${group.id}`)}</h3>
          <ul>
            {group.topics.map((topic) => {
              const title = LIBRARY.get(topic)?.title;
              return title === undefined ? null : (
                <li key={topic}>
                  <Button
                    className="hp-row"
                    aria-current={topic === present ? 'page' : false}
                    onPress={() => (topic === present ? undefined : onGo({ topic, anchor: null }))}
                  >
                    {title}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
