import type { ErrorCode, ErrorData } from '../contract/procedure.ts';

/** An error that a person reads: its message is one plain sentence, its data says what is safe and what to do. */
export class ColligoError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  /**
   * @param code what went wrong, for machines
   * @param message one sentence for people
   * @param data what is safe, what to do, what there is instead
   */
  constructor(code: ErrorCode, message: string, data: ErrorData = {}) {
    super(message);
    this.name = 'ColligoError';
    this.code = code;
    this.data = data;
  }
}

/**
 * What a person asked for by its id, and what was removed since it was shown.
 * @param what it is called in the middle of a sentence: "code"
 */
export function gone(what: string): ColligoError {
  return new ColligoError('NOT_FOUND', `That ${what} is not in this project any more.`, {
    safe: 'Nothing was changed.',
    remedy: 'The history says when it went; undo brings back what was removed last.',
  });
}
