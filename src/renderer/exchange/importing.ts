import { create } from 'zustand';
import { type ExchangeReport, isForeignProject, type MissingFile } from '../../contract/exchange.ts';
import { type Choice, chooseOpen } from '../chooser/choose.ts';
import { type Problem, problemOf, showProblem } from '../client/problem.ts';
import { client, theShell } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { settleDrafts } from '../state/drafts.ts';
import { useSheet } from '../state/sheet.ts';
import { announce } from '../ui/announce.ts';

/** What the engine is asked for. */
interface Request {
  readonly grant: string;
  /** Whether the project takes title and description. */
  readonly adopt: boolean;
  /** Permissions to look for missing files in folders. */
  readonly folders: string[];
  /** Whether files are read from wherever on this computer the project says that they are. */
  readonly elsewhere: boolean;
  /** Whether to stop where files are missing. */
  readonly ask: boolean;
}

/** An import from another program under way, or its report until it is dismissed. */
export interface Exchange {
  /** Of the file that was chosen. */
  readonly name: string;
  readonly at:
    | { readonly phase: 'reading'; readonly share: number; readonly of: string }
    | { readonly phase: 'writing' }
    /** Nothing is written yet: files are missing, and the person says what to do. */
    | { readonly phase: 'missing'; readonly files: readonly MissingFile[]; readonly request: Request }
    /** Likewise, while a folder is chosen. */
    | { readonly phase: 'choosing' }
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
export function runExchange({ grant, name }: Choice, adopt = false): Promise<void> {
  return run(name, { grant, adopt, folders: [], elsewhere: false, ask: true });
}

async function run(name: string, request: Request): Promise<void> {
  if (stop !== null || !(await settleDrafts())) return;
  stop = new AbortController();
  const { signal } = stop;
  useExchange.setState({ run: { name, at: { phase: 'reading', share: 0, of: '' } } });
  // Shown once all is over, so that whatever is pressed then finds nothing running.
  let end: Exchange['at'] = { phase: 'cancelled' };
  try {
    for await (const event of await client.exchange.run(request, { signal })) {
      if (event.type === 'reading') reach({ phase: 'reading', share: event.share, of: event.name });
      else if (event.type === 'writing') reach({ phase: 'writing' });
      else if (event.type === 'finished') end = { phase: 'done', report: event.report };
      else {
        const { files, grant, folders } = event;
        end = { phase: 'missing', files, request: { ...request, grant, folders } };
      }
    }
  } catch (error) {
    const problem = problemOf(error);
    const isCancelled = signal.aborted || problem.code === 'CANCELLED';
    if (end.phase !== 'done') end = isCancelled ? { phase: 'cancelled' } : { phase: 'failed', problem };
  } finally {
    stop = null;
  }
  reach(end);
  if (end.phase !== 'done') return;
  const { documents, codings } = end.report.came;
  announce(textOf('exchange.announce', { documents, codings }));
}

/** Stops the running import, or the one that waits for an answer; nothing of it stays. */
export function cancelExchange(): void {
  if (stop === null) reach({ phase: 'cancelled' });
  else stop.abort();
}

/** Runs an import once more that stopped because files are missing. @param more what is different this time */
export async function goOn(more: Pick<Partial<Request>, 'folders' | 'elsewhere' | 'ask'>): Promise<void> {
  const exchange = useExchange.getState().run;
  if (exchange?.at.phase === 'missing') await run(exchange.name, { ...exchange.at.request, ...more });
}

/** Lets the person choose a folder in which the missing files are looked for. */
export async function lookInFolder(): Promise<void> {
  const at = useExchange.getState().run?.at;
  if (at?.phase !== 'missing') return;
  // One box at a time: the chooser takes this one's place.
  reach({ phase: 'choosing' });
  const [folder] = await chooseOpen('folder');
  reach(at);
  if (folder !== undefined) await goOn({ folders: [...at.request.folders, folder.grant] });
}

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
