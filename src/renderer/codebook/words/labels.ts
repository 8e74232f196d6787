import type { LabelKind } from '../../../contract/code-edits.ts';
import { queryClient, write } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import type { Token } from './Tokens.tsx';

/** Says all labels of one kind of a code, and waits until they are shown; @returns whether it was done */
export async function setLabels(code: string, kind: LabelKind, tokens: readonly Token[]): Promise<boolean> {
  const labels = tokens.map(({ text, language }) => ({ kind, text, language }));
  const done = await write(api.codes.setLabels.mutationOptions(), { code, kinds: [kind], labels });
  await queryClient.invalidateQueries({ queryKey: api.codes.words.queryKey({ input: { code } }) });
  return done !== undefined;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes the labels of one kind of a code. Who is fast says the next word before the last one is there: each change begins
 * with what the one before it came to.
 * @param change given the labels as they are then
 * @returns whether it was done
 */
export function changeLabels(
  code: string,
  kind: LabelKind,
  change: (now: readonly Token[]) => readonly Token[],
): Promise<boolean> {
  const next = last.then(() => {
    const words = queryClient.getQueryData(api.codes.words.queryKey({ input: { code } }));
    return setLabels(code, kind, change(words?.labels.filter((label) => label.kind === kind) ?? []));
  });
  last = next.catch(() => undefined);
  return next;
}

/** @returns a language tag in its usual spelling, or null where it is none */
export function languageTag(typed: string): string | null {
  try {
    return Intl.getCanonicalLocales(typed.trim())[0] ?? null;
  } catch {
    return null;
  }
}
