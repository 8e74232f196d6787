import type { CodingRow, PassageRow } from '../../contract/passages.ts';
import type { Span } from '../../text/reading.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import type { OverlapRule } from '../state/overlap.ts';
import type { Reading } from '../state/reader.ts';

/** An own coding that a new one of the same code would overlap. */
export interface Overlap {
  readonly passage: PassageRow;
  readonly coding: CodingRow;
}

const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * Finds the own codings that new ones on a span would overlap. Where the code lies on this very span already there is
 * nothing to apply, and so no overlap.
 * @param me the coder
 * @returns at most one for each code: the one that shares the most with the span
 */
export function overlapsOf(
  { passages, me }: Pick<Reading, 'passages' | 'me'>,
  span: Span,
  codeIds: readonly string[],
): Overlap[] {
  const most = new Map<string, Overlap | null>();
  for (const passage of passages) {
    if (passage.status === 'lost' || shared(passage, span) <= 0) continue;
    const isSame = passage.start === span.start && passage.end === span.end;
    for (const coding of passage.codings) {
      if (coding.coderId !== me || !codeIds.includes(coding.codeId)) continue;
      const before = most.get(coding.codeId);
      if (isSame) most.set(coding.codeId, null);
      else if (
        before !== null &&
        (before === undefined || shared(before.passage, span) < shared(passage, span))
      )
        most.set(coding.codeId, { passage, coding });
    }
  }
  return [...most.values()].filter((overlap) => overlap !== null);
}

/**
 * Does with an overlap what the rule says, where it says that no passage is added.
 * @param name of the code
 * @returns the passage that has the code on these words; undefined where it failed
 */
export async function settleOverlap(
  { passage, coding }: Overlap,
  span: Span,
  name: string,
  rule: Exclude<OverlapRule, 'both'>,
): Promise<string | undefined> {
  if (rule === 'leave') {
    say(textOf('overlap.left', { code: name }));
    return passage.id;
  }
  const answer = await write(api.passages.resize.mutationOptions(), {
    passage: passage.id,
    start: Math.min(passage.start, span.start),
    end: Math.max(passage.end, span.end),
    codings: [coding.id],
  });
  if (answer === undefined) return undefined;
  await queryClient.invalidateQueries({ queryKey: api.passages.inDocument.key() });
  say(textOf(answer.step === null ? 'overlap.left' : 'overlap.extended', { code: name }));
  return answer.passageId;
}
