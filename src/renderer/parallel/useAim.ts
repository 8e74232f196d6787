import { useEffect } from 'react';
import type { Stripe } from '../reader/stripes.ts';
import { type Shared, tuplesOf } from './pairs.ts';
import { bringUp, type Panes } from './panes.ts';
import { goToPair, useParallel } from './view.ts';

/** The code and the number of the pair that holds these passages; null where they are no pair by any code, as after a change. */
function pairOf(
  stripes: readonly (readonly Stripe[])[],
  shared: readonly Shared[],
  aim: readonly string[],
): { codeId: string; at: number } | null {
  for (const { codeId } of shared) {
    const at = tuplesOf(stripes, codeId).findIndex((tuple) =>
      aim.every((id) => tuple.some((stripe) => stripe?.passageIds.includes(id))),
    );
    if (at >= 0) return { codeId, at };
  }
  return null;
}

/** Goes to the two passages that were asked for from elsewhere, once the passages of all documents are known. */
export function useAim(
  panes: Panes,
  stripes: readonly (readonly Stripe[])[],
  shared: readonly Shared[],
  isKnown: boolean,
): void {
  const aim = useParallel((view) => view.aim);
  useEffect(() => {
    if (aim === null || !isKnown) return;
    useParallel.setState({ aim: null });
    const pair = pairOf(stripes, shared, aim);
    if (pair !== null) {
      useParallel.setState({ codeId: pair.codeId });
      goToPair(pair.at);
      return;
    }
    // Each is at least brought into sight.
    for (const [number, all] of stripes.entries()) {
      const stripe = all.find(({ passageIds }) => passageIds.some((id) => aim.includes(id)));
      if (stripe !== undefined) bringUp(panes, number, stripe);
    }
  }, [aim, isKnown, panes, stripes, shared]);
}
