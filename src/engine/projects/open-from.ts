import type { ProjectState } from '../../contract/project.ts';
import { ColligoError } from '../errors.ts';
import type { Grants } from '../files/grants.ts';
import type { Session } from '../session.ts';

/**
 * Opens what the page names: a grant, or the token of a recent project. A grant for a project that is open elsewhere stays
 * good, so that the person can open it for reading without picking it again.
 * @throws ColligoError as opening does, and NO_GRANT
 */
export async function openFrom(
  { session, grants }: { readonly session: Session; readonly grants: Grants },
  from: { readonly grant: string } | { readonly token: string },
  mode: 'write' | 'read',
): Promise<ProjectState> {
  if ('token' in from) return session.open(session.recent.path(from.token), mode);
  const path = grants.take(from.grant, 'open');
  try {
    return await session.open(path, mode);
  } catch (error) {
    if (error instanceof ColligoError && error.code === 'LOCKED') grants.giveBack(from.grant, path, 'open');
    throw error;
  }
}
