import type { CodeFields, CodeRow } from '../../contract/codes.ts';
import { chooseOpen } from '../chooser/choose.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { tell } from '../state/news.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { ask } from '../ui/ask.ts';
import { focusRow } from '../ui/InlineEdit.tsx';
import { branchOf, type Direction, type Place, placeTowards, topmost } from './tree.ts';

const say = (text: string) => {
  announce(text);
  tell({ text });
};

/** The codes as the page knows them. */
export function knownCodes(): readonly CodeRow[] {
  return queryClient.getQueryData(api.codes.list.queryKey()) ?? [];
}

/** The code whose row has the focus in the codebook, else the selected one. */
export function targetCode(): CodeRow | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-pane=codebook] [data-key]');
  const id = row?.dataset['key'] ?? useWorkspace.getState().codeId;
  return knownCodes().find((code) => code.id === id);
}

/** Adds a code and selects it. */
export async function createCode(name: string, place: Place): Promise<string | undefined> {
  const made = await write(api.codes.create.mutationOptions(), { name, ...place });
  if (made === undefined) return undefined;
  if (made.note !== undefined) say(made.note);
  useWorkspace.getState().selectCode(made.codeId);
  return made.codeId;
}

/** Changes what a code is called, means or looks like. */
export async function updateCode(code: string, fields: Partial<CodeFields>): Promise<boolean> {
  const done = await write(api.codes.update.mutationOptions(), { code, fields });
  if (done?.note !== undefined) say(done.note);
  return done !== undefined;
}

/** Names of codes for a sentence: the one name, or how many they are. */
export const namesFor = (codes: readonly CodeRow[]): { name: string; count: number } => ({
  name: codes[0]?.name ?? '',
  count: codes.length,
});

/** Puts codes somewhere else; the same for keys, menu and mouse. */
export async function moveCodes(codes: readonly CodeRow[], place: Place): Promise<void> {
  const ids = codes.map(({ id }) => id);
  const done = await write(api.codes.move.mutationOptions(), { codes: ids, ...place });
  if (done === undefined) return;
  const parent = knownCodes().find((each) => each.id === place.parentId);
  announce(
    parent === undefined
      ? textOf('codebook.moved.top', namesFor(codes))
      : textOf('codebook.moved', { ...namesFor(codes), parent: parent.name }),
  );
}

/** Moves codes one step; several only where they stand under the same parent. */
export async function nudgeCodes(codes: readonly CodeRow[], direction: Direction): Promise<void> {
  const moved = topmost(
    knownCodes(),
    codes.map(({ id }) => id),
  );
  const isRow = moved.every(({ parentId }) => parentId === moved[0]?.parentId);
  const ids = moved.map(({ id }) => id);
  const place = isRow ? placeTowards(knownCodes(), ids, direction) : null;
  if (place === null) return announce(textOf(isRow ? 'codebook.noPlace' : 'codebook.apart'));
  // A folded parent would swallow the code that moves into it.
  const { folded, fold } = useWorkspace.getState();
  if (place.parentId !== null && folded.includes(place.parentId))
    fold(folded.filter((id) => id !== place.parentId));
  await moveCodes(moved, place);
}

/** Removes codes after saying what goes with them. */
export async function removeCodes(codes: readonly CodeRow[]): Promise<void> {
  const ids = codes.map(({ id }) => id);
  const branch = branchOf(knownCodes(), ...ids);
  const passages = branch.reduce((sum, each) => sum + each.passages, 0);
  const yes = await ask({
    title: textOf('codebook.remove.title', namesFor(codes)),
    body: textOf('codebook.remove.body', {
      below: branch.length - codes.length,
      passages,
      count: codes.length,
    }),
    confirm: textOf('codebook.remove.confirm', { count: branch.length }),
    danger: true,
  });
  if (!yes) return;
  const done = await write(api.codes.remove.mutationOptions(), { codes: ids });
  const { codeId, selectCode } = useWorkspace.getState();
  if (done !== undefined && branch.some((each) => each.id === codeId)) selectCode(null);
}

/** Adds the codes of a taxonomy file that the person picks. */
export async function importTaxonomy(): Promise<void> {
  const [choice] = await chooseOpen('codebook');
  if (choice === undefined) return;
  const done = await write(api.codes.importFile.mutationOptions(), { grant: choice.grant });
  if (done !== undefined) say(textOf('codebook.added', { added: done.added, skipped: done.skipped }));
}

/** Adds the codes of a taxonomy that ships with Colligo. */
export async function addReady(key: string): Promise<void> {
  const done = await write(api.codes.importReady.mutationOptions(), { key });
  if (done === undefined) return;
  say(textOf('codebook.added', { added: done.added, skipped: done.skipped }));
  // The offer goes with the empty codebook; what comes in its place takes the focus.
  const [first] = await api.codes.list.call();
  if (first !== undefined) focusRow('codebook', first.id);
}

/** Adds codes from pasted lines. */
export async function addLines(text: string): Promise<boolean> {
  const done = await write(api.codes.addList.mutationOptions(), { text });
  if (done !== undefined) say(textOf('codebook.added', { added: done.added, skipped: done.skipped }));
  return done !== undefined;
}
