import { create } from 'zustand';
import type { TableRead } from '../../../../contract/attribute-tables.ts';
import { chooseOpen } from '../../../chooser/choose.ts';
import { showProblem } from '../../../client/problem.ts';
import { write } from '../../../client/query.ts';
import { api, theShell } from '../../../client/shell.ts';

/** The file whose import is being asked about, or null. */
export const useTableImport = create<{ readonly read: TableRead | null }>(() => ({ read: null }));

/** Puts the question away. */
export const closeTable = (): void => useTableImport.setState({ read: null });

async function readTable(grant: string): Promise<void> {
  const read = await write(api.attributes.importRead.mutationOptions(), { grant });
  if (read !== undefined) useTableImport.setState({ read });
}

/** Lets the person pick a table, and asks how it shall be taken. */
export async function chooseTable(): Promise<void> {
  const [choice] = await chooseOpen('table');
  if (choice !== undefined) await readTable(choice.grant);
}

/** Whether files that were dropped are a table. */
export const isTable = (files: readonly File[]): boolean =>
  files.length === 1 && /\.(csv|tsv|xlsx)$/i.test(files[0]?.name ?? '');

/** Takes a table that was dropped on the page. */
export async function dropTable(file: File): Promise<void> {
  try {
    await readTable((await theShell().drop(file)).grant);
  } catch (error) {
    showProblem(error);
  }
}
