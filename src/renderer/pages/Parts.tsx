import { useText } from '../messages/intl.tsx';
import type { StripeBox } from '../reader/geometry.ts';
import { partsOf, type Stripe } from '../reader/stripes.ts';
import { type Codebook, styleOf } from '../reader/useCodebook.ts';
import { usePassages } from '../reader/usePassages.ts';
import { useWorkspace } from '../state/workspace.ts';
import { partLabel } from './label.ts';
import { PassagePicture } from './PassagePicture.tsx';

/** How high the pictures of parts stand in their row, px from its top, for the margin. */
export function partBoxes(row: HTMLElement, stripes: readonly Stripe[]): StripeBox[] {
  if (stripes.length === 0) return [];
  const origin = row.getBoundingClientRect().top;
  return stripes.flatMap((stripe): StripeBox[] => {
    const element = row.querySelector(`[data-part="${stripe.passageIds.join(' ')}"]`);
    if (element === null) return [];
    const { top, bottom } = element.getBoundingClientRect();
    return [{ stripe, top: top - origin, bottom: bottom - origin, begins: true, ends: true }];
  });
}

/** The parts of a page that are passages, as pictures where the text of their page begins. */
export function Parts({ stripes, codebook }: { stripes: readonly Stripe[]; codebook: Codebook }) {
  const t = useText();
  const passages = usePassages();
  const selection = useWorkspace((workspace) => workspace.selection);
  const selected = selection?.kind === 'passage' ? selection.passageId : null;
  return [...partsOf(stripes)].map(([key, { region, codeId, passageIds }]) => {
    const [passageId] = passageIds;
    const passage = passages.find(({ id }) => id === passageId);
    if (passageId === undefined || passage === undefined) return null;
    const label = partLabel({ page: passage.page, region });
    const isSelected = selected !== null && passageIds.includes(selected);
    return (
      <button
        key={key}
        type="button"
        className={isSelected ? 'rd-part is-on' : 'rd-part'}
        data-part={key}
        style={styleOf(codebook, codeId)}
        onClick={() =>
          useWorkspace.getState().select({ kind: 'passage', documentId: passage.documentId, passageId })
        }
      >
        <PassagePicture passageId={passageId} region={region} label={label} />
        <span className="faint small">{t('region.on', { label })}</span>
      </button>
    );
  });
}
