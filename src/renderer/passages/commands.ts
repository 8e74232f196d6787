import { canWrite, hasProject } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { copyQuotes } from './copy.ts';
import { pickForPassages, removeFromPassages } from './picking.ts';
import { ownOn, targetPassages } from './targets.ts';

const some = (verdict: true | MessageId): true | MessageId =>
  verdict === true && targetPassages().length === 0 ? 'command.noPassage' : verdict;

const mayCode = (context: CommandContext) => some(canWrite(context));

const ids = () => targetPassages().map(({ id }) => id);

/** Commands of the list of passages: on those that are chosen, else on the one that has the focus. */
export const PASSAGES_COMMANDS: readonly Command[] = [
  {
    id: 'passages.code',
    title: 'command.passages.code',
    group: 'passages',
    keys: ['C'],
    panes: ['passages'],
    when: mayCode,
    run: () => pickForPassages(ids()),
  },
  {
    id: 'passages.removeCodes',
    title: 'command.passages.removeCodes',
    group: 'passages',
    keys: ['X'],
    panes: ['passages'],
    when: (context) => {
      const verdict = mayCode(context);
      return verdict === true && ownOn(targetPassages()).length === 0 ? 'command.nothingOwn' : verdict;
    },
    run: () => removeFromPassages(ids()),
  },
  {
    id: 'passages.copy',
    title: 'command.passages.copy',
    group: 'passages',
    keys: ['Mod+C'],
    panes: ['passages'],
    when: (context) => some(hasProject(context)),
    run: () => copyQuotes(targetPassages()),
  },
];
