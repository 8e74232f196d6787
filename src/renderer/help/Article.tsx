import type { Nodes } from 'mdast';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { MarkdownTree } from '../ui/Markdown.tsx';
import { LIBRARY } from './library.ts';
import { type Place, useHelp } from './open.ts';
import { drawSpecial } from './pieces.tsx';
import type { Topic } from './read.ts';
import { TOPIC_IDS } from './topics.ts';
import { useFoundMarks } from './useFoundMarks.ts';

/** Whether the focus stands where it can be used on: in the field, among the topics, on a button that still acts. */
const isKept = (focused: Element | null): boolean =>
  focused?.closest('.hp-side, .hp-head') != null && !focused.matches(':disabled');

/** Goes where one is to be: to a heading, or as far down as the topic was left. */
function arrive(root: HTMLElement, { anchor, scroll }: Place): void {
  const heading = anchor === null ? null : root.querySelector<HTMLElement>(`#help-${CSS.escape(anchor)}`);
  if (scroll !== undefined) root.scrollTop = scroll;
  else if (heading === null) root.scrollTop = 0;
  else heading.scrollIntoView({ block: 'start' });
}

/** The text of a topic. */
export function Article({
  topic,
  place,
  onGo,
  root,
}: {
  topic: Topic;
  place: Place;
  onGo: (to: Place) => void;
  /** What scrolls. */
  root: RefObject<HTMLElement | null>;
}) {
  const t = useText();
  const query = useHelp((help) => help.query);
  const { id } = topic;
  const special = useCallback(
    (node: Nodes, below: Parameters<typeof drawSpecial>[1]) => drawSpecial(node, below, id, onGo),
    [id, onGo],
  );
  const hasOpened = useRef(false);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    arrive(element, place);
    // Opening gives the focus to the field. After that, who typed goes on typing, and who pressed a link reads on.
    if (hasOpened.current && !isKept(document.activeElement)) element.focus({ preventScroll: true });
    hasOpened.current = true;
  }, [root, place]);
  useFoundMarks(root, query, topic);
  const next = TOPIC_IDS.slice(TOPIC_IDS.indexOf(id) + 1).find((each) => LIBRARY.has(each));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keys
    <section className="hp-text" aria-label={topic.title} tabIndex={0} ref={root}>
      <div className="hp-article">
        <MarkdownTree root={topic.root} special={special} />
        {next === undefined ? null : (
          <div className="hp-next">
            <Button look="plain" onPress={() => onGo({ topic: next, anchor: null })}>
              {t('help.next', { title: LIBRARY.get(next)?.title ?? '' })}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
