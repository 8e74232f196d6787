import type { MemoRow } from '../../contract/memos.ts';
import { queryClient, write } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { showPair } from '../parallel/beside.ts';
import { say } from '../reader/say.ts';
import { usePanes } from '../state/panes.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { useDesk } from './desk.ts';
import { readLink } from './links.ts';
import { titleOf } from './words.ts';

/** Shows a passage in its document, selected. Offsets in UTF-16. */
function showPassage(id: string, documentId: string, span: { start: number }): void {
  const { open, select } = useWorkspace.getState();
  const { reading } = useReader.getState();
  // Where the reader knows it, it lies where it lies now, whatever the link remembers.
  const known = reading?.passages.find((passage) => passage.id === id);
  open(documentId, { start: (known ?? span).start, focus: false });
  select({ kind: 'passage', documentId, passageId: id });
}

/** Shows what a memo is about: in the text, the codebook or the inspector; a pair side by side. */
export function showTarget({ target, documentId, start, end, otherDocumentId }: MemoRow): void {
  const { open, selectCode, selectCase, select, inspect } = useWorkspace.getState();
  if (target.kind === 'code') selectCode(target.id);
  else if (target.kind === 'case') selectCase(target.id);
  else if (target.kind === 'cell') {
    if (target.document !== undefined) open(target.document, { focus: false });
    // Each shows where the two meet.
    selectCode(target.code);
    if (target.case !== undefined) selectCase(target.case);
  } else if (target.kind === 'passage' && documentId !== null && start !== null && end !== null) {
    showPassage(target.id, documentId, { start });
  } else if (
    target.kind === 'pair' &&
    documentId !== null &&
    otherDocumentId !== null &&
    documentId !== otherDocumentId
  ) {
    showPair({ passages: [target.passage, target.other], documents: [documentId, otherDocumentId] });
  } else if (documentId !== null) {
    open(documentId, start === null || end === null ? { focus: false } : { start, end, focus: false });
    if (target.kind === 'document') {
      select(null);
      inspect('document');
    }
  }
}

/** Opens a memo in the list of memos, and shows what it is about. */
export function showMemo(memo: MemoRow): void {
  showTarget(memo);
  usePanes.getState().show('memos');
  useDesk.getState().write('drawer', memo.target, memo.id);
}

/** Goes where a link in a memo leads; where what it led to is gone, says so. */
export async function follow(url: string): Promise<void> {
  const target = readLink(url);
  const gone = () => say(textOf('memos.link.gone'));
  if (target === null) return gone();
  if (target.kind === 'code') {
    const codes = await queryClient.ensureQueryData(api.codes.list.queryOptions());
    return codes.some(({ id }) => id === target.id) ? useWorkspace.getState().selectCode(target.id) : gone();
  }
  if (target.kind === 'memo') {
    const memo = (await client.memos.list({})).find(({ id }) => id === target.id);
    return memo === undefined ? gone() : showMemo(memo);
  }
  const documentId = target.kind === 'passage' ? target.document : target.id;
  const documents = await queryClient.ensureQueryData(api.documents.list.queryOptions());
  if (!documents.some(({ id }) => id === documentId)) return gone();
  if (target.kind === 'passage') showPassage(target.id, documentId, target);
  else useWorkspace.getState().open(documentId);
}

/** Removes a memo; undo brings it back. */
export async function removeMemo(memo: MemoRow): Promise<void> {
  const done = await write(api.memos.remove.mutationOptions(), { memo: memo.id });
  if (done === undefined) return;
  const { writing, stop } = useDesk.getState();
  if (writing?.memoId === memo.id) stop();
  say(textOf('memos.removed', { title: titleOf(memo) }));
}
