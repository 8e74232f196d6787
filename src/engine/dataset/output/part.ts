import { createHash } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

let made = 0;

/**
 * A name to build a dataset under, beside its target, so that it can be renamed into place. What an export that was killed
 * left behind for the same target is removed first.
 * @returns the path; nothing is there yet
 */
export async function newPart(target: string): Promise<string> {
  // A digest, because the target's own name may be as long as a name can be.
  const digest = createHash('sha256').update(basename(target)).digest('hex').slice(0, 12);
  const folder = dirname(target);
  const left = (await readdir(folder)).filter((name) => isLeftOver(name, digest));
  // What cannot be removed is in nobody's way.
  await Promise.allSettled(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return join(folder, `.colligo-${digest}-${process.pid}-${threadId}-${++made}.part`);
}

/** The part of a process that runs no more, or of a worker of this process other than this one, which was ended. */
function isLeftOver(name: string, digest: string): boolean {
  const [, ofTarget, pid, thread] = /^\.colligo-([0-9a-f]{12})-(\d+)-(\d+)-\d+\.part$/.exec(name) ?? [];
  if (ofTarget !== digest) return false;
  return Number(pid) === process.pid ? Number(thread) !== threadId : !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes names in a folder durable. Windows cannot sync a folder, and need not. */
export async function syncFolder(path: string): Promise<void> {
  try {
    await using folder = await open(path, 'r');
    await folder.sync();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code)) throw error;
  }
}
