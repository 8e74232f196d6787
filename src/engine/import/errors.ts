/** Why a file could not be read, for programs; people read the message. */
export type ImportErrorCode =
  | 'missing'
  | 'unreadable'
  | 'too_large'
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'checksum'
  | 'encrypted'
  | 'damaged'
  | 'too_complex'
  | 'too_slow'
  | 'out_of_memory'
  | 'crashed'
  | 'cancelled'
  | 'manifest';

/** A file that could not be read. The message is one sentence for the import report: what is wrong, and what to do about it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;

  constructor(code: ImportErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
