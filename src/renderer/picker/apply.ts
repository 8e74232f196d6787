import type { PassageRow } from '../../contract/passages.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { settleEnds } from '../reader/ends.ts';
import { say } from '../reader/say.ts';
import { readableWords } from '../reader/text.ts';
import { brief, countWords } from '../reader/words.ts';
import { type OverlapRule, useOverlap } from '../state/overlap.ts';
import { type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type Overlap, overlapsOf, settleOverlap } from './overlap.ts';

/** What is chosen: a code of the codebook, or a new one of this name. */
export type OneCode =
  | { readonly codeId: string; readonly name: string }
  | { readonly create: string; readonly parentId?: string | null };

/** What is applied: one code, or several of the codebook. */
export type Choice = OneCode | { readonly codeIds: readonly string[]; readonly name: string };

/** What a choice is called. */
export const nameOfChoice = (choice: Choice): string => ('create' in choice ? choice.create : choice.name);

/** The code to make on the way, as the engine is asked for it; undefined where the choice is there already. */
export const creationOf = (choice: Choice) =>
  'create' in choice ? { name: choice.create, parentId: choice.parentId ?? null } : undefined;

/** The codes of a choice that are there already. */
export const idsOf = (choice: Choice): string[] => {
  if ('codeIds' in choice) return [...choice.codeIds];
  return 'codeId' in choice ? [choice.codeId] : [];
};

/** What came of applying: the passage, and a sentence where there was nothing to do. */
export interface Applied {
  readonly passageId: string;
  readonly note: string | null;
}

let serial = 0;

/** Paints a coding of words before the engine has answered. @returns a function that takes it away again */
function paint(target: Target, codeIds: readonly string[]): () => void {
  const { documentId, start, end } = target;
  if (start === end) return () => undefined;
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
    const { anchor, head, sentences } = useReader.getState().cursor;
    const isCursor =
      anchor === cursor.anchor &&
      head === cursor.head &&
      // One paragraph holds many sentences.
      sentences?.[0].start === cursor.sentences?.[0].start &&
      sentences?.[1].end === cursor.sentences?.[1].end;
    return (
      isCursor && now.documentId === documentId && (now.selection === selection || now.selection === null)
    );
  };
}

/** One sentence about what was applied: to which words, or how many codes the passage has now. */
function sentence(target: Target, passageId: string, name: string): string {
  const { reading } = useReader.getState();
  // The reader has not rendered it yet; a passage outside of the scope never comes.
  const passage = queryClient
    .getQueriesData<PassageRow[]>({ queryKey: api.passages.inDocument.key(), type: 'active' })
    .flatMap(([, rows]) => rows ?? [])
    .find(({ id }) => id === passageId);
  const codings = passage?.codings ?? [];
  const count = new Set(codings.map(({ codeId }) => codeId)).size;
  if (count > 1) return textOf('picker.added', { code: name, count });
  if (target.region) return textOf('picker.appliedToPart', { code: name });
  const quote = reading === null ? '' : readableWords(reading.loaded, target);
  if (passage === undefined) return textOf('picker.outside', { code: name, quote: brief(quote, 80) });
  const words = countWords(quote, reading?.language ?? 'und');
  return textOf('picker.applied', { code: name, quote: brief(quote, 80), words });
}

/** The name of a code of the codebook. */
const nameOfCode = (codeId: string): string =>
  queryClient.getQueryData(api.codes.list.queryKey())?.find(({ id }) => id === codeId)?.name ?? '';

/**
 * Applies a code to a span. Where the person has applied it to a part of these words already, what was chosen for such
 * overlaps holds, and is asked for the first time.
 * @returns undefined where it failed, or the question was put away
 */
export async function applyCode(target: Target, choice: Choice): Promise<Applied | undefined> {
  const { reading } = useReader.getState();
  const ids = idsOf(choice);
  const overlaps = reading?.documentId === target.documentId ? overlapsOf(reading, target, ids) : [];
  if (overlaps.length === 0) return applyNow(target, choice);
  const { rule: known, ask } = useOverlap.getState();
  const met = overlaps.map(({ coding }) => coding.codeId);
  const rule = known ?? (await ask(target, met.map(nameOfCode).join(', ')));
  if (rule === null) return undefined;
  if (rule === 'both') return applyNow(target, choice);
  const codeIds = ids.filter((id) => !met.includes(id));
  const rest = { codeIds, name: codeIds.map(nameOfCode).join(', ') };
  if (codeIds.length > 0 && (await applyNow(target, rest)) === undefined) return undefined;
  return settleAll(overlaps, target, rule);
}

/** Does with each overlap what the rule says, and selects where the last of them lies. */
async function settleAll(
  overlaps: readonly Overlap[],
  target: Target,
  rule: Exclude<OverlapRule, 'both'>,
): Promise<Applied | undefined> {
  const isStillThere = watchPlace();
  let passageId: string | undefined;
  for (const overlap of overlaps) {
    passageId = await settleOverlap(overlap, target, nameOfCode(overlap.coding.codeId), rule);
    if (passageId === undefined) return undefined;
  }
  if (passageId === undefined) return undefined;
  if (isStillThere())
    useWorkspace.getState().select({ kind: 'passage', documentId: target.documentId, passageId });
  return { passageId, note: null };
}

/**
 * Applies a code to a span. It is painted at once; the engine's answer takes the paint's place, and an error takes it
 * away and is shown.
 * @returns undefined where it failed
 */
async function applyNow(target: Target, choice: Choice): Promise<Applied | undefined> {
  const { documentId: document, start, end } = target;
  const codes = idsOf(choice);
  const name = nameOfChoice(choice);
  // Ends that were moved just now are changed first: the code goes on what is seen.
  void settleEnds();
  const isStillThere = watchPlace();
  const unpaint = paint(target, codes);
  const what = { document, codes, create: creationOf(choice) };
  const answer = await (target.region
    ? write(api.codings.applyRegion.mutationOptions(), { ...what, region: target.region })
    : write(api.codings.apply.mutationOptions(), { ...what, start, end }));
  if (answer !== undefined) {
    await queryClient.invalidateQueries({
      queryKey: api.passages.inDocument.key(),
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
    return { passageId: answer.passageId, note };
  }
  say(sentence(target, answer.passageId, name));
  return { passageId: answer.passageId, note: null };
}
