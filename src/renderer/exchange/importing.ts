import { create } from 'zustand';
import { type ExchangeReport, isForeignProject } from '../../contract/exchange.ts';
import { type Choice, chooseOpen } from '../chooser/choose.ts';
import { type Problem, problemOf, showProblem } from '../client/problem.ts';
import { client, theShell } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { settleDrafts } from '../state/drafts.ts';
import { useSheet } from '../state/sheet.ts';
import { announce } from '../ui/announce.ts';

/** An import from another program under way, or its report until it is dismissed. */
export interface Exchange {
  /** Of the file that was chosen. */
  readonly name: string;
  readonly at:
    | { readonly phase: 'reading'; readonly share: number; readonly of: string }
    | { readonly phase: 'writing' }
    | { readonly phase: 'done'; readonly report: ExchangeReport }
    | { readonly phase: 'cancelled' }
    | { readonly phase: 'failed'; readonly problem: Problem };
}

interface State {
  readonly run: Exchange | null;
  /** What the project that is being made is made of. */
  readonly source: Choice | null;
}

/** The one import from another program that can run at a time. */
export const useExchange = create<State>(() => ({ run: null, source: null }));

let stop: AbortController | null = null;

const reach = (at: Exchange['at']) =>
  useExchange.setState(({ run }) => ({ run: run === null ? null : { ...run, at } }));

/**
 * Reads a project or codings of another program into the open project.
 * @param choice the file, and a permission to read it
 * @param adopt whether the project takes its title and description
 */
export async function runExchange({ grant, name }: Choice, adopt = false): Promise<void> {
  if (stop !== null || !(await settleDrafts())) return;
  stop = new AbortController();
  const { signal } = stop;
  useExchange.setState({ run: { name, at: { phase: 'reading', share: 0, of: '' } } });
  try {
    for await (const event of await client.exchange.run({ grant, adopt }, { signal })) {
      if (event.type === 'reading') reach({ phase: 'reading', share: event.share, of: event.name });
      else if (event.type === 'writing') reach({ phase: 'writing' });
      else {
        reach({ phase: 'done', report: event.report });
        announce(
          textOf('exchange.announce', {
            documents: event.report.came.documents,
            codings: event.report.came.codings,
          }),
        );
      }
    }
    if (useExchange.getState().run?.at.phase !== 'done') reach({ phase: 'cancelled' });
  } catch (error) {
    const problem = problemOf(error);
    const isCancelled = signal.aborted || problem.code === 'CANCELLED';
    reach(isCancelled ? { phase: 'cancelled' } : { phase: 'failed', problem });
  } finally {
    stop = null;
  }
}

/** Stops the running import; nothing of it stays. */
export const cancelExchange = (): void => stop?.abort();

/** Puts the report away. */
export const dismissExchange = (): void => useExchange.setState({ run: null });

/** Lets the person pick a project or codings of another program, and reads it into the open project. */
export async function importForeign(): Promise<void> {
  const [choice] = await chooseOpen('exchange');
  if (choice !== undefined) await runExchange(choice);
}

/** Lets the person pick a project of another program, and asks where the project goes that is made of it. */
export async function bringOver(): Promise<void> {
  const [choice] = await chooseOpen('exchange');
  if (choice !== undefined) makeOf(choice);
}

function makeOf(source: Choice): void {
  useExchange.setState({ source });
  useSheet.getState().show('new');
}

/** Forgets what a project was to be made of. */
export const forgetSource = (): void => useExchange.setState({ source: null });

/** @returns whether one of these files is a whole project of another program */
export const holdsForeign = (files: readonly File[]): boolean =>
  files.some(({ name }) => isForeignProject(name));

/**
 * Takes a project of another program that was dropped on the window.
 * @param hasProject whether there is an open project that it can be read into; otherwise one is made of it
 */
export async function dropForeign(files: readonly File[], hasProject: boolean): Promise<void> {
  const file = files.find(({ name }) => isForeignProject(name));
  if (file === undefined) return;
  try {
    const choice = await theShell().drop(file);
    if (hasProject) await runExchange(choice);
    else makeOf(choice);
  } catch (error) {
    showProblem(error);
  }
}
