import { canWrite } from '../commands/conditions.ts';
import { commandContext } from '../commands/context.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import type { MessageId } from '../messages/en.ts';
import { useText } from '../messages/intl.tsx';
import type { Stripe } from '../reader/stripes.ts';
import { useReader } from '../state/reader.ts';
import type { MenuRow } from '../ui/Menu.tsx';
import { inspectStripe, ownOf, removeStripe, showStripe } from './actions.ts';

/** Opens the picker for the passage of a stripe. */
function pickFor(stripe: Stripe): void {
  showStripe(stripe);
  const { reading, pick } = useReader.getState();
  const { start, end } = stripe;
  const passageId = stripe.passageIds[0] ?? null;
  if (reading !== null) pick('apply', { documentId: reading.documentId, start, end, passageId });
}

/** The menu of a stripe and of its name: the registry's commands where there are such, for this very passage. */
export function useStripeMenu(stripe: Stripe): readonly MenuRow[] {
  const t = useText();
  const [code, ...commands] = useMenuRows([
    'reader.code',
    'reader.comment',
    'memo.write',
    'coding.chooseStart',
    'coding.chooseEnd',
    'coding.endBack',
    'coding.endOn',
  ]);
  const write = canWrite(commandContext());
  const first: MessageId | true = stripe.passageIds.length === 0 ? 'margin.pending' : write;
  const reason = (verdict: MessageId | true) => (verdict === true ? undefined : t(verdict));
  const removable = first === true && ownOf(stripe).length === 0 ? 'margin.notOwn' : first;
  const notes = commands.map((row): MenuRow => {
    if (row === '-') return row;
    const run = () => {
      showStripe(stripe);
      row.run?.();
    };
    return { ...row, reason: reason(first), run };
  });
  const rest: MenuRow[] = [
    ...notes,
    '-',
    { id: 'inspect', label: t('margin.inspect'), keys: 'Enter', run: () => inspectStripe(stripe) },
  ];
  const add: MenuRow = {
    id: 'add',
    label: t('margin.add'),
    keys: code === undefined || code === '-' ? undefined : code.keys,
    reason: reason(first),
    run: () => pickFor(stripe),
  };
  if (stripe.codeId === null) return [add, '-', ...rest];
  const remove: MenuRow = {
    id: 'remove',
    label: t('margin.remove'),
    keys: 'Delete',
    danger: true,
    reason: reason(removable),
    run: () => removeStripe(stripe),
  };
  return [add, '-', ...rest, '-', remove];
}
