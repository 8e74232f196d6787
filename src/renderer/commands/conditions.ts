import type { MessageId } from '../messages/en.ts';
import { currentTarget } from '../reader/target.ts';
import { useReader } from '../state/reader.ts';
import type { CommandContext, Pane } from './context.ts';

/** For `when`: a project must be open. */
export function hasProject({ project }: CommandContext): true | MessageId {
  return project === null ? 'command.noProject' : true;
}

/** For `when`: a project must be open for writing. */
export function canWrite({ project }: CommandContext): true | MessageId {
  if (project === null) return 'command.noProject';
  return project.readOnly === null ? true : 'command.readOnly';
}

/** For `when`: codes can be made and changed, since the project can be written and its codebook is not locked for a round. */
export function canChangeCodes(context: CommandContext): true | MessageId {
  const verdict = canWrite(context);
  if (verdict !== true) return verdict;
  return context.project?.lockedAs === null ? true : 'command.locked';
}

/** Where passages can be looked at, and gone through. */
export const PASSAGE_PANES: readonly Pane[] = ['reader', 'margin', 'passages', 'inspector'];

/** Where single letters of coding act; the list of passages codes what is chosen in it. */
export const CODING_PANES: readonly Pane[] = PASSAGE_PANES.filter((pane) => pane !== 'passages');

/** For `when`: a text must be open. */
export const hasText = (): true | MessageId =>
  useReader.getState().reading === null ? 'command.noDocument' : true;

/** For `when`: there must be words to code, and a project that can be written. */
export function hasTarget(context: CommandContext): true | MessageId {
  const verdict = canWrite(context);
  if (verdict !== true) return verdict;
  if (hasText() !== true) return 'command.noDocument';
  return currentTarget() === null ? 'reader.noTarget' : true;
}
