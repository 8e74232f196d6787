import { create } from 'zustand';
import type { ImportFile } from '../../contract/imports.ts';
import { chooseOpen, choosePlanFolder } from '../chooser/choose.ts';
import { type Problem, problemOf, showProblem } from '../client/problem.ts';
import { client, theShell } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { announce } from '../ui/announce.ts';

/** An import under way, or its report until it is dismissed. */
export interface Import {
  readonly files: readonly ImportFile[];
  readonly finished: number;
  readonly total: number;
  /** Null while it runs. */
  readonly outcome:
    | null
    | { readonly kind: 'done'; readonly imported: number; readonly failed: number; readonly skipped: number }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly problem: Problem };
}

interface Importing {
  readonly run: Import | null;
  /** Whether its page covers the reader; opening a document puts it aside. */
  readonly shown: boolean;
}

/** The one import that can run at a time. */
export const useImporting = create<Importing>(() => ({ run: null, shown: false }));

let stop: AbortController | null = null;

const change = (next: Partial<Import>) =>
  useImporting.setState(({ run }) => (run === null ? { run } : { run: { ...run, ...next } }));

async function follow(grants: string[], signal: AbortSignal): Promise<void> {
  for await (const event of await client.imports.run({ grants }, { signal })) {
    if (event.type === 'files') change({ files: event.files, total: event.files.length });
    else if (event.type === 'file') {
      const { file, finished, total } = event;
      const files = useImporting.getState().run?.files ?? [];
      change({ files: files.map((each) => (each.index === file.index ? file : each)), finished, total });
    } else {
      const { files, imported, failed, skipped } = event;
      change({ files, finished: files.length, outcome: { kind: 'done', imported, failed, skipped } });
      announce(textOf('import.announce', { imported, failed, skipped }));
    }
  }
}

/**
 * Imports what was picked or dropped, as one step of the history. Only one import runs at a time.
 * @param grants one-use permissions for files, folders or manifests
 */
async function runImport(grants: string[]): Promise<void> {
  if (grants.length === 0 || stop !== null) return;
  stop = new AbortController();
  const { signal } = stop;
  useImporting.setState({ run: { files: [], finished: 0, total: 0, outcome: null }, shown: true });
  try {
    await follow(grants, signal);
    if (useImporting.getState().run?.outcome === null) change({ outcome: { kind: 'cancelled' } });
  } catch (error) {
    const problem = problemOf(error);
    const isCancelled = signal.aborted || problem.code === 'CANCELLED';
    change({ outcome: isCancelled ? { kind: 'cancelled' } : { kind: 'failed', problem } });
  } finally {
    stop = null;
  }
}

/** Stops the running import; nothing of it stays. */
export const cancelImport = (): void => stop?.abort();

/** Puts the report away. */
export const dismissImport = (): void => useImporting.setState({ run: null, shown: false });

/** Shows or puts aside the page of the import. */
export const showImport = (shown: boolean): void => useImporting.setState({ shown });

/** Lets the person pick files or manifests and imports them. */
export async function importFiles(): Promise<void> {
  const choices = await chooseOpen('plans', true);
  await runImport(choices.map((choice) => choice.grant));
}

/** Lets the person pick a folder of plans and imports it. */
export async function importFolder(): Promise<void> {
  const choices = await choosePlanFolder();
  await runImport(choices.map((choice) => choice.grant));
}

/** Imports files that were dropped on the window. */
export async function importDropped(files: readonly File[]): Promise<void> {
  const grants: string[] = [];
  for (const file of files) {
    try {
      grants.push((await theShell().drop(file)).grant);
    } catch (error) {
      showProblem(error);
    }
  }
  await runImport(grants);
}
