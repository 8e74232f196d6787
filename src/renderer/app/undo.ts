import { problemOf, showProblem } from '../client/problem.ts';
import { execute } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { type News, tell } from '../state/news.ts';
import { announce } from '../ui/announce.ts';
import { ask } from '../ui/ask.ts';

type Direction = 'undo' | 'redo';

async function attempt(direction: Direction, confirm?: string): Promise<string> {
  const input = confirm === undefined ? {} : { confirm };
  const meta = { handled: true };
  if (direction === 'undo') {
    return (await execute({ ...api.history.undo.mutationOptions(), meta }, input)).undone.label;
  }
  return (await execute({ ...api.history.redo.mutationOptions(), meta }, input)).redone.label;
}

/** A step of somebody else, or from before this opening, is named first; then the person decides. */
async function go(direction: Direction): Promise<void> {
  let label: string | null = null;
  try {
    label = await attempt(direction);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code !== 'CONFIRM' || problem.stepId === undefined) return showProblem(error);
    const yes = await ask({
      title: textOf(`${direction}.confirm.title`),
      body: [problem.what, problem.safe, problem.remedy].filter(Boolean).join(' '),
      confirm: textOf(`${direction}.confirm.button`),
    });
    if (!yes) return;
    try {
      label = await attempt(direction, problem.stepId);
    } catch (second) {
      return showProblem(second);
    }
  }
  const news: News = { text: textOf(`${direction}.done`, { step: label }) };
  announce(news.text);
  tell(news);
}

/** Takes back the newest step. */
export const undo = (): Promise<void> => go('undo');

/** Brings back the step that was undone last. */
export const redo = (): Promise<void> => go('redo');
