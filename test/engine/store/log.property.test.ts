import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idText, newId } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { name, type Sql, sql } from '../../../src/engine/store/sql.ts';
import { redoable, undoable } from '../../../src/engine/store/steps.ts';
import { countRows, LOGGED_TABLES } from '../../../src/engine/store/tables.ts';
import { newProject } from '../kit/project.ts';
import { fillEverything } from './everything.ts';

/** Everything in the logged tables, as SQLite itself writes values: exact to the last bit and byte. */
function exactly(db: Sql): string {
  const lines: string[] = [];
  for (const table of LOGGED_TABLES) {
    for (const row of db.all<Record<string, unknown>>(sql`SELECT * FROM ${name(table)} ORDER BY id`)) {
      const cells = Object.entries(row).map(([column, value]) =>
        Buffer.isBuffer(value) ? [column, value.toString('hex')] : [column, typeof value, String(value)],
      );
      lines.push(`${table} ${JSON.stringify(cells)}`);
    }
  }
  return lines.join('\n');
}

type Edit = (db: Sql, pick: (table: string) => Uint8Array | null, by: Uint8Array) => void;

const text = fc.string({ unit: 'binary', maxLength: 30 });
const number = fc.double({ noNaN: true });
const coordinates = fc.tuple(number, number, number, number).filter(([x0, y0, x1, y1]) => x1 > x0 && y1 > y0);

/** Edits of single rows, of every type that a cell can have. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(text, text).map(
    ([title, body]): Edit =>
      (db, pick, by) => {
        db.run(sql`INSERT INTO memos (id, title, body, code_id, created_at, created_by)
      VALUES (${newId()}, ${title}, ${body}, ${pick('codes')}, '2026-01-01T00:00:00.000Z', ${by})`);
      },
  ),
  fc.tuple(text, text).map(
    ([title, body]): Edit =>
      (db, pick) => {
        db.run(sql`UPDATE memos SET title = ${title}, body = ${body} WHERE id = ${pick('memos')}`);
      },
  ),
  fc.constant<Edit>((db, pick) => {
    db.run(sql`UPDATE memos SET code_id = NULL, coding_id = NULL WHERE id = ${pick('memos')}`);
  }),
  fc.constant<Edit>((db, pick) => void db.run(sql`DELETE FROM memos WHERE id = ${pick('memos')}`)),
  number.map(
    (value): Edit =>
      (db, pick) => {
        const none = sql`text = NULL, choice_id = NULL, date = NULL, boolean = NULL`;
        db.run(
          sql`UPDATE attribute_values SET number = ${value}, ${none} WHERE id = ${pick('attribute_values')}`,
        );
      },
  ),
  text.map(
    (value): Edit =>
      (db, pick) => {
        const none = sql`number = NULL, choice_id = NULL, date = NULL, boolean = NULL`;
        db.run(
          sql`UPDATE attribute_values SET text = ${value}, ${none} WHERE id = ${pick('attribute_values')}`,
        );
      },
  ),
  fc.constant<Edit>((db, pick) => {
    db.run(sql`DELETE FROM attribute_values WHERE id = ${pick('attribute_values')}`);
  }),
  fc.option(fc.nat(100)).map(
    (weight): Edit =>
      (db, pick) => {
        db.run(sql`UPDATE codings SET weight = ${weight} WHERE id = ${pick('codings')}`);
      },
  ),
  fc.tuple(fc.nat(2 ** 40), fc.integer({ min: 1, max: 2 ** 40 })).map(
    ([start, length]): Edit =>
      (db, pick) => {
        const none = sql`kind = 'span', page = NULL, x0 = NULL, y0 = NULL, x1 = NULL, y1 = NULL`;
        db.run(sql`UPDATE anchors SET start_offset = ${start}, end_offset = ${start + length}, ${none}
      WHERE id = ${pick('anchors')}`);
      },
  ),
  coordinates.map(
    ([x0, y0, x1, y1]): Edit =>
      (db, pick) => {
        const place = sql`kind = 'region', start_offset = NULL, end_offset = NULL, page = 7`;
        db.run(sql`UPDATE anchors SET ${place}, x0 = ${x0}, y0 = ${y0}, x1 = ${x1}, y1 = ${y1}
      WHERE id = ${pick('anchors')}`);
      },
  ),
);

test('whatever a step does to rows is taken back exactly, and brought back exactly', async () => {
  const steps = fc.array(fc.array(fc.tuple(edits, fc.nat(50)), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const project = await newProject();
      fillEverything(project);
      const states = [exactly(project.db)];
      const base = undoable(project.db)?.seq ?? 0;
      for (const step of plan) {
        const { step: made } = project.write({ code: 'test.edit', label: 'Edit' }, [], ({ db, actor }) => {
          for (const [edit, pick] of step) edit(db, (table) => rowOf(db, table, pick), actor.id);
        });
        if (made) states.push(exactly(project.db));
        else expect(exactly(project.db)).toBe(states.at(-1));
      }
      for (let at = states.length - 2; at >= 0; at--) {
        undoLast(project);
        expect(exactly(project.db)).toBe(states[at]);
      }
      expect(undoable(project.db)?.seq ?? 0).toBe(base);
      for (let at = 1; at < states.length; at++) {
        project.redo(idText(redoable(project.db)?.target.id ?? newId()));
        expect(exactly(project.db)).toBe(states[at]);
      }
      project.close();
    }),
    { numRuns: 60 },
  );
});

function rowOf(db: Sql, table: string, pick: number): Uint8Array | null {
  const count = countRows(db, table);
  if (count === 0) return null;
  return db.one<{ id: Uint8Array }>(
    sql`SELECT id FROM ${name(table)} ORDER BY id LIMIT 1 OFFSET ${pick % count}`,
  ).id;
}

function undoLast(project: Project): void {
  project.undo(idText(undoable(project.db)?.id ?? newId()));
}
