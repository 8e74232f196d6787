import type { TablePlan, TableWish } from '../../../contract/attribute-tables.ts';
import {
  type AttributeKind,
  clearValue,
  ensureAttribute,
  nextRank,
  setValue,
} from '../../documents/attributes.ts';
import { counted } from '../../find.ts';
import { idBytes, newId } from '../../store/ids.ts';
import type { Mutation, Writing } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { sql } from '../../store/sql.ts';
import { listAttributes } from '../read.ts';
import { givenId } from './match.ts';
import { type Planned, planTable, type RowEdit } from './plan.ts';
import type { TableContent } from './sheet.ts';

interface Target {
  readonly id: Uint8Array;
  readonly kind: AttributeKind;
}

/**
 * Imports a table as one step, exactly as `planTable` says. An attribute that no row has a value of is made all the same.
 * @returns the plan that was carried out
 * @throws ColligoError as planTable does
 */
export function importTable(project: Project, content: TableContent, wish: TableWish): Mutation<TablePlan> {
  const planned = planTable(project.db, content, wish);
  const { counts } = planned.plan;
  const made = counts.new > 0 ? `, with ${counted(counts.new, 'new case')}` : '';
  return project.write(
    { code: 'attributes.import', label: `Import attributes from “${content.name}”${made}` },
    ['cases', 'documents', 'passages', 'memos'],
    (writing) => {
      const targets = targetsOf(project, writing, planned, wish);
      for (const edit of planned.edits) write(writing, wish, edit, targets);
      return planned.plan;
    },
  );
}

/** The attribute of each column, made where it is new; undefined for a column that becomes none. */
function targetsOf(
  { db }: Project,
  writing: Writing,
  { columns, edits }: Planned,
  wish: TableWish,
): readonly (Target | undefined)[] {
  const kinds = new Map(listAttributes(db).map(({ id, kind }) => [id, kind]));
  // A file of which no row is taken changes nothing at all.
  const isTaken = edits.length > 0;
  return columns.map((use) => {
    if (use.to === 'attribute')
      return { id: idBytes(use.attribute), kind: kinds.get(use.attribute) ?? 'text' };
    if (use.to !== 'new' || !isTaken) return undefined;
    return { id: ensureAttribute(writing, use.name, wish.of, use.kind), kind: use.kind };
  });
}

function write(
  writing: Writing,
  wish: TableWish,
  { row, name, description, values }: RowEdit,
  targets: readonly (Target | undefined)[],
): void {
  const { db, at } = writing;
  let id: Uint8Array;
  if (row.owner) {
    id = idBytes(row.owner.id);
    if (name !== null) {
      db.run(
        wish.of === 'case'
          ? sql`UPDATE cases SET name = ${name} WHERE id = ${id}`
          : sql`UPDATE documents SET title = ${name} WHERE id = ${id}`,
      );
    }
    if (description !== null) db.run(sql`UPDATE cases SET description = ${description} WHERE id = ${id}`);
  } else {
    const given = givenId(wish, row.label);
    id = given === null ? newId() : idBytes(given);
    db.run(sql`INSERT INTO cases (id, name, description, rank, created_at)
      VALUES (${id}, ${name ?? row.label}, ${description ?? ''}, ${nextRank(db, 'cases')}, ${at})`);
  }
  const owner = wish.of === 'case' ? { case: id } : { document: id };
  for (const { column, value } of values) {
    const target = targets[column];
    if (!target) continue;
    if (value === null) clearValue(writing, owner, target.id);
    else setValue(writing, owner, target, value);
  }
}
