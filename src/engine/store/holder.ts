import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import * as z from 'zod';
import { moment } from './clock.ts';

// Anybody who may write the folder may write this, and it goes into a sentence: so it is short and on one line.
const Words = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

const Holder = z.object({
  program: Words,
  user: Words,
  host: Words,
  pid: z.int(),
  since: Words,
});

/** Who holds a project, as said beside it. */
export type Holder = z.infer<typeof Holder>;

const holderPath = (path: string) => `${path}-holder`;

/** One name for all, since only the holder of the lock writes: what a killed one left is written over, or goes with the next. */
const draftPath = (path: string) => `${path}-holder-part`;

/**
 * Says who holds a project, in a file beside it.
 * @param path the project file
 * @param program how this program is named to others
 */
export function sayHolder(path: string, program: string): void {
  const holder: Holder = { program, user: userName(), host: hostname(), pid: process.pid, since: moment() };
  // Written whole, then named: a reader never sees half of it.
  const draft = draftPath(path);
  try {
    writeFileSync(draft, JSON.stringify(holder));
    renameSync(draft, holderPath(path));
  } catch {
    // A full disk, say. The lock holds without it; others are then told of "another program".
    rmSync(draft, { force: true });
  }
}

/** Takes the name away again. */
export function forgetHolder(path: string): void {
  rmSync(draftPath(path), { force: true });
  rmSync(holderPath(path), { force: true });
}

/**
 * @param path the project file
 * @returns who says to hold it, or null where nobody does or nobody can tell
 */
export function readHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(holderPath(path), 'utf8')));
  } catch {
    // Missing, being written at this moment, or not ours: the holder is unknown, which the caller says.
    return null;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in some containers.
    return 'unknown';
  }
}
