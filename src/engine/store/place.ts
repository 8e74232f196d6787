import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ColligoError } from '../errors.ts';

/**
 * What can be said about a path without opening it; the file itself is only ever opened by SQLite, but for its
 * header (see identity.ts).
 * @returns the path with its links resolved
 * @throws ColligoError NOT_FOUND, NOT_A_PROJECT or READ_ONLY
 */
export function realFile(asked: string): string {
  const name = basename(asked);
  try {
    const path = realpathSync(asked);
    const stat = statSync(path);
    if (stat.isDirectory()) throw notAProject(`${name} is a folder, not a Colligo project.`);
    if (!stat.isFile()) throw notAProject(`${name} is not a file, so it is not a Colligo project.`);
    // The driver trims names, and would look for another file.
    if (path !== path.trim())
      throw notAProject(`The name of ${name} ends in a space: rename the file first.`);
    if (stat.size === 0) throw notAProject(`${name} is empty, so it is not a Colligo project.`);
    return path;
  } catch (error) {
    if (error instanceof ColligoError) throw error;
    throw Object.assign(unreachable(name, error), { cause: error });
  }
}

function unreachable(name: string, error: unknown): ColligoError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM')
    return new ColligoError('READ_ONLY', `The folder of ${name} cannot be read with your permissions.`, {
      safe: 'Nothing was changed.',
      remedy: 'Ask the owner of the file for access, or for a copy.',
    });
  return new ColligoError('NOT_FOUND', `There is no file ${name} at that place.`, {
    safe: 'Nothing was changed.',
    remedy: 'Look where it was moved to, and open it there.',
  });
}

/** @returns the refusal of a file that is something else */
export const notAProject = (sentence: string) =>
  new ColligoError('NOT_A_PROJECT', sentence, { safe: 'Nothing was changed.' });
