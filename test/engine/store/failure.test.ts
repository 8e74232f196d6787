import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ColligoError } from '../../../src/engine/errors.ts';
import { asFailure, describeFailure } from '../../../src/engine/store/failure.ts';

const failing = (code: string) => new Database.SqliteError('in the words of SQLite', code);

test.for([
  ['SQLITE_FULL', 'DISK', /full/],
  ['SQLITE_IOERR', 'DISK', /does not answer/],
  ['SQLITE_IOERR_WRITE', 'DISK', /does not answer/],
  ['SQLITE_IOERR_SHORT_READ', 'DISK', /does not answer/],
  ['SQLITE_CORRUPT', 'DAMAGED', /damaged/],
  ['SQLITE_CORRUPT_VTAB', 'DAMAGED', /damaged/],
  ['SQLITE_NOTADB', 'DAMAGED', /damaged/],
  ['SQLITE_BUSY', 'LOCKED', /Another program/],
  ['SQLITE_BUSY_SNAPSHOT', 'LOCKED', /Another program/],
  ['SQLITE_READONLY', 'READ_ONLY', /cannot be written/],
  ['SQLITE_READONLY_DIRECTORY', 'READ_ONLY', /cannot be written/],
  ['SQLITE_CANTOPEN', 'READ_ONLY', /cannot be written/],
  ['SQLITE_PERM', 'READ_ONLY', /cannot be written/],
] as const)('%s is %s, with a sentence, what is safe and what to do', ([sqlite, code, words]) => {
  const cause = failing(sqlite);
  const error = asFailure(cause);
  expect(error).toBeInstanceOf(ColligoError);
  expect(error).toMatchObject({ code, cause, data: { safe: /\.$/, remedy: /\.$/ } });
  expect(error).toHaveProperty('message', expect.stringMatching(words));
  expect((error as Error).message).not.toContain('SQLite');
});

test.for(['SQLITE_ERROR', 'SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_MISUSE', 'SQLITE_TOOBIG'])(
  '%s is a fault of ours and passes through',
  (code) => {
    const error = failing(code);
    expect(asFailure(error)).toBe(error);
    expect(() =>
      describeFailure(() => {
        throw error;
      }),
    ).toThrow(error);
  },
);

test('anything else passes through, and what went well is returned', () => {
  for (const thrown of [new TypeError('x'), new ColligoError('REFUSED', 'No.'), 'a string', null])
    expect(asFailure(thrown)).toBe(thrown);
  expect(describeFailure(() => 7)).toBe(7);
});
