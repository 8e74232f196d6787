/** The file with which the sample ships, and the name of a person's own copy. */
export const SAMPLE_FILE = 'Six AI plans.colligo';

/** @returns the file beside a sample that says how its screen is to begin */
export const screenFileOf = (sample: string): string => `${sample.replace(/\.colligo$/, '')}.screen.json`;

/** What every identity in the sample hangs on; another one would make it another project. */
export const SEED = 'colligo sample 1';

/** The project that it makes of the sample; every copy has it. */
export const SAMPLE_ID = '019bb173-9260-7000-8000-0d7551a14213';
