import { MIB } from '../../import/limits.ts';

/** What a zip archive of another program may hold. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of all entries, and of one, unpacked, in bytes. */
  readonly total: number;
  readonly entry: number;
  /** What unpacks to more than this many times its size was made to burst; small entries are let pass. */
  readonly ratio: number;
  readonly small: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 100_000,
  total: 8192 * MIB,
  entry: 2048 * MIB,
  ratio: 200,
  small: MIB,
};
