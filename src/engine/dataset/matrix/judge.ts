import type { Finding, Findings, JointFindings } from './findings.ts';

/** A judgement about a code in a unit; the counts of an absence are true zeros. */
export interface UnitJudgement extends Finding {
  readonly presence: 0 | 1;
}

/** What coders together say. */
export interface JointJudgement extends UnitJudgement {
  /** Whether one of them says absent where another says present. */
  readonly isDisputed: boolean;
}

/**
 * A unit has a code if one of its documents has it; a code is absent from it only if all its documents were reviewed for
 * it. A unit without documents was not judged: there was nothing to look at.
 * @param findings in the documents of the unit
 * @returns null where the coder has not judged
 */
export function judge(findings: Findings, code: string, coder: string): UnitJudgement | null {
  const found = findings.found(code, coder);
  if (found) return { presence: 1, ...found };
  return findings.looked(code, coder) ? { presence: 0, spans: 0, words: 0 } : null;
}

/**
 * The same of several coders together: the code is there if one of them applied it, else absent if one of them looked for it
 * in all the documents of the unit.
 * @returns null where none of them has judged
 */
export function judgeTogether(findings: JointFindings, code: string): JointJudgement | null {
  const found = findings.found(code);
  if (found) return { presence: 1, ...found, isDisputed: findings.denied(code) };
  return findings.looked(code) ? { presence: 0, spans: 0, words: 0, isDisputed: false } : null;
}
