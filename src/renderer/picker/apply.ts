import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { brief, countWords } from '../reader/words.ts';
import { type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';

/** What is applied: a code of the codebook, or a new one of this name. */
export type Choice = { readonly codeId: string; readonly name: string } | { readonly create: string };

let serial = 0;

/** Paints a coding before the engine has answered. @returns a function that takes it away again */
function paint(target: Target, codeIds: readonly string[]): () => void {
  const { documentId, start, end } = target;
  const coding = { key: `pending-${serial++}`, documentId, start, end, codeIds };
  useReader.setState(({ pending }) => ({ pending: [...pending, coding] }));
  return () => useReader.setState(({ pending }) => ({ pending: pending.filter((each) => each !== coding) }));
}

/**
 * Remembers where the person is. An answer that comes late must not pull them back, or the next code would land on the
 * passage they have left.
 * @returns a function that says whether they are still there
 */
function watchPlace(): () => boolean {
  const { selection, documentId } = useWorkspace.getState();
  const { cursor } = useReader.getState();
  return () => {
    const now = useWorkspace.getState();
    const { anchor, head } = useReader.getState().cursor;
    const isCursor = anchor === cursor.anchor && head === cursor.head;
    return (
      isCursor && now.documentId === documentId && (now.selection === selection || now.selection === null)
    );
  };
}

/** One sentence about what was applied: to which words, or how many codes the passage has now. */
function sentence(target: Target, passageId: string, name: string): string {
  const { reading } = useReader.getState();
  const input = { document: target.documentId };
  const passages = queryClient.getQueryData(api.passages.inDocument.queryKey({ input }));
  const codings = passages?.find(({ id }) => id === passageId)?.codings ?? [];
  const count = new Set(codings.map(({ codeId }) => codeId)).size;
  if (count > 1) return textOf('picker.added', { code: name, count });
  const quote = reading?.loaded.text.slice(target.start, target.end) ?? '';
  const words = countWords(quote, reading?.language ?? 'und');
  return textOf('picker.applied', { code: name, quote: brief(quote, 80), words });
}

/**
 * Applies a code to a span. It is painted at once; the engine's answer takes the paint's place, and an error takes it
 * away and is shown.
 * @returns the engine's note where there was nothing to do, null where it is done, undefined where it failed
 */
export async function applyCode(target: Target, choice: Choice): Promise<string | null | undefined> {
  const { documentId: document, start, end } = target;
  const codes = 'codeId' in choice ? [choice.codeId] : [];
  const name = 'codeId' in choice ? choice.name : choice.create;
  const isStillThere = watchPlace();
  const unpaint = paint(target, codes);
  const answer = await write(api.codings.apply.mutationOptions(), {
    document,
    start,
    end,
    codes,
    ...('create' in choice ? { create: { name: choice.create } } : {}),
  });
  if (answer !== undefined) {
    await queryClient.invalidateQueries({
      queryKey: api.passages.inDocument.queryKey({ input: { document } }),
    });
  }
  unpaint();
  if (answer === undefined) return undefined;
  useWorkspace.getState().rememberCodes(answer.codeIds);
  if (isStillThere()) {
    useWorkspace.getState().select({ kind: 'passage', documentId: document, passageId: answer.passageId });
  }
  if (answer.step === null) {
    const note = answer.note ?? textOf('picker.already', { code: name });
    say(note);
    return note;
  }
  say(sentence(target, answer.passageId, name));
  return null;
}
