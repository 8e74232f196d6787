import './history.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { GridList } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { Step } from '../../contract/common.ts';
import { api } from '../client/shell.ts';
import { DrawerViews } from '../drawer/DrawerViews.tsx';
import { useText } from '../messages/intl.tsx';
import { CommandButton } from '../ui/CommandButton.tsx';
import { Rows } from '../ui/Rows.tsx';
import { goToStep, showStep } from './go.ts';
import { type Line, linesOf, wayTo } from './lines.ts';
import { DayItem, StepItem } from './StepItem.tsx';

/** Steps that are asked for at a time, while one scrolls. */
const PAGE = 200;
/** How near the end of what has come more is asked for, px. */
const NEAR_END = 400;

function useSteps(): { steps: readonly Step[] | undefined; more: () => void } {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ limit: PAGE, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.seq),
    }),
  );
  const steps = useMemo(() => data?.pages.flat(), [data]);
  return { steps, more: () => void (hasNextPage && !isFetching ? fetchNextPage() : undefined) };
}

/** The button that takes a step back or brings one back, with the words of what it will do. */
function StepButton({ command, step }: { command: 'history.undo' | 'history.redo'; step: Step | null }) {
  const t = useText();
  const [word, icon] = command === 'history.undo' ? (['undo', Undo2] as const) : (['redo', Redo2] as const);
  return (
    <CommandButton command={command} icon={icon} look="plain" withKeys>
      {step === null ? t(`command.${word}`) : t(`history.${word}.step`, { step: step.label })}
    </CommandButton>
  );
}

/** The steps of the project, newest first: a press shows where one happened, its button goes there in time. */
export function History() {
  const t = useText();
  const { formatDate } = useIntl();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { steps, more } = useSteps();
  const lines = useMemo(
    () => linesOf(steps ?? [], (at) => formatDate(at, { dateStyle: 'short' })),
    [steps, formatDate],
  );
  const me = project?.coder?.id ?? null;
  const canWrite = project?.readOnly === null;
  const show = (key: unknown) => {
    const line = lines.find(({ id }) => id === key);
    if (line?.kind === 'step') void showStep(line.step);
  };
  const item = (line: Line) => {
    if (line.kind === 'day') return <DayItem line={line} />;
    const { step } = line;
    const canGo = canWrite && steps !== undefined && wayTo(steps, step) !== null;
    return (
      <StepItem
        line={line}
        isOther={step.coder.id !== me}
        onGo={canGo ? () => void goToStep(steps, step, me) : undefined}
      />
    );
  };
  return (
    <>
      <div className="pane-h ps-h">
        <DrawerViews />
        <span className="grow" />
        <div className="hs-acts">
          <StepButton command="history.undo" step={project?.undo ?? null} />
          <StepButton command="history.redo" step={project?.redo ?? null} />
        </div>
      </div>
      <div className="pane-b">
        <Rows>
          <GridList
            aria-label={t('history.list')}
            className="rows hs-list"
            items={lines}
            dependencies={[steps, me, canWrite]}
            onAction={show}
            onScroll={({ currentTarget: list }) => {
              if (list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END) more();
            }}
          >
            {item}
          </GridList>
        </Rows>
      </div>
    </>
  );
}
