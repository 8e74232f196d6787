import { showCodePage } from '../app/lay.ts';
import { targetCode } from '../codebook/actions.ts';
import { canChangeCodes, canWrite, hasProject } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { FACES, useCodePageView } from './state.ts';

function hasCode(context: CommandContext): true | MessageId {
  const verdict = hasProject(context);
  return verdict === true && targetCode() === undefined ? 'command.noCode' : verdict;
}

/** @param may says whether what the command does is allowed; @returns whether it is, and the page of a code is shown */
const onItsPage =
  (may: (context: CommandContext) => true | MessageId) =>
  (context: CommandContext): true | MessageId => {
    const verdict = may(context);
    return verdict === true && context.workspace.page !== 'code' ? 'command.noCode' : verdict;
  };

/** Whether the meaning stands beside whatever else the page shows. */
const isWidePage = () => document.querySelector('.cp.wide') !== null;

/** Commands of the page of a code; the first acts on the row that has the focus in the codebook, else on the selected code. */
export const CODE_COMMANDS: readonly Command[] = [
  {
    id: 'codes.page',
    title: 'command.codes.page',
    group: 'codebook',
    keys: ['Mod+Enter'],
    panes: ['codebook'],
    when: hasCode,
    run: () => {
      const code = targetCode();
      if (code !== undefined) showCodePage(code.id);
    },
  },
  {
    id: 'code.face',
    title: 'command.code.face',
    group: 'codebook',
    keys: ['Q'],
    panes: ['code'],
    when: ({ workspace }) => (workspace.page === 'code' ? true : 'command.noCode'),
    run: () =>
      useCodePageView.setState(({ face }) => ({
        face: FACES[(FACES.indexOf(face) + 1) % FACES.length] ?? 'passages',
      })),
  },
  {
    id: 'code.language',
    title: 'command.code.language',
    group: 'codebook',
    keys: ['L'],
    panes: ['code'],
    when: onItsPage(canChangeCodes),
    // In a narrow page the meaning stands in the place of the rest; in a wide one this shows nothing else.
    run: () =>
      useCodePageView.setState(
        isWidePage() ? { asksLanguage: true } : { face: 'meaning', asksLanguage: true },
      ),
  },
  {
    id: 'code.why',
    title: 'command.code.why',
    group: 'codebook',
    keys: ['W'],
    panes: ['code'],
    when: onItsPage(canWrite),
    run: () => useCodePageView.setState({ face: 'changes', saysWhy: 'newest' }),
  },
];
