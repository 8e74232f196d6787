import type { UnitTable } from '../../../contract/exports.ts';
import { type Frame, known } from '../frame.ts';
import { unitsOf } from '../matrix/units.ts';
import type { AnyRow } from '../tables.ts';
import { codeColumns } from './columns.ts';
import { codingUnits } from './of-codings.ts';
import { textUnits } from './of-text.ts';
import { wholeUnits } from './of-whole.ts';
import type { JudgedUnit } from './unit.ts';

/** @returns how often `onStep` of `unitRows` will be told; none where no such table goes along */
export function stepsOf(frame: Frame): number {
  if (!frame.units) return 0;
  return frame.units.unit === 'case' ? unitsOf(frame).length : frame.documents.length;
}

/**
 * A unit at a time, what is found in one document being held.
 * @param onStep told after each document, or each case
 * @returns the rows of the table of units
 */
export function* unitRows(frame: Frame, asked: UnitTable, onStep: () => void): Generator<AnyRow, void> {
  const columns = codeColumns(frame);
  const order = new Map(columns.map(({ code }, index) => [code.node.id, index]));
  for (const { identity, values } of judged(frame, asked, order, onStep)) {
    if (asked.shape === 'wide') {
      const cells = columns.map(({ code, name }) => [name, values.get(code.node.id) ?? null] as const);
      yield { ...identity, ...Object.fromEntries(cells) };
      continue;
    }
    for (const [code, value] of values) {
      yield { ...identity, code_id: code, code_path: known(frame.codes, code).path, value };
    }
  }
}

/** By what the rows are. */
function judged(
  frame: Frame,
  { unit, measure }: UnitTable,
  codes: ReadonlyMap<string, number>,
  onStep: () => void,
): Iterable<JudgedUnit> {
  switch (unit) {
    case 'coding':
      return codingUnits(frame, measure, codes, onStep);
    case 'document':
    case 'case':
      return wholeUnits(frame, unit, measure, codes, onStep);
    default:
      return textUnits(frame, unit, measure, codes, onStep);
  }
}
