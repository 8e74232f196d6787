import type { MessageId } from '../messages/en.ts';
import type { CommandContext } from './context.ts';

/** For `when`: a project must be open. */
export function hasProject({ project }: CommandContext): true | MessageId {
  return project === null ? 'command.noProject' : true;
}

/** For `when`: a project must be open for writing. */
export function canWrite({ project }: CommandContext): true | MessageId {
  if (project === null) return 'command.noProject';
  return project.readOnly === null ? true : 'command.readOnly';
}
