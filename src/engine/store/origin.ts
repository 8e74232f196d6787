import { AsyncLocalStorage } from 'node:async_hooks';
import type { IdBytes } from './ids.ts';

/** Where the time and new identities come from, in place of the machine's clock and its random numbers. */
export interface Origin {
  /** @returns the present moment */
  now(): Date;
  /** @returns a new UUIDv7 as 16 bytes, later than those before */
  id(): IdBytes;
}

const given = new AsyncLocalStorage<Origin>();

/**
 * Runs an action whose every step takes its time and its identities from somewhere else, so that it makes the same file
 * again. It holds for what the action calls and awaits, and for nothing that runs beside it.
 * @param origin where they come from
 * @param action what is run
 * @returns what the action returns
 */
export const withOrigin = <Result>(origin: Origin, action: () => Result): Result => given.run(origin, action);

/** @returns what was given to the action that is running, or undefined: then the machine's own counts */
export const presentOrigin = (): Origin | undefined => given.getStore();
