import { vi } from 'vitest';

/** Longer than any machine stands still; a test that waits for so long has failed, one that is done sooner goes on at once. Ms. */
const PATIENCE = 30_000;

/**
 * Waits until an assertion holds.
 * @param assertion throws while it does not hold
 * @returns what it returns once it does; rejects with its last error after half a minute
 */
export const eventually = <T>(assertion: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertion, { timeout: PATIENCE });
