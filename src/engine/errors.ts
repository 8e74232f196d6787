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
