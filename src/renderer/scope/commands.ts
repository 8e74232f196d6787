import { hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { narrows, useScope } from '../state/scope.ts';
import { CONDITION_KINDS, type ConditionKind, useEditingCondition } from './editing.ts';

/** Opens the form of a kind of condition; the lists there is one of open as they are. */
export function addCondition(kind: ConditionKind, anchor: Element | null = null): void {
  useEditingCondition.getState().edit({ kind, index: null }, anchor);
}

/** Commands of the scope bar. */
export const SCOPE_COMMANDS: readonly Command[] = [
  ...CONDITION_KINDS.map(
    (kind): Command => ({
      id: `scope.${kind}`,
      title: `command.scope.${kind}`,
      group: 'anywhere',
      when: hasProject,
      run: () => addCondition(kind),
    }),
  ),
  {
    id: 'scope.clear',
    title: 'command.scope.clear',
    group: 'anywhere',
    keys: ['Mod+Shift+0'],
    when: (context) => {
      const verdict = hasProject(context);
      return verdict === true && !narrows(useScope.getState().scope) ? 'scope.wide' : verdict;
    },
    run: () => useScope.getState().clear(),
  },
];
