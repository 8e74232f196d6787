import type { Colouring } from '../../../contract/code-edits.ts';
import type { CodeRow } from '../../../contract/codes.ts';
import { write } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { textOf } from '../../messages/intl.tsx';
import { tell } from '../../state/news.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { announce } from '../../ui/announce.ts';
import { focusRow } from '../../ui/InlineEdit.tsx';
import { namesFor } from '../actions.ts';
import { useChosen } from '../chosen.ts';
import type { Place } from '../tree.ts';

const say = (text: string) => {
  announce(text);
  tell({ text });
};

/** Selects one code alone, and gives its row the focus once it stands there, unless the person has left the codebook. */
function goTo(codeId: string): void {
  useChosen.setState({ chosen: [] });
  useWorkspace.getState().selectCode(codeId);
  // The dialog has given the focus back to the row that it was opened from.
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest('[data-pane=codebook] [role=row]'))
    activeElement.blur();
  focusRow('codebook', codeId);
}

/** Copies codes with the codes below, without their codings. */
export async function copyCodes(codes: readonly CodeRow[], place: Place): Promise<void> {
  const done = await write(api.codes.copy.mutationOptions(), { codes: codes.map(({ id }) => id), ...place });
  const first = done?.codeIds[0];
  if (done === undefined || first === undefined) return;
  say(textOf('codebook.copied', { codes: done.copied }));
  goTo(first);
}

/** What a merge is asked for. */
export interface MergeWish {
  readonly codes: string[];
  readonly into: string;
  readonly aliases: boolean;
  readonly append: boolean;
  readonly note: string;
}

/** Makes codes one. A digit key that a merged code lay on goes to the one that stays, unless that has one. */
export async function mergeCodes(wish: MergeWish, into: CodeRow): Promise<void> {
  const done = await write(api.codes.merge.mutationOptions(), wish);
  if (done === undefined) return;
  const { pinned, pin } = useWorkspace.getState();
  const key = pinned.findIndex((id) => id !== null && wish.codes.includes(id));
  if (key >= 0 && !pinned.includes(into.id)) pin(key, into.id);
  const { followed, already } = done;
  say(textOf('codebook.merged', { name: into.name, count: wish.codes.length, followed, already }));
  goTo(into.id);
}

/** What finding and replacing in names is asked for. */
export interface NameWish {
  readonly find: string;
  readonly replace: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  readonly within: string | null;
}

/** @returns whether it was done; else the problem has been shown */
export async function replaceInNames(wish: NameWish): Promise<boolean> {
  const done = await write(api.codes.replaceInNames.mutationOptions(), wish);
  if (done !== undefined) say(done.note ?? textOf('codebook.renamed', { names: done.renamed }));
  return done !== undefined;
}

/** Colours codes by the branch they stand in. */
export async function colourBranches(how: Colouring, within: string | null): Promise<void> {
  const done = await write(api.codes.colourBranches.mutationOptions(), { how, within });
  if (done !== undefined) say(done.note ?? textOf('codebook.coloured', { codes: done.changed }));
}

/** Gives codings of a code to parts; @returns whether it was done */
export async function splitCode(
  code: CodeRow,
  wish: Omit<Parameters<typeof api.codes.split.call>[0], 'code'>,
): Promise<boolean> {
  const done = await write(api.codes.split.mutationOptions(), { code: code.id, ...wish });
  if (done === undefined) return false;
  say(textOf('codebook.split', { ...namesFor([code]), moved: done.moved, added: done.added }));
  goTo(code.id);
  return true;
}
