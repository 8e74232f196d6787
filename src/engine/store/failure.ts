import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';

/** What SQLite's result codes mean for a person. The rest are faults in our statements and pass through. */
const FAILURES: readonly (readonly [RegExp, () => ColligoError])[] = [
  [
    /^SQLITE_FULL/,
    () =>
      new ColligoError('DISK', 'The disk is full, so this could not be saved.', {
        safe: 'Everything up to the last completed step is on disk.',
        remedy: 'Free some space and try again.',
      }),
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    () =>
      new ColligoError('DAMAGED', 'The project file is damaged.', {
        safe: 'Nothing was changed.',
        remedy: 'Open the newest backup from the folder beside it whose name ends in -backups.',
      }),
  ],
  [
    /^SQLITE_IOERR/,
    () =>
      new ColligoError(
        'DISK',
        'The project file could not be read or written; its disk or network drive does not answer.',
        {
          safe: 'Everything up to the last completed step is on disk.',
          remedy: 'Check the drive and open the project again.',
        },
      ),
  ],
  [
    /^SQLITE_BUSY/,
    () =>
      new ColligoError('LOCKED', 'Another program is using the project file at this moment.', {
        safe: 'Nothing was changed.',
        remedy: 'Close the other program or try again in a moment.',
      }),
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM)/,
    () =>
      new ColligoError('READ_ONLY', 'The project file or its folder cannot be written.', {
        safe: 'Nothing was changed.',
        remedy: 'Copy the file to a folder of your own and open it there.',
      }),
  ],
];

/**
 * @param error anything thrown while talking to SQLite
 * @returns a sentence for people where the file failed; the error itself where the fault is ours
 */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const known = FAILURES.find(([code]) => code.test(error.code));
  return known ? Object.assign(known[1](), { cause: error }) : error;
}

/**
 * Runs something that talks to SQLite and turns failures of the file into sentences.
 * @param action what to run
 * @returns what it returns
 * @throws ColligoError DISK, DAMAGED, LOCKED or READ_ONLY; any other error unchanged
 */
export function describeFailure<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw asFailure(error);
  }
}
