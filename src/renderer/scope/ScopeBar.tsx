import './scope.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { api } from '../client/shell.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { narrows, useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Chips } from './Chips.tsx';
import { ConditionForm } from './ConditionForm.tsx';
import { addCondition, SCOPE_COMMANDS } from './commands.ts';
import { CONDITION_KINDS } from './editing.ts';

/** How much the scope holds, in words. */
function Count() {
  const t = useText();
  const scope = useScope((state) => state.scope);
  const { data } = useQuery({
    ...api.scope.count.queryOptions({ input: { scope } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  const { documents, ofDocuments, passages } = data;
  const words = narrows(scope)
    ? t('scope.count', { documents, ofDocuments, passages })
    : t('scope.everything', { documents, passages });
  return (
    <span className="n clip" role="status" title={words}>
      {words}
    </span>
  );
}

/** The one filter of the workbench as a line: its conditions, what they leave, and the way to add or clear. */
export function ScopeBar() {
  const t = useText();
  useCommands(SCOPE_COMMANDS);
  const { scope, clear } = useScope();
  const plus = useRef<HTMLButtonElement>(null);
  return (
    <section className="scope" aria-label={t('scope.title')}>
      <span className="lab" aria-hidden="true">
        {t('scope.title')}
      </span>
      <Chips fallback={plus} />
      <MenuButton
        label={t('scope.add.label')}
        rows={CONDITION_KINDS.map((kind) => ({
          id: kind,
          label:
            kind === 'codes'
              ? t('scope.code.one')
              : kind === 'attributes'
                ? t('scope.form.attribute')
                : t(`scope.${kind}`),
          run: () => addCondition(kind, plus.current),
        }))}
        trigger={
          <AriaButton ref={plus} className="chip dashed" aria-label={t('scope.add.label')}>
            <Icon of={Plus} size={12} />
            {t('scope.add')}
          </AriaButton>
        }
      />
      <Count />
      {narrows(scope) ? (
        <Button
          look="plain"
          onPress={() => {
            clear();
            plus.current?.focus();
          }}
        >
          {t('scope.clear')}
        </Button>
      ) : null}
      <ConditionForm fallback={plus} />
    </section>
  );
}
