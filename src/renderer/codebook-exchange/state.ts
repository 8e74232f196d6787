import { create } from 'zustand';
import { type HeldBook, READABLE_CODEBOOKS } from '../../contract/codebook-exchange.ts';
import { chooseOpen } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { api, theShell } from '../client/shell.ts';
import { canChangeCodes } from '../commands/conditions.ts';
import { commandContext } from '../commands/context.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';

/** What is being done with a codebook as a file. */
type Doing = { readonly kind: 'export' } | { readonly kind: 'merge'; readonly book: HeldBook };

/** What is being done, for the dialogs that draw it; null for nothing. */
export const useBookExchange = create<{ readonly doing: Doing | null }>(() => ({ doing: null }));

/** Asks in which form the codebook shall be written. */
export const askExport = (): void => useBookExchange.setState({ doing: { kind: 'export' } });

/** Closes whichever dialog is open. */
export const endExchange = (): void => useBookExchange.setState({ doing: null });

async function readBook(grant: string): Promise<void> {
  const book = await api.codebookExchange.hold.call({ grant });
  useBookExchange.setState({ doing: { kind: 'merge', book } });
}

/** Lets the person pick a codebook, reads it, and shows what a merge with it would do. */
export async function askMerge(): Promise<void> {
  const [choice] = await chooseOpen('codebook');
  if (choice === undefined) return;
  try {
    await readBook(choice.grant);
  } catch (error) {
    showProblem(error);
  }
}

/** Whether what was dropped is one file that may hold a codebook, on the codebook. */
export const isBookDrop = (files: readonly File[], target: EventTarget | null): boolean =>
  files.length === 1 &&
  target instanceof Element &&
  target.closest('[data-pane=codebook]') !== null &&
  READABLE_CODEBOOKS.some((format) => files[0]?.name.toLowerCase().endsWith(`.${format}`));

/** Reads a codebook that was dropped, and shows what a merge with it would do. */
export async function dropBook(file: File): Promise<void> {
  const verdict = canChangeCodes(commandContext());
  if (verdict !== true) return say(textOf(verdict));
  try {
    await readBook((await theShell().drop(file)).grant);
  } catch (error) {
    showProblem(error);
  }
}
