import type { DocumentFindings, Finding } from './findings.ts';

/** A coder's judgement about a code in a unit; the counts of an absence are true zeros. */
export interface UnitJudgement extends Finding {
  readonly presence: 0 | 1;
}

/**
 * A unit has a code if one of its documents has it; a code is absent from it only if all its documents were reviewed for
 * it. A unit without documents was not judged: there was nothing to look at.
 * @param documents what was found in each document of the unit
 * @param key the code and coder
 * @returns null where the coder has not judged
 */
export function judge(documents: readonly DocumentFindings[], key: string): UnitJudgement | null {
  const found = documents.flatMap(({ present }) => present.get(key) ?? []);
  if (found.length > 0) {
    const sum = (count: (finding: Finding) => number) =>
      found.reduce((total, finding) => total + count(finding), 0);
    return { presence: 1, spans: sum((finding) => finding.spans), words: sum((finding) => finding.words) };
  }
  const reviewed = documents.length > 0 && documents.every((document) => document.reviewed.has(key));
  return reviewed ? { presence: 0, spans: 0, words: 0 } : null;
}
