import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useEffect } from 'react';
import { api } from '../client/shell.ts';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TASKS, type Task, useTasks } from './tasks.ts';

/** Looks whether a task is done; each looks at what is there, so that nothing has to report to it. */
function useDone(): Readonly<Record<Task, boolean>> {
  const hasDocument = useWorkspace(({ documentId }) => documentId !== null);
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: memos } = useQuery(api.memos.list.queryOptions({ input: {} }));
  const exported = useTasks(({ done }) => done.includes('export'));
  const shared = { open: hasDocument, export: exported };
  if (!project?.isSample)
    return { ...shared, code: (project?.counts.codings ?? 0) > 0, memo: (memos?.length ?? 0) > 0 };
  // What is in the sample is others' work: there, only what the person does counts.
  const me = project.coder?.id;
  return {
    ...shared,
    code: project.undo?.coder.id === me && project.undo?.code.startsWith('codings.') === true,
    memo: memos?.some(({ createdBy }) => createdBy === me) ?? false,
  };
}

/** The four things that make up the work, for whoever is new: each ticks itself. Gone when all are done or it is put away. */
export function Tasks() {
  const t = useText();
  const keys = useKeyNames();
  const { done, isPutAway, tick, putAway } = useTasks();
  const now = useDone();
  useEffect(() => {
    for (const task of TASKS) if (now[task] && !done.includes(task)) tick(task);
  });
  if (isPutAway || TASKS.every((task) => done.includes(task))) return null;
  return (
    <section className="in-sec in-tasks" aria-label={t('tasks.title')}>
      <h3>
        {t('tasks.title')}
        <span className="end">
          <IconButton label={t('tasks.close')} icon={X} onPress={putAway} />
        </span>
      </h3>
      <ol>
        {TASKS.map((task) => (
          <li key={task} className={done.includes(task) ? 'is-done' : undefined}>
            <span className="bx" aria-hidden="true">
              {done.includes(task) ? <Icon of={Check} size={12} /> : null}
            </span>
            <span>
              {t(`tasks.${task}`, keys)}
              {done.includes(task) ? <span className="hidden-visually">, {t('tasks.done')}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
