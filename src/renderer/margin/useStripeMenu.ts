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

/** Opens the picker for the code that takes the place of the own one. */
function pickInstead(stripe: Stripe, codeId: string, name: string): void {
  showStripe(stripe);
  const { reading, pick } = useReader.getState();
  const { start, end } = stripe;
  const passageId = stripe.passageIds[0] ?? null;
  const codings = ownOf(stripe).map(({ id }) => id);
  if (reading !== null)
    pick('apply', { documentId: reading.documentId, start, end, passageId }, { codings, codeId, name });
}

/** The menu of a stripe and of its name: the registry's commands where there are such, for this very passage. */
export function useStripeMenu(stripe: Stripe, name: string): readonly MenuRow[] {
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
  const ownOr = (none: MessageId) => (first === true && ownOf(stripe).length === 0 ? none : first);
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
  const { codeId } = stripe;
  if (codeId === null) return [add, '-', ...rest];
  const replace: MenuRow = {
    id: 'replace',
    label: t('margin.replace'),
    reason: reason(ownOr('margin.notOwnToReplace')),
    run: () => pickInstead(stripe, codeId, name),
  };
  const remove: MenuRow = {
    id: 'remove',
    label: t('margin.remove'),
    keys: 'Delete',
    danger: true,
    reason: reason(ownOr('margin.notOwn')),
    run: () => removeStripe(stripe),
  };
  return [add, replace, '-', ...rest, '-', remove];
}
