import { join, name, type Query, type Sql, sql, type Value } from './sql.ts';
import { type Column, columnsOf, LOGGED_TABLES } from './tables.ts';

/**
 * Starts logging on a connection: temporary triggers, made from the schema as it is, so that they can't fall behind a
 * migration and the file that travels carries no code. A change outside a step fails on the log's NOT NULL.
 * @param db a connection that will write
 */
export function startLog(db: Sql): void {
  db.script('CREATE TEMP TABLE current_step (seq INTEGER NOT NULL) STRICT');
  for (const table of LOGGED_TABLES) {
    const columns = columnsOf(db, table);
    const image = columns.map(
      (c) => `'${c.name}', ${c.type === 'BLOB' ? `hex(old.${c.name})` : `old.${c.name}`}`,
    );
    // hex(NULL) is '', so that an empty string stands for no value; no blob column of a logged table may be empty.
    const differs = columns.map((c) => `old.${c.name} IS NOT new.${c.name}`);
    const log = (operation: string, id: string, before: string) =>
      `INSERT INTO changes (step_seq, table_name, operation, row_id, before)
       VALUES ((SELECT seq FROM current_step), '${table}', '${operation}', ${id}, ${before})`;
    db.script(`
      CREATE TEMP TRIGGER log_${table}_insert AFTER INSERT ON main.${table}
      BEGIN ${log('insert', 'new.id', 'NULL')}; END;
      CREATE TEMP TRIGGER log_${table}_update AFTER UPDATE ON main.${table} WHEN ${differs.join(' OR ')}
      BEGIN
        SELECT RAISE(ABORT, 'an id never changes') WHERE old.id <> new.id;
        ${log('update', 'old.id', `json_object(${image.join(', ')})`)};
      END;
      CREATE TEMP TRIGGER log_${table}_delete AFTER DELETE ON main.${table}
      BEGIN ${log('delete', 'old.id', `json_object(${image.join(', ')})`)}; END;`);
  }
}

interface ChangeRow {
  readonly table_name: string;
  readonly operation: 'insert' | 'update' | 'delete';
  readonly row_id: Uint8Array;
  readonly before: string | null;
}

/**
 * Takes back what a step changed, newest change first, so that every state on the way satisfies the foreign keys.
 * Runs inside a step of its own, whose log then holds the way back.
 * @param db the writing connection, within a step
 * @param seq the step to invert
 */
export function invertStep(db: Sql, seq: number): void {
  const restorers = new Map<string, ReturnType<typeof restorer>>();
  const changes = db.all<ChangeRow>(
    sql`SELECT table_name, operation, row_id, before FROM changes WHERE step_seq = ${seq} ORDER BY key DESC`,
  );
  for (const change of changes) {
    let restore = restorers.get(change.table_name);
    if (!restore) {
      restore = restorer(db, change.table_name);
      restorers.set(change.table_name, restore);
    }
    restore(change);
  }
}

function restorer(db: Sql, table: string): (change: ChangeRow) => void {
  const columns = columnsOf(db, table);
  const target = name(table);
  return (change) => {
    if (change.operation === 'insert') {
      db.run(sql`DELETE FROM ${target} WHERE id = ${change.row_id}`);
      return;
    }
    const image = JSON.parse(change.before ?? '{}') as Record<string, string | number | null>;
    const known = columns.filter((column) => column.name in image);
    const cells = known.map((column): Query => sql`${cell(image, column)}`);
    if (change.operation === 'delete') {
      db.run(sql`INSERT INTO ${target} (${join(known.map((c) => name(c.name)))}) VALUES (${join(cells)})`);
    } else {
      const assignments = known.map((column) => sql`${name(column.name)} = ${cell(image, column)}`);
      db.run(sql`UPDATE ${target} SET ${join(assignments)} WHERE id = ${change.row_id}`);
    }
  };
}

function cell(image: Record<string, string | number | null>, column: Column): Value {
  const value = image[column.name] ?? null;
  if (column.type !== 'BLOB') return value;
  return typeof value === 'string' && value !== '' ? Buffer.from(value, 'hex') : null;
}
