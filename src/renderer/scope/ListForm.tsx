import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { CheckList } from './CheckList.tsx';
import { useNames } from './useNames.ts';

/** Chooses documents, cases or coders by name. */
export function ListForm({ kind }: { kind: 'documents' | 'cases' | 'coders' }) {
  const t = useText();
  const { scope, change } = useScope();
  const names = useNames();
  return (
    <CheckList
      label={t(`scope.form.${kind}`)}
      options={[...names[kind]].map(([id, name]) => ({ id, name }))}
      checked={scope[kind]}
      onChange={(ids) => change({ [kind]: ids })}
    />
  );
}
