import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS } from '../engine/files/kinds.ts';

/** What a command line asks for: a project to open, or something that is none, named for people. */
export type Named = { readonly path: string } | { readonly foreign: string };

/**
 * Finds the project that a command line names. Options are Electron's or the browser's; of several files the last counts,
 * as when a file manager names them all. Linux names a double-clicked file by an address.
 *
 * @param argv with the program first, and from a checkout its folder next
 * @param cwd what a relative path starts from
 * @param isPackaged whether the program is installed rather than run from a checkout
 * @returns the project, or the file that is none; nothing where no file is named
 */
export function namedIn(argv: readonly string[], cwd: string, isPackaged: boolean): Named | undefined {
  const files = argv
    .slice(1)
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .slice(isPackaged ? 0 : 1)
    .map((arg) => pathOf(arg, cwd));
  const project = files.findLast(isProject);
  if (project !== undefined) return { path: project };
  const other = files.at(-1);
  return other === undefined ? undefined : { foreign: basename(other) };
}

/** @returns whether a path has the name of a project file; what is in it is the engine's to judge */
export function isProject(path: string): boolean {
  return KINDS.project.extensions.some((extension) => path.toLowerCase().endsWith(extension));
}

function pathOf(arg: string, cwd: string): string {
  if (/^file:/i.test(arg)) {
    try {
      return fileURLToPath(arg);
    } catch {
      // Of another computer, say: it names no file here, and is refused by what stands in it.
      return arg;
    }
  }
  return resolve(cwd, arg);
}
