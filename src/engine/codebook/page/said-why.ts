/**
 * What a step is called, for machines, that says why a code was changed. Where the words are about another change than the
 * newest, the id of its step follows after a space: the log is where a change is, so it is the log that tells which is meant.
 */
export const SAID_WHY = 'codes.why';

/** @returns the id of the step that a step explains, of which its name for machines is given; undefined for any other */
export const explainedBy = (code: string): string | undefined =>
  code.startsWith(`${SAID_WHY} `) ? code.slice(SAID_WHY.length + 1) : undefined;
