import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** @returns the SHA-256 of a file. Only for files that no connection of this process has open. */
export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** @returns the names of everything that lies beside a file and begins or ends as Colligo or SQLite would name it */
export function litterOf(path: string): string[] {
  const name = basename(path);
  return readdirSync(dirname(path))
    .filter((file) => file !== name && (file.startsWith(name) || file.startsWith(`.${name}`)))
    .sort();
}
