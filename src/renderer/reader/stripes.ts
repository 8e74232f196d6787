import type { Region } from '../../contract/common.ts';
import type { PassageRow } from '../../contract/passages.ts';
import { countWhile } from '../../text/ascending.ts';
import type { Span } from '../../text/reading.ts';
import { LINE, packLanes } from '../margin/lanes.ts';
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
  /** The part of a page that it lies on instead of words; null for words. */
  readonly region: Region | null;
  /** Lane in the margin from 0, which is also the order of threads under the words. */
  readonly lane: number;
}

type Draft = {
  -readonly [Key in keyof Stripe]: Stripe[Key] extends readonly string[] ? string[] : Stripe[Key];
};

/**
 * Makes the stripes of a document from its passages, in order of start, longer first. The same code on the same span by
 * two coders is one stripe.
 */
export function stripesOf(passages: readonly PassageRow[]): Stripe[] {
  const drafts = new Map<string, Draft>();
  const at = (passage: PassageRow, codeId: string | null): Draft => {
    const { start, end, region } = passage;
    const key = keyOf(passage, codeId, region);
    let draft = drafts.get(key);
    if (draft === undefined) {
      draft = { key, start, end, codeId, coderIds: [], passageIds: [], region, lane: 0 };
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
  const sorted = [...drafts.values()].sort(inOrder);
  const lanes = packLanes(
    sorted.map(({ start, end, codeId }) => ({ start, end: Math.max(end, start + 1), group: codeId ?? '' })),
  );
  for (const [index, draft] of sorted.entries()) draft.lane = lanes[index] ?? 0;
  return sorted;
}

/**
 * Puts what is still on its way among the stripes there are. Those stay where they are, each new one in the first lane that
 * is free: a key that is answered at once costs no more in a long document. What the engine answers is packed anew.
 * @param stripes in order, as `stripesOf` gives them
 * @returns the same stripes where nothing new is on its way
 */
export function withPending(
  stripes: readonly Stripe[],
  pending: readonly PendingCoding[],
): readonly Stripe[] {
  let all = stripes;
  for (const { start, end, codeIds } of pending) {
    for (const codeId of codeIds) {
      const key = keyOf({ start, end }, codeId);
      const near = all.filter((stripe) => stripe.start < end + LINE && stripe.end + LINE > start);
      if (near.some((stripe) => stripe.key === key)) continue;
      const taken = new Set(near.map(({ lane }) => lane));
      let lane = 0;
      while (taken.has(lane)) lane++;
      const stripe: Stripe = { key, start, end, codeId, coderIds: [], passageIds: [], region: null, lane };
      const index = countWhile(all.length, (at) => inOrder(all[at] ?? stripe, stripe) <= 0);
      all = [...all.slice(0, index), stripe, ...all.slice(index)];
    }
  }
  return all;
}

/** A stripe that lies on a part of a page instead of on words. */
export type PartStripe = Stripe & { readonly region: Region };

/** Whether a stripe lies on a part of a page. */
export const onPart = (stripe: Stripe): stripe is PartStripe => stripe.region !== null;

/** The parts of pages that stripes lie on, each once whatever lies on it: by the ids of its passages, the first stripe there. */
export function partsOf(stripes: readonly Stripe[]): ReadonlyMap<string, PartStripe> {
  const parts = new Map<string, PartStripe>();
  for (const stripe of stripes.filter(onPart)) {
    const key = stripe.passageIds.join(' ');
    if (!parts.has(key)) parts.set(key, stripe);
  }
  return parts;
}

const keyOf = ({ start, end }: Span, codeId: string | null, region: Region | null = null) => {
  const part =
    region === null ? '' : `-${region.page}:${region.x},${region.y},${region.width},${region.height}`;
  return `${start}-${end}${part}-${codeId ?? 'comment'}`;
};

const inOrder = (a: Span, b: Span) => a.start - b.start || b.end - a.end;
