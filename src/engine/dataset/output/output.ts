import type { Content, Poured } from './pour.ts';

/** Where a dataset goes. It is built under another name; until `finish` nothing at the target changes. */
export interface Output {
  /**
   * @param path within the dataset, ASCII, with slashes
   * @param content the file's text in pieces, written as UTF-8, or its bytes
   * @param isPacked whether it is deflated where it goes into a zip
   * @returns size and hash of what was written
   */
  write(path: string, content: Content, isPacked?: boolean): Promise<Poured>;
  /** Puts the dataset in place, durably; what was there before is replaced. */
  finish(): Promise<void>;
  /** Removes what was written so far; never throws. */
  abandon(): Promise<void>;
}
