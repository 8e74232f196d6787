import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';

/** A folder with the name it goes by. */
export interface Place {
  readonly name: string;
  readonly path: string;
}

/**
 * Finds the folders to begin from: the person's own, where the program was started, and the roots of the file system.
 * @param started the working directory at the start
 * @param home the person's home folder
 * @returns folders that exist, each once
 */
export function placesFrom(started: string, home: string = homedir()): Place[] {
  const own = [
    { name: 'Home', path: home },
    ...['Documents', 'Desktop'].map((name) => ({ name, path: join(home, name) })),
    { name: basename(started), path: started },
  ];
  const seen = new Set<string>();
  return [...own, ...roots()].filter(({ name, path }) => {
    if (name === '' || seen.has(path) || !existsSync(path)) return false;
    seen.add(path);
    return true;
  });
}

/**
 * Takes a path apart into the folders it leads through.
 * @param path absolute
 * @returns from the root to the folder itself
 */
export function crumbsOf(path: string): Place[] {
  const above = dirname(path);
  return above === path
    ? [{ name: rootName(path), path }]
    : [...crumbsOf(above), { name: basename(path), path }];
}

function roots(): Place[] {
  if (process.platform !== 'win32') return [{ name: 'This computer', path: '/' }];
  // A and B are floppy drives, which answer slowly and with a noise.
  const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.map((letter) => ({ name: `${letter}:`, path: `${letter}:\\` }));
}

function rootName(path: string): string {
  const { root } = parse(resolve(path));
  return root === '/' ? 'This computer' : root;
}
