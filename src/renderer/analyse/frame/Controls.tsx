import { useCoders } from '../../margin/useCoders.ts';
import { useText } from '../../messages/intl.tsx';
import { Check } from '../../ui/Check.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { MOSTS, useAnalysis } from '../state.ts';

/** One of several choices in a menu, as data. */
export interface Choice<Value> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
}

/** A menu of which one choice is in force; its button shows which. */
export function ChoiceMenu<Value>({
  label,
  choices,
  present,
  onChange,
}: {
  label: string;
  choices: readonly Choice<Value>[];
  /** The id of the choice in force. */
  present: string;
  onChange: (value: Value) => void;
}) {
  const rows = choices.map(
    (choice): MenuEntry => ({
      id: choice.id,
      label: choice.label,
      checked: choice.id === present,
      run: () => onChange(choice.value),
    }),
  );
  const value = choices.find(({ id }) => id === present)?.label ?? '';
  return <MenuButton label={label} value={<bdi>{value}</bdi>} rows={rows} />;
}

/** Whose codings count. Nothing in a project of one coder. */
export function CoderMenu() {
  const t = useText();
  const coders = useCoders();
  const coder = useAnalysis((analysis) => analysis.coder);
  if (!coders.several) return null;
  const all = { id: 'all', label: t('analyse.coder.all'), value: null };
  const each = coders.ids.map((id) => ({ id, label: coders.nameOf(id), value: id }));
  return (
    <ChoiceMenu
      label={t('analyse.coder')}
      choices={[all, ...each]}
      present={coder ?? 'all'}
      onChange={(next: string | null) => useAnalysis.setState({ coder: next })}
    />
  );
}

/** How many codes the picture shows. */
export function MostMenu() {
  const t = useText();
  const most = useAnalysis((analysis) => analysis.most);
  return (
    <ChoiceMenu
      label={t('analyse.most')}
      choices={MOSTS.map((value) => ({
        id: String(value),
        label: value === null ? t('analyse.most.all') : t('analyse.most.some', { count: value }),
        value,
      }))}
      present={String(most)}
      onChange={(next) => useAnalysis.setState({ most: next })}
    />
  );
}

/** Whether what lies on the codes below counts, too. */
export function RollUp() {
  const t = useText();
  const rollUp = useAnalysis((analysis) => analysis.rollUp);
  return (
    <Check isSelected={rollUp} onChange={(next) => useAnalysis.setState({ rollUp: next })}>
      {t('analyse.rollUp')}
    </Check>
  );
}
