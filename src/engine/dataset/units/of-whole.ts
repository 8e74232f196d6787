import { type Frame, personsOf } from '../frame.ts';
import { jointFindingsOf } from '../matrix/findings.ts';
import { type JointJudgement, judgeTogether } from '../matrix/judge.ts';
import { type Unit, unitsOf } from '../matrix/units.ts';
import type { CodeOrder, JudgedUnit, Measure } from './unit.ts';

const VALUE: Readonly<Record<Measure, (judgement: JointJudgement) => number>> = {
  presence: ({ presence }) => presence,
  count: ({ spans }) => spans,
  words: ({ words }) => words,
};

/** @returns the documents, or the cases with the documents that belong to none; every code has an entry */
export function* wholeUnits(
  frame: Frame,
  unit: 'document' | 'case',
  measure: Measure,
  codes: CodeOrder,
  onUnit: () => void,
): Generator<JudgedUnit, void> {
  const persons = personsOf(frame);
  for (const whole of unit === 'case' ? unitsOf(frame) : documentsOf(frame)) {
    const found = jointFindingsOf(frame, whole.documents, persons);
    const values = new Map<string, number | null>();
    for (const code of codes.keys()) {
      const judgement = judgeTogether(found, code);
      values.set(code, judgement && VALUE[measure](judgement));
    }
    yield { identity: identityOf(whole, unit), values };
    onUnit();
  }
}

const documentsOf = ({ documents }: Frame): Unit[] =>
  documents.map((document) => ({
    kind: 'document',
    id: document.id,
    name: document.title,
    documents: [document],
  }));

function identityOf({ kind, id, name, documents }: Unit, unit: 'document' | 'case') {
  return {
    unit_id: id,
    document_id: kind === 'document' ? id : null,
    unit: name,
    unit_words: documents.reduce((sum, { words }) => sum + words, 0),
    ...(unit === 'case' && { unit_kind: kind, case_id: kind === 'case' ? id : null }),
  };
}
