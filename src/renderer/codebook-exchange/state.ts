import { create } from 'zustand';
import { chooseOpen } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { api } from '../client/shell.ts';

/** What is being done with a codebook as a file. */
type Doing = { readonly kind: 'export' } | { readonly kind: 'merge'; readonly held: string };

/** What is being done, for the dialogs that draw it; null for nothing. */
export const useBookExchange = create<{ readonly doing: Doing | null }>(() => ({ doing: null }));

/** Asks in which form the codebook shall be written. */
export const askExport = (): void => useBookExchange.setState({ doing: { kind: 'export' } });

/** Closes whichever dialog is open. */
export const endExchange = (): void => useBookExchange.setState({ doing: null });

/** Lets the person pick a codebook, reads it, and shows what a merge with it would do. */
export async function askMerge(): Promise<void> {
  const [choice] = await chooseOpen('codebook');
  if (choice === undefined) return;
  try {
    const { held } = await api.codebookExchange.hold.call({ grant: choice.grant });
    useBookExchange.setState({ doing: { kind: 'merge', held } });
  } catch (error) {
    showProblem(error);
  }
}
