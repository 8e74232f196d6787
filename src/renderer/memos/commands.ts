import type { MemoTarget, NewMemoTarget } from '../../contract/memos.ts';
import { queryClient } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { canWrite } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { currentTarget } from '../reader/target.ts';
import { usePanes } from '../state/panes.ts';
import { type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { isSameTarget, useDesk } from './desk.ts';

/** What a memo that is written now is about: what the inspector shows, else the present paragraph, else the document. */
function target(): NewMemoTarget | null {
  const { inspected, codeId, caseId, documentId, selection } = useWorkspace.getState();
  if (inspected === 'code' && codeId !== null) return { kind: 'code', id: codeId };
  if (inspected === 'case' && caseId !== null) return { kind: 'case', id: caseId };
  if (inspected === 'document' && documentId !== null) return { kind: 'document', id: documentId };
  const place = selection?.documentId === documentId || selection === null ? currentTarget() : null;
  if (place === null) return documentId === null ? null : { kind: 'document', id: documentId };
  return aboutPlace(place);
}

/** A place in the text as what a memo is about: the passage that lies there, else the words. */
export function aboutPlace({ documentId: document, start, end, passageId }: Target): NewMemoTarget {
  // Exactly these words may be a passage already that nobody has selected.
  const same = useReader
    .getState()
    .reading?.passages.find((each) => each.start === start && each.end === end);
  const id = passageId ?? same?.id;
  return id === undefined ? { kind: 'span', document, start, end } : { kind: 'passage', id };
}

function hasTarget(context: CommandContext): true | MessageId {
  const verdict = canWrite(context);
  return verdict === true && target() === null ? 'memos.noTarget' : verdict;
}

/** Brings what the memo is about into the inspector, where it is written. */
function inspect(about: NewMemoTarget): void {
  const { documentId, select, selectCode, selectCase, inspect: show } = useWorkspace.getState();
  if (about.kind === 'span') {
    select({ kind: 'span', documentId: about.document, start: about.start, end: about.end });
  } else if (about.kind === 'passage' && documentId !== null) {
    select({ kind: 'passage', documentId, passageId: about.id });
  } else if (about.kind === 'code') selectCode(about.id);
  else if (about.kind === 'case') selectCase(about.id);
  else if (about.kind === 'document') show('document');
  usePanes.getState().toggle('inspector', true);
}

/** Writes the memo about what is selected. */
async function writeHere(): Promise<void> {
  const about = target();
  if (about !== null) await writeAbout(about);
}

/** Writes the memo about something in the inspector: one's own newest, where there is one, else a new one. */
export async function writeAbout(about: NewMemoTarget): Promise<void> {
  inspect(about);
  const me = queryClient.getQueryData(api.project.state.queryKey())?.coder?.id;
  const memos = about.kind === 'span' ? [] : await client.memos.list({ target: about });
  // Notes on pairs of which a passage is one are about both.
  const own = memos.find(({ createdBy, target: of }) => createdBy === me && isSameTarget(of, about));
  useDesk.getState().write('inspector', about, own?.id ?? null);
}

/** Opens a new memo in the list of memos: for what the inspector has no place for. */
export function writeInList(about: MemoTarget): void {
  usePanes.getState().show('memos');
  useDesk.getState().write('drawer', about, null);
}

/** Commands that write memos; they hold wherever a project is open. */
export const MEMO_COMMANDS: readonly Command[] = [
  {
    id: 'memo.write',
    title: 'command.memo.write',
    group: 'coding',
    keys: ['M'],
    panes: ['reader', 'margin', 'passages', 'inspector', 'codebook', 'library'],
    when: hasTarget,
    run: writeHere,
  },
  {
    id: 'memo.project',
    title: 'command.memo.project',
    group: 'project',
    when: canWrite,
    run: () => writeInList({ kind: 'project' }),
  },
];
