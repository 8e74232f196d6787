import { useText } from '../messages/intl.tsx';
import type { StripeBox } from '../reader/geometry.ts';
import { showPassage } from '../reader/move.ts';
import { type Codebook, nameOf, styleOf } from '../reader/useCodebook.ts';
import { brief, countWords } from '../reader/words.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import type { Coders } from './useCoders.ts';

/** Whether the selected passage is one that this stripe stands for. */
export function useIsSelected(box: StripeBox): boolean {
  return useWorkspace(
    ({ selection }) => selection?.kind === 'passage' && box.stripe.passageIds.includes(selection.passageId),
  );
}

/** Selects the passage of a stripe. */
export function showStripe(box: StripeBox): void {
  const [passageId] = box.stripe.passageIds;
  if (passageId !== undefined) showPassage(passageId, false);
}

/** Gives the first comment on any of these passages, or null. */
export function useComments(): (passageIds: readonly string[]) => string | null {
  const passages = useReader((state) => state.reading?.passages);
  return (ids) => passages?.find(({ id, comment }) => comment !== '' && ids.includes(id))?.comment ?? null;
}

/** The name of a code beside its stripe: the button that selects the passage. A bare comment stands in place of a name. */
export function Name({
  box,
  y,
  codebook,
  coders,
  stop,
}: {
  box: StripeBox;
  y: number;
  codebook: Codebook;
  coders: Coders;
  stop: boolean;
}) {
  const t = useText();
  const selected = useIsSelected(box);
  const reading = useReader((state) => state.reading);
  const { codeId, coderIds, start, end } = box.stripe;
  const comment = useComments()(box.stripe.passageIds) ?? '';
  const name = codeId === null ? t('margin.comment', { words: brief(comment) }) : nameOf(codebook, codeId);
  const words = countWords(reading?.loaded.text.slice(start, end) ?? '', reading?.language ?? 'und');
  const people = coderIds.map(coders.nameOf).join(', ');
  return (
    <li style={{ insetBlockStart: y }} className="mg-label">
      <button
        type="button"
        tabIndex={stop ? 0 : -1}
        className={`mg-name${selected ? ' is-on' : ''}${codeId === null ? ' note' : ''}`}
        style={styleOf(codebook, codeId)}
        aria-label={t(people === '' ? 'margin.plain' : 'margin.name', { name, words, people })}
        aria-pressed={selected}
        title={name}
        onClick={() => showStripe(box)}
      >
        <bdi className="clip">{codeId === null ? brief(comment) : name}</bdi>
        {coders.several ? <span className="coder">{coderIds.map(coders.initialsOf).join(' ')}</span> : null}
      </button>
    </li>
  );
}

/** The first words of a comment, in the face of what somebody wrote. */
export function Note({ y, comment }: { y: number; comment: string }) {
  return (
    <li className="mg-label mg-note clip" style={{ insetBlockStart: y }} dir="auto">
      {brief(comment, 80)}
    </li>
  );
}
