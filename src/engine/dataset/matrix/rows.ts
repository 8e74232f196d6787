import type { RowOf } from '../fields/field.ts';
import type { MATRIX } from '../fields/matrix.ts';
import { type Frame, type FrameCode, type FrameCoder, known, personsOf } from '../frame.ts';
import { findingsOf } from './findings.ts';
import { judge, type UnitJudgement } from './judge.ts';
import { type Unit, unitsOf } from './units.ts';

type MatrixCells = RowOf<typeof MATRIX>;

/**
 * The full rectangle of units, codes and coders who are persons, a unit at a time, so that only one unit's judgements are
 * held.
 * @param onUnit told after each unit
 * @returns the rows of matrix.csv
 */
export function* matrixRows(frame: Frame, onUnit: () => void): Generator<MatrixCells, void> {
  const persons = personsOf(frame);
  for (const unit of unitsOf(frame)) {
    const findings = findingsOf(frame, unit.documents, persons);
    const words = unit.documents.reduce((sum, document) => sum + document.words, 0);
    for (const code of frame.codes.values()) {
      for (const coder of persons) {
        const judgement = judge(findings, code.node.id, coder);
        yield { ...about(unit, code, known(frame.coders, coder)), ...counts(judgement, words) };
      }
    }
    onUnit();
  }
}

function about(unit: Unit, code: FrameCode, coder: FrameCoder) {
  return {
    unit_kind: unit.kind,
    unit_id: unit.id,
    case_id: unit.kind === 'case' ? unit.id : null,
    document_id: unit.kind === 'document' ? unit.id : null,
    unit: unit.name,
    code_id: code.node.id,
    code_path: code.path,
    coder_id: coder.id,
    coder: coder.name,
  };
}

function counts(judgement: UnitJudgement | null, denominator: number) {
  const { presence = null, spans = null, words = null } = judgement ?? {};
  return {
    presence,
    spans,
    words,
    denominator_words: denominator,
    share_of_words: words === null || denominator === 0 ? null : words / denominator,
  };
}
