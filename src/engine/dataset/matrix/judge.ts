import type { DocumentFindings, Finding } from './findings.ts';

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
 * @param documents what was found in each document of the unit
 * @returns null where the coder has not judged
 */
export function judge(
  documents: readonly DocumentFindings[],
  code: string,
  coder: string,
): UnitJudgement | null {
  const found = sumOf(documents, code, [coder]);
  if (found) return { presence: 1, ...found };
  return looked(documents, code, coder) ? { presence: 0, spans: 0, words: 0 } : null;
}

/**
 * The same of several coders together: the code is there if one of them applied it, else absent if one of them looked for it
 * in all the documents of the unit.
 * @returns null where none of them has judged
 */
export function judgeTogether(
  documents: readonly DocumentFindings[],
  code: string,
  coders: readonly string[],
): JointJudgement | null {
  const found = sumOf(documents, code, coders);
  const denies = (coder: string) => looked(documents, code, coder) && !sumOf(documents, code, [coder]);
  if (found) return { presence: 1, ...found, isDisputed: coders.some(denies) };
  if (!coders.some((coder) => looked(documents, code, coder))) return null;
  return { presence: 0, spans: 0, words: 0, isDisputed: false };
}

const looked = (documents: readonly DocumentFindings[], code: string, coder: string): boolean =>
  documents.length > 0 && documents.every((document) => document.reviewed(code, coder));

function sumOf(
  documents: readonly DocumentFindings[],
  code: string,
  coders: readonly string[],
): Finding | null {
  const found = documents.flatMap((document) => document.found(code, coders) ?? []);
  const sum = (count: (finding: Finding) => number) =>
    found.reduce((total, finding) => total + count(finding), 0);
  return found.length === 0
    ? null
    : { spans: sum((finding) => finding.spans), words: sum((finding) => finding.words) };
}
