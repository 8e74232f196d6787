import { type Frame, known, personsOf } from '../frame.ts';
import { codingRows } from '../rows/codings.ts';
import type { CodeOrder, JudgedUnit, Measure } from './unit.ts';

/** @returns the codings of persons that have a place in the current version, in the order of codings.csv */
export function* codingUnits(
  frame: Frame,
  measure: Measure,
  codes: CodeOrder,
  onDocument: () => void,
): Generator<JudgedUnit, void> {
  const persons = new Set(personsOf(frame).map((coder) => known(frame.coders, coder).id));
  for (const row of codingRows(frame, onDocument)) {
    const code = String(row.code_id);
    if (row.status === 'lost' || !codes.has(code) || !persons.has(String(row.coder_id))) continue;
    const words = Number(row.words ?? 0);
    yield {
      identity: {
        unit_id: row.coding_id,
        passage_id: row.passage_id,
        document_id: row.document_id,
        coder_id: row.coder_id,
        coder: row.coder,
        unit_words: words,
      },
      values: new Map([[code, measure === 'words' ? words : 1]]),
    };
  }
}
