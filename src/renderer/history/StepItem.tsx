import { History as HistoryIcon } from 'lucide-react';
import { GridListItem } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { Line } from './lines.ts';

/** The heading of a day. It is a row that nothing happens on, so that the list stays one list. */
export function DayItem({ line }: { line: Extract<Line, { kind: 'day' }> }) {
  const { formatDate } = useIntl();
  const day = formatDate(line.at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <GridListItem id={line.id} className="hs-day" textValue={day}>
      {day}
    </GridListItem>
  );
}

/**
 * One step: a dot on the line of time, its words, whose it was, and when. Struck where it is taken back.
 * @param onGo steps there; undefined where one cannot
 */
export function StepItem({
  line: { id, step, isPresent },
  isOther,
  onGo,
}: {
  line: Extract<Line, { kind: 'step' }>;
  /** Whether another person made it: taking it back asks first. */
  isOther: boolean;
  onGo: (() => void) | undefined;
}) {
  const t = useText();
  const { formatTime } = useIntl();
  const state = isPresent ? 'present' : step.undone ? 'undone' : 'done';
  const words = isOther ? t('history.of', { name: step.coder.name, step: step.label }) : step.label;
  return (
    <GridListItem
      id={id}
      className={`hs-row is-${state}`}
      textValue={t(`history.row.${state}`, { step: words })}
    >
      <span className="dot" aria-hidden="true" />
      <bdi className="words clip">{words}</bdi>
      {isOther && !step.undone ? <span className="asks">{t('history.asks')}</span> : null}
      <span className="grow" />
      {onGo === undefined ? null : (
        <IconButton
          label={t(step.undone ? 'history.forward' : 'history.back', { step: step.label })}
          icon={HistoryIcon}
          size={14}
          onPress={onGo}
        />
      )}
      <time className="num" dateTime={step.at}>
        {formatTime(step.at)}
      </time>
    </GridListItem>
  );
}
