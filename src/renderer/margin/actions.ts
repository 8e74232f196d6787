import type { CodingRow } from '../../contract/passages.ts';
import { textOf } from '../messages/intl.tsx';
import { removeCodings } from '../picker/remove.ts';
import { say } from '../reader/say.ts';
import type { Stripe } from '../reader/stripes.ts';
import { blockAt } from '../reader/text.ts';
import { usePanes } from '../state/panes.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';

/** Selects the passage of a stripe. It is in sight, so the text stands still: a second press finds the same stripe. */
export function showStripe({ passageIds, start }: Stripe): void {
  const [passageId] = passageIds;
  const { reading, moveTo } = useReader.getState();
  if (passageId === undefined || reading === null) return;
  const block = blockAt(reading.loaded.blocks, start);
  getSelection()?.removeAllRanges();
  moveTo(block, block, false);
  useWorkspace.getState().select({ kind: 'passage', documentId: reading.documentId, passageId });
}

/** Selects the passage of a stripe, and shows it in the inspector. */
export function inspectStripe(stripe: Stripe): void {
  showStripe(stripe);
  usePanes.getState().toggle('inspector', true);
}

/** The codings behind a stripe that the person at the machine has made. */
export function ownOf({ passageIds, codeId }: Stripe): CodingRow[] {
  const { reading } = useReader.getState();
  if (reading === null || codeId === null) return [];
  return reading.passages
    .filter(({ id }) => passageIds.includes(id))
    .flatMap(({ codings }) => codings)
    .filter((coding) => coding.codeId === codeId && coding.coderId === reading.me);
}

/** Takes back the own codings behind a stripe, or says why there are none to take back. */
export function removeStripe(stripe: Stripe): void {
  const codings = ownOf(stripe);
  if (codings.length > 0) void removeCodings(codings);
  else say(textOf('margin.notOwn'));
}
