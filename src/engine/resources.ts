import { join } from 'node:path';

/** From a source in src/engine and from a built file in out/main the way is the same, in a clone as in a package. */
const HOME = join(import.meta.dirname, '../../resources');
const BUILT = join(import.meta.dirname, '../../out');

/**
 * Finds what ships with the program: taxonomies, the sample, pictures.
 * @param parts folders and a file name below `resources`
 * @returns its path; nobody has looked whether it is there
 */
export function resourcePath(...parts: readonly string[]): string {
  return join(HOME, ...parts);
}

/**
 * Finds what the build makes beside the programs: the sample project.
 * @param parts folders and a file name below `out`
 * @returns its path; nobody has looked whether it is there
 */
export function builtPath(...parts: readonly string[]): string {
  return join(BUILT, ...parts);
}
