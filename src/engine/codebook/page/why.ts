import { ColligoError } from '../../errors.ts';
import { idBytes } from '../../store/ids.ts';
import type { Mutation } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { addLabel } from '../labels.ts';
import { nodeOf } from '../pick.ts';
import { readTree } from '../tree.ts';
import { codeHistory } from './history.ts';
import { SAID_WHY } from './said-why.ts';

/**
 * Says why a code was changed. It changes nothing about the code, so that it can be said while the codebook is locked, too.
 * @param text not empty
 * @param change the step that changed it, by its id; null for the newest that did
 * @throws ColligoError NOT_FOUND; REFUSED for a step that did not change the code, or was taken back
 */
export function sayWhy(
  project: Project,
  code: string,
  text: string,
  change: string | null = null,
): Mutation<void> {
  const { name } = nodeOf(readTree(project.db), code);
  const isThere = change === null || codeHistory(project.db, code).some(({ step }) => step.id === change);
  if (!isThere)
    throw new ColligoError('REFUSED', `“${name}” was not changed by that step, or it was taken back.`, {
      safe: 'Nothing was changed.',
      remedy: 'Open the changes of the code again.',
    });
  const step = {
    code: change === null ? SAID_WHY : `${SAID_WHY} ${change}`,
    label: `Say why code “${name}” was changed`,
  };
  return project.write(step, ['codebook'], (writing) =>
    addLabel(writing, idBytes(code), { kind: 'change', language: '', text }),
  );
}
