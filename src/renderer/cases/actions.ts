import type { CaseRow } from '../../contract/cases.ts';
import { queryClient, write } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { ask } from '../ui/ask.ts';

/** The cases as the page knows them. */
export function knownCases(): readonly CaseRow[] {
  return queryClient.getQueryData(api.cases.list.queryKey()) ?? [];
}

/** Shows a case in the inspector; in a narrow window that comes over the text. */
export function inspectCase(id: string): void {
  useWorkspace.getState().selectCase(id);
  usePanes.getState().toggle('inspector', true);
}

/** Makes a case. @returns its id, or undefined where that failed or the name is empty */
export async function createCase(name: string): Promise<string | undefined> {
  if (name.trim() === '') return undefined;
  return (await write(api.cases.create.mutationOptions(), { name: name.trim() }))?.caseId;
}

/** Changes the name of a case. @returns whether that worked */
export async function renameCase({ id, name }: Pick<CaseRow, 'id' | 'name'>, next: string): Promise<boolean> {
  const trimmed = next.trim();
  if (trimmed === '' || trimmed === name) return true;
  return (await write(api.cases.rename.mutationOptions(), { case: id, name: trimmed })) !== undefined;
}

/** Puts a document into a case, or takes it out. @returns whether that worked */
export async function gather(
  { id, name }: CaseRow,
  document: { readonly id: string; readonly title: string },
  belong: boolean,
): Promise<boolean> {
  const input = { case: id, documents: [document.id], belong };
  if ((await write(api.cases.gather.mutationOptions(), input)) === undefined) return false;
  const { title } = document;
  say(textOf(belong ? 'cases.document.added' : 'cases.document.removed', { title, name }));
  return true;
}

/** Removes a case after saying what goes with it and what stays. */
export async function removeCase({ id, name, documents, attributes }: CaseRow): Promise<void> {
  const about = (await client.memos.list({})).filter(
    ({ target }) =>
      (target.kind === 'case' && target.id === id) || (target.kind === 'cell' && target.case === id),
  );
  const yes = await ask({
    title: textOf('cases.remove.title', { name }),
    body: textOf('cases.remove.body', {
      documents: documents.length,
      values: attributes.length,
      memos: about.length,
    }),
    confirm: textOf('cases.remove.confirm'),
    danger: true,
  });
  if (!yes) return;
  if ((await write(api.cases.remove.mutationOptions(), { case: id })) !== undefined)
    say(textOf('cases.removed', { name }));
}
