import { idBytes } from '../../store/ids.ts';
import type { Mutation } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { addLabel } from '../labels.ts';
import { nodeOf } from '../pick.ts';
import { readTree } from '../tree.ts';

/**
 * Says why a code was changed. It changes nothing about the code, so that it can be said while the codebook is locked, too.
 * @param text not empty
 * @throws ColligoError NOT_FOUND
 */
export function sayWhy(project: Project, code: string, text: string): Mutation<void> {
  const { name } = nodeOf(readTree(project.db), code);
  const step = { code: 'codes.why', label: `Say why code “${name}” was changed` };
  return project.write(step, ['codebook'], (writing) =>
    addLabel(writing, idBytes(code), { kind: 'change', language: '', text }),
  );
}
