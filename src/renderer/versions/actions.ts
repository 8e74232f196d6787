import type { CodebookVersion } from '../../contract/codebook-versions.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { announce } from '../ui/announce.ts';
import { ask } from '../ui/ask.ts';
import { useVersionsView } from './state.ts';

/** The versions as the page knows them, newest first. */
export function knownVersions(): readonly CodebookVersion[] {
  return queryClient.getQueryData(api.codebookVersions.list.queryKey()) ?? [];
}

/** The version whose changes are shown. */
export function presentVersion(): CodebookVersion | undefined {
  const { from } = useVersionsView.getState();
  const all = knownVersions();
  return all.find(({ id }) => id === from) ?? all[0];
}

/** Names the codebook as it stands. @returns whether it was done */
export async function nameVersion(name: string, note: string, lock: boolean): Promise<boolean> {
  const done = await write(api.codebookVersions.name.mutationOptions(), { name, note, lock });
  if (done === undefined) return false;
  useVersionsView.setState({ from: done.versionId, to: null });
  announce(textOf(lock ? 'versions.nowLocked' : 'versions.named', { name }));
  return true;
}

/** Gives a version another name and note. @returns whether it was done */
export async function editVersion(version: string, name: string, note: string): Promise<boolean> {
  return (
    (await write(api.codebookVersions.describe.mutationOptions(), { version, name, note })) !== undefined
  );
}

/** Locks the codebook as a version, or unlocks it. */
export async function lockVersion({ id, name }: CodebookVersion, locked: boolean): Promise<void> {
  const done = await write(api.codebookVersions.lock.mutationOptions(), { version: id, locked });
  if (done !== undefined) announce(textOf(locked ? 'versions.nowLocked' : 'versions.nowUnlocked', { name }));
}

/** Forgets a version after asking. */
export async function removeVersion({ id, name }: CodebookVersion): Promise<void> {
  const yes = await ask({
    title: textOf('versions.remove.title', { name }),
    body: textOf('versions.remove.body'),
    confirm: textOf('versions.remove.confirm'),
    danger: true,
  });
  if (!yes) return;
  const done = await write(api.codebookVersions.remove.mutationOptions(), { version: id });
  if (done !== undefined) useVersionsView.setState({ from: null, to: null });
}
