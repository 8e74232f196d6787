import type { PassageRow } from '../../contract/passages.ts';
import type { Span } from '../../text/reading.ts';
import { packLanes } from '../margin/lanes.ts';
import type { PendingCoding } from '../state/reader.ts';

/** A span that carries a code, whoever judged so: what is drawn once, in the text and in the margin. */
export interface Stripe extends Span {
  /** Unique among the stripes of a document. */
  readonly key: string;
  /** Null for a passage that has only a comment. */
  readonly codeId: string | null;
  readonly coderIds: readonly string[];
  /** The passages that have this very span; empty while the engine has not answered yet. */
  readonly passageIds: readonly string[];
  /** Lane in the margin from 0, which is also the order of threads under the words. */
  readonly lane: number;
}

type Draft = {
  -readonly [Key in keyof Stripe]: Stripe[Key] extends readonly string[] ? string[] : Stripe[Key];
};

/**
 * Makes the stripes of a document from its passages and from what is still on its way, in order of start, longer first.
 * The same code on the same span by two coders is one stripe.
 */
export function stripesOf(passages: readonly PassageRow[], pending: readonly PendingCoding[]): Stripe[] {
  const drafts = new Map<string, Draft>();
  const at = (span: Span, codeId: string | null): Draft => {
    const key = `${span.start}-${span.end}-${codeId ?? 'comment'}`;
    let draft = drafts.get(key);
    if (draft === undefined) {
      draft = { key, start: span.start, end: span.end, codeId, coderIds: [], passageIds: [], lane: 0 };
      drafts.set(key, draft);
    }
    return draft;
  };
  for (const passage of passages) {
    if (passage.status === 'lost') continue;
    if (passage.codings.length === 0) at(passage, null).passageIds.push(passage.id);
    for (const coding of passage.codings) {
      const draft = at(passage, coding.codeId);
      if (!draft.passageIds.includes(passage.id)) draft.passageIds.push(passage.id);
      if (!draft.coderIds.includes(coding.coderId)) draft.coderIds.push(coding.coderId);
    }
  }
  for (const coding of pending) for (const codeId of coding.codeIds) at(coding, codeId);
  const sorted = [...drafts.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const lanes = packLanes(sorted.map(({ start, end, codeId }) => ({ start, end, group: codeId ?? '' })));
  for (const [index, draft] of sorted.entries()) draft.lane = lanes[index] ?? 0;
  return sorted;
}
