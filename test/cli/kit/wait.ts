import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Started } from './place.ts';

/** Waits until something holds, looking often; fails after 30 seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !holds(); await pause(5)) {
    if (Date.now() > end) expect.fail(`it never came to this: ${what}`);
  }
}

/** Waits until an import is well under way: the first files are in the write-ahead log, and the program still runs. */
export async function underWay(started: Started, project: string, bytes = 2_000_000): Promise<void> {
  const log = () => statSync(`${project}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  await until('the import has begun', () => started.child.exitCode !== null || log() > bytes);
  expect(started.child.exitCode, 'the import ended before it could be disturbed').toBeNull();
}
