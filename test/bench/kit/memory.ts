import { readdirSync, readFileSync } from 'node:fs';

/** What a file of /proc says, or nothing where the process has gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Every process below one, and itself. */
function treeOf(root: number): number[] {
  const below = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The command stands in brackets and may hold any character; the parent is the second field after it.
    const parent = Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
    below.set(parent, [...(below.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const each of found) found.push(...(below.get(each) ?? []));
  return found;
}

/**
 * What a program holds with all its processes, MiB: what it made itself and what its processes share (proc(5): Pss_Anon and
 * Pss_Shmem). Its files, which the system holds once for all who run it, do not count: they hang on what else is running.
 * @returns null where the system does not tell
 */
export function heldBy(root: number): number | null {
  let kilobytes = 0;
  for (const id of treeOf(root))
    for (const [, size] of read(`/proc/${id}/smaps_rollup`).matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm))
      kilobytes += Number(size);
  return kilobytes === 0 ? null : kilobytes / 1024;
}
