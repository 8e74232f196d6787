/** Why a file of another program is not read, in one sentence that says what can be done. Nothing was written when it is thrown. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
}
