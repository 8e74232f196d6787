import { constants } from 'node:os';

/** The command was stopped from outside. The exit code is the shells' own: 128 and the number of the signal. */
export class Interrupted extends Error {
  readonly exitCode: number;

  /** @param signal SIGINT (Ctrl-C) or SIGTERM */
  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('Stopped before it was done. Every step up to then is in the project; what was under way is not.');
    this.exitCode = 128 + constants.signals[signal];
  }
}
