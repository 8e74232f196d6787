/** Most rows that are read of a table. */
export const MOST_ROWS = 5_000_000;

/** Largest value that is read, in bytes: as much as a plain text may have. */
export const MOST_VALUE = 52 * 1024 * 1024;
