import { basename } from 'node:path';
import { ColligoError } from '../../errors.ts';
import { asFailure } from '../../store/failure.ts';

const SAFE = 'The project was not touched, and what was at that place before is as it was.';

/** @returns the error for an export that the person stopped */
export const cancelled = (): ColligoError =>
  new ColligoError('CANCELLED', 'The export was cancelled.', { safe: SAFE });

/**
 * @param message one sentence that says what stands in the way
 * @param remedy what to do instead
 * @param candidates the files in question
 */
export const refused = (message: string, remedy: string, candidates: readonly string[] = []): ColligoError =>
  new ColligoError('REFUSED', message, {
    safe: SAFE,
    remedy,
    ...(candidates.length > 0 && { candidates: [...candidates] }),
  });

/** What the operating system's error codes mean for a person; the rest are said in its own words. */
const REASONS: Readonly<{ [code: string]: readonly [why: string, remedy: string] }> = {
  ENOSPC: ['the disk is full', 'Free some space, or export to another disk.'],
  EDQUOT: ['your share of the disk is used up', 'Free some space, or export to another disk.'],
  EFBIG: ['a file became larger than this disk allows', 'Export to another disk.'],
  EROFS: ['the disk cannot be written', 'Export to another disk.'],
  EACCES: ['you may not write there', 'Choose a folder of your own.'],
  EPERM: ['you may not write there', 'Choose a folder of your own.'],
  EBUSY: ['another program is using it', 'Close the other program and try again.'],
};

/**
 * @param error anything thrown while the dataset was written
 * @param target where it was to go
 * @returns a ColligoError where the disk or the project file failed, else the error itself
 */
export function describeFailure(error: unknown, target: string): unknown {
  const described = asFailure(error);
  if (described instanceof ColligoError || !(error instanceof Error)) return described;
  // Only the operating system's errors have an errno.
  if (!('errno' in error) || !('code' in error)) return described;
  const [why, remedy] = REASONS[String(error.code)] ?? [
    `the disk answered ${error.code}`,
    'Try another place.',
  ];
  const failure = new ColligoError('DISK', `“${basename(target)}” could not be written: ${why}.`, {
    safe: SAFE,
    remedy,
  });
  return Object.assign(failure, { cause: error });
}
