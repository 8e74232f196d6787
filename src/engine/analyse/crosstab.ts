import type { Crosstab, CrosstabRow, ExactTest } from '../../contract/analyse.ts';
import { type CountedTable, eachCell } from '../../contract/cells.ts';
import type { Scope } from '../../contract/scope.ts';
import { countTable } from '../compare/table.ts';
import { type Frame, readFrame } from '../dataset/frame.ts';
import type { Sql } from '../store/sql.ts';
import { contingencyOf } from './contingency.ts';
import { exactTest, holm, stepsEach } from './exact.ts';
import { type Belonging, groupsBy } from './groups.ts';

/** Whose judgements are looked at; the contract says what each means. */
export interface Judgements {
  readonly rollUp: boolean;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
}

/** What is asked about codes and groups. */
export interface CrosstabRequest extends Judgements {
  readonly attribute: string;
  readonly codes?: readonly string[] | undefined;
}

/**
 * Sets codes beside groups by an attribute.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the attribute or the coder is gone
 */
export function crosstabOf(db: Sql, { attribute, codes, ...judgements }: CrosstabRequest): Crosstab {
  const frame = readFrame(db, { scope: judgements.scope });
  const groups = groupsBy(frame, attribute);
  const width = groups.groups.length;
  const documents = countTable(db, { columns: { by: 'document' }, ...judgements });
  const cases = countTable(db, { columns: { by: 'case' }, ...judgements });
  const places = new Spread(documents.codes.length, width);
  const present = new Spread(documents.codes.length, width);
  const absent = new Spread(documents.codes.length, width);
  const inGroup = belongingBy(documents, groups.documents);
  eachCell(documents.cells, (row, column, spans) => places.add(row, inGroup[column], spans));
  // A document without a case is a case of its own; of those the table by cases only has the sum.
  const caseIn = belongingBy(cases, groups.cases);
  const aloneIn = belongingBy(documents, groups.cases);
  for (const [table, belongs] of [[cases, caseIn] as const, [documents, aloneIn] as const])
    eachCell(table.cells, (row, column, spans) =>
      (spans > 0 ? present : absent).add(row, belongs[column], 1),
    );
  const sizes = groups.groups.map((_, number) => countOf(groups.cases, number));
  const rows = rowsFor(frame, documents, judgements.rollUp, codes);
  const { expected, residuals, ...association } = contingencyOf(rows.map((row) => places.of(row)));
  const tests = testAll(rows.map((row) => [present.of(row), absent.of(row)] as const));
  return {
    groups: groups.groups.map(({ id, title }, number) => ({
      id,
      title,
      documents: countOf(groups.documents, number),
      within: frame.documents.flatMap((one) => (groups.documents.get(one.id) === number ? [one.id] : [])),
      cases: sizes[number] ?? 0,
    })),
    rows: rows.map(
      (row, index): CrosstabRow => ({
        code: documents.codes[row] ?? '',
        observed: places.of(row),
        expected: expected[index] ?? [],
        residuals: residuals[index] ?? [],
        present: present.of(row),
        absent: absent.of(row),
        notJudged: sizes.map((size, group) => size - present.at(row, group) - absent.at(row, group)),
        exact: tests[index] ?? { p: null, adjusted: null, lack: 'constant' },
      }),
    ),
    association,
    sharing: groups.sharing,
    leftOut: { documents: leftOut(groups.documents), cases: leftOut(groups.cases) },
  };
}

/** Numbers by code and group. */
class Spread {
  readonly #counts: Int32Array;
  readonly #width: number;

  constructor(rows: number, width: number) {
    this.#counts = new Int32Array(rows * width);
    this.#width = width;
  }

  /** @param group nothing is added where it is no number */
  add(row: number, group: Belonging | undefined, count: number): void {
    if (typeof group !== 'number') return;
    const at = row * this.#width + group;
    this.#counts[at] = (this.#counts[at] ?? 0) + count;
  }

  at(row: number, group: number): number {
    return this.#counts[row * this.#width + group] ?? 0;
  }

  of(row: number): number[] {
    return [...this.#counts.subarray(row * this.#width, (row + 1) * this.#width)];
  }
}

/** @returns by column where it belongs; undefined for one that is not among them */
const belongingBy = (
  { columns }: CountedTable,
  belonging: ReadonlyMap<string, Belonging>,
): (Belonging | undefined)[] => columns.map(({ id }) => belonging.get(id));

/** @returns the places of the codes that are asked for, in the order of the codebook */
function rowsFor(
  { codes: frameCodes }: Frame,
  table: CountedTable,
  rollUp: boolean,
  asked: readonly string[] | undefined,
): number[] {
  const all = [...table.codes.keys()];
  if (asked) {
    const wanted = new Set(asked);
    return all.filter((row) => wanted.has(table.codes[row] ?? ''));
  }
  const judged = new Set(table.cells.rows);
  return all.filter((row) => {
    const isTop = frameCodes.get(table.codes[row] ?? '')?.node.parentId === null;
    // What lies on a code lies on the one above it, too: it would count twice.
    return judged.has(row) && (isTop || !rollUp);
  });
}

/** @param tables by code the cases with it and without it; many codes have the same */
function testAll(tables: readonly (readonly [readonly number[], readonly number[]])[]): ExactTest[] {
  const distinct = new Map(tables.map((table) => [JSON.stringify(table), table]));
  const most = stepsEach(distinct.size);
  const known = new Map(
    [...distinct].map(([key, [having, lacking]]) => [key, exactTest(having, lacking, most)]),
  );
  const found = tables.map((table) => known.get(JSON.stringify(table)) ?? 'constant');
  const adjusted = holm(found.filter((result) => typeof result === 'number')).values();
  return found.map((result) =>
    typeof result === 'number'
      ? { p: result, adjusted: adjusted.next().value ?? null, lack: null }
      : { p: null, adjusted: null, lack: result },
  );
}

const countOf = (belonging: ReadonlyMap<string, Belonging>, group: number): number =>
  [...belonging.values()].filter((one) => one === group).length;

function leftOut(belonging: ReadonlyMap<string, Belonging>): { none: number; several: number } {
  const all = [...belonging.values()];
  const count = (why: Belonging) => all.filter((one) => one === why).length;
  return { none: count('none'), several: count('several') };
}
