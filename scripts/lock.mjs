// A lock between processes, so that two commands started at once do not install or build over each other.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Explained } from './node.mjs';

const PATIENCE = 15 * 60_000;

/**
 * Runs a function while no other process holds the same lock. A lock whose holder has died is taken over.
 *
 * @template T
 * @param {string} path the lock file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>} what the work returned
 * @throws {Explained} when a living process holds the lock for a quarter of an hour
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  const until = Date.now() + PATIENCE;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && !isAlive(holder)) removeIfHeldBy(path, holder);
    else if (Date.now() > until) {
      throw new Explained(
        `Another process (${holder}) has been installing or building for too long; see ${path}.`,
      );
    } else await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * A link appears with its content or not at all, unlike a file that is created and then written.
 *
 * @param {string} path
 * @returns {boolean} whether the lock is ours now
 */
function take(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {number | undefined} the process that holds the lock, or nothing if it was just freed
 */
function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Between reading the holder and removing the lock another waiter may have removed and retaken it; so the lock is
 * moved aside first, looked at, and put back if it is no longer the dead one.
 *
 * @param {string} path
 * @param {number} dead
 */
function removeIfHeldBy(path, dead) {
  const aside = `${path}.${process.pid}.aside`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== dead) linkSync(aside, path);
  } catch {
    // Somebody else was faster; the next round of waiting sees how it stands.
  }
  rmSync(aside, { force: true });
}
