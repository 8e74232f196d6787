import {
  type ColumnUse,
  type PlannedRow,
  ROW_FATES,
  type TablePlan,
  type TableWish,
} from '../../../contract/attribute-tables.ts';
import type { AttributeRow } from '../../../contract/cases.ts';
import { ColligoError } from '../../errors.ts';
import type { Sql } from '../../store/sql.ts';
import { listAttributes } from '../read.ts';
import { matchRows } from './match.ts';
import { readSubjects, type Subject } from './owners.ts';
import { cellText, isEmpty, type Sheet, type TableContent } from './sheet.ts';
import { takeCell } from './values.ts';

/** Lists of what would happen end here; nobody reads on, and the counts are whole. */
const LISTED = 1000;

/** What is written of one row. `value` is null where it is cleared. */
export interface RowEdit {
  readonly row: PlannedRow;
  /** For a case that is made, and for one whose name changes. */
  readonly name: string | null;
  readonly description: string | null;
  readonly values: readonly { readonly column: number; readonly value: string | number | boolean | null }[];
}

/** What an import would do: for people, and for the step that does it. */
export interface Planned {
  readonly plan: TablePlan;
  readonly edits: readonly RowEdit[];
  /** What each column becomes, by its number. */
  readonly columns: readonly ColumnUse[];
}

/**
 * Works out what importing a table would do, from the project as it is now.
 * @throws ColligoError NOT_FOUND, REFUSED for a wish that does not fit the file or the project
 */
export function planTable(db: Sql, content: TableContent, wish: TableWish): Planned {
  const sheet = content.sheets[wish.sheet];
  if (!sheet) throw new ColligoError('NOT_FOUND', 'The file has no such sheet.');
  const attributes = new Map(listAttributes(db).map((each) => [each.id, each]));
  const columns = columnsOf(sheet, wish, attributes);
  const subjects = readSubjects(db, wish.of);
  const byId = new Map(subjects.map((each) => [each.id, each]));
  const rows = matchRows(sheet, subjects, wish);
  const gathered = new Gathered();
  const edits: RowEdit[] = [];
  for (const [at, row] of rows.entries()) {
    const cells = sheet.rows[at]?.cells ?? [];
    if (row.fate === 'new')
      edits.push(editOf(row, undefined, cells, { sheet, wish, columns, attributes, gathered }));
    else if (row.owner && ['exact', 'chosen', 'taken'].includes(row.fate)) {
      const subject = byId.get(row.owner.id);
      edits.push(editOf(row, subject, cells, { sheet, wish, columns, attributes, gathered }));
    }
  }
  return { plan: planOf(rows, columns, gathered), edits, columns };
}

/** What comes up while rows are gone through. */
class Gathered {
  readonly changes: TablePlan['changes'] = [];
  readonly problems: TablePlan['problems'] = [];
  readonly choices = new Map<string, { attribute: string; label: string }>();
  changed = 0;
  refused = 0;

  change(entry: TablePlan['changes'][number]): void {
    this.changed++;
    if (this.changes.length < LISTED) this.changes.push(entry);
  }

  refuse(entry: TablePlan['problems'][number]): void {
    this.refused++;
    if (this.problems.length < LISTED) this.problems.push(entry);
  }
}

interface Work {
  readonly sheet: Sheet;
  readonly wish: TableWish;
  readonly columns: readonly ColumnUse[];
  readonly attributes: ReadonlyMap<string, AttributeRow>;
  readonly gathered: Gathered;
}

function editOf(
  row: PlannedRow,
  subject: Subject | undefined,
  cells: Sheet['rows'][number]['cells'],
  { sheet, wish, columns, attributes, gathered }: Work,
): RowEdit {
  let name: string | null = null;
  let description: string | null = null;
  const values: { column: number; value: string | number | boolean | null }[] = [];
  const owner = subject?.name ?? row.label;
  const tell = (at: number, before: string | null, after: string | null) => {
    if (subject) gathered.change({ row: row.row, owner, column: sheet.head[at] ?? '', before, after });
  };
  for (const [at, use] of columns.entries()) {
    const cell = cells[at] ?? null;
    if (use.to === 'nothing') continue;
    if (use.to === 'name' || use.to === 'description') {
      const why = textProblem(cell, use.to);
      if (isEmpty(cell)) continue;
      if (why !== null) {
        gathered.refuse({ row: row.row, column: sheet.head[at] ?? '', why });
        continue;
      }
      const text = use.to === 'name' ? cellText(cell).trim() : cellText(cell);
      const before = subject?.[use.to] ?? null;
      if (text === before) continue;
      tell(at, before, text);
      if (use.to === 'name') name = text;
      else description = text;
      continue;
    }
    const attribute = use.to === 'attribute' ? attributes.get(use.attribute) : undefined;
    const kind = use.to === 'new' ? use.kind : (attribute?.kind ?? 'text');
    const before = attribute ? subject?.values.get(attribute.id) : undefined;
    if (isEmpty(cell)) {
      if (!wish.clear || before === undefined) continue;
      values.push({ column: at, value: null });
      tell(at, String(before), null);
      continue;
    }
    const taken = takeCell(cell, kind, sheet.decimalComma);
    if ('why' in taken) {
      gathered.refuse({ row: row.row, column: sheet.head[at] ?? '', why: taken.why });
      continue;
    }
    if (taken.value === before) continue;
    values.push({ column: at, value: taken.value });
    tell(at, before === undefined ? null : String(before), String(taken.value));
    if (attribute && kind === 'choice' && !attribute.choices.includes(String(taken.value))) {
      const choice = { attribute: attribute.name, label: String(taken.value) };
      gathered.choices.set(JSON.stringify(choice), choice);
    }
  }
  return { row, name: subject ? name : (name ?? row.label), description, values };
}

/** Why a cell is no name or description. */
function textProblem(cell: Parameters<typeof cellText>[0], to: 'name' | 'description'): string | null {
  if (cell !== null && typeof cell === 'object') return `The file has no value here, but ${cell.error}.`;
  const most = to === 'name' ? 500 : 100_000;
  return cellText(cell).length > most
    ? `The text is longer than ${most.toLocaleString('en')} characters.`
    : null;
}

/** What each column becomes; the one that rows are told by keeps what it says, so that they are found again. */
function columnsOf(
  sheet: Sheet,
  { of, columns, key }: TableWish,
  attributes: ReadonlyMap<string, AttributeRow>,
): ColumnUse[] {
  const refuse = (sentence: string) => {
    throw new ColligoError('REFUSED', sentence, { safe: 'Nothing was changed.' });
  };
  const taken = new Set<string>();
  return sheet.head.map((_, at) => {
    const byAttribute = key.column === at && key.by === 'attribute' && key.attribute !== undefined;
    const use: ColumnUse = byAttribute
      ? { to: 'attribute', attribute: key.attribute ?? '' }
      : (columns[at] ?? { to: 'nothing' });
    if (use.to === 'description' && of === 'document') refuse('A document has no description.');
    if (use.to === 'attribute') {
      const found = attributes.get(use.attribute);
      if (!found) throw new ColligoError('NOT_FOUND', 'That attribute is not in this project any more.');
      if (found.appliesTo !== of) refuse(`“${found.name}” is an attribute of a ${found.appliesTo}.`);
    }
    if (use.to === 'new') {
      const isThere = [...attributes.values()].some(
        ({ name, appliesTo }) => name === use.name && appliesTo === of,
      );
      if (isThere) refuse(`There is an attribute “${use.name}” already.`);
    }
    if (use.to !== 'nothing') {
      const what = use.to === 'attribute' ? use.attribute : use.to === 'new' ? `new ${use.name}` : use.to;
      if (taken.has(what)) refuse(`Two columns would become the same, “${sheet.head[at] ?? ''}” among them.`);
      taken.add(what);
    }
    return use;
  });
}

/** Rows that want a decision come first, then those that are left. */
const FIRST: Readonly<Record<PlannedRow['fate'], number>> = {
  several: 0,
  proposed: 1,
  twice: 2,
  left: 3,
  new: 4,
  taken: 5,
  chosen: 6,
  exact: 7,
};

function planOf(rows: readonly PlannedRow[], columns: readonly ColumnUse[], gathered: Gathered): TablePlan {
  const counts = Object.fromEntries(ROW_FATES.map((fate) => [fate, 0])) as TablePlan['counts'];
  for (const { fate } of rows) counts[fate]++;
  return {
    counts,
    rows: rows.toSorted((a, b) => FIRST[a.fate] - FIRST[b.fate] || a.row - b.row).slice(0, LISTED),
    attributes: columns.flatMap((use) => (use.to === 'new' ? [{ name: use.name, kind: use.kind }] : [])),
    choices: [...gathered.choices.values()].slice(0, LISTED),
    changed: gathered.changed,
    changes: gathered.changes,
    refused: gathered.refused,
    problems: gathered.problems,
  };
}
