import Database from 'better-sqlite3';
import { type Migration, migrate } from './migrate.ts';
import { Sql, sql } from './sql.ts';

/** A table or an index as SQLite keeps it. */
export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** @returns what a file's schema consists of, tables and indexes in the order of their names */
export function schemaOf(db: Sql): SchemaObject[] {
  return db.all<SchemaObject>(sql`SELECT type, name, sql FROM sqlite_schema ORDER BY type DESC, name`);
}

const expected = new WeakMap<readonly Migration[], Map<number, SchemaObject[]>>();

/**
 * @param version the number of the newest migration that counts
 * @returns the schema that the migrations make, found by applying them to an empty database
 */
export function schemaMadeBy(migrations: readonly Migration[], version: number): readonly SchemaObject[] {
  const known = expected.get(migrations) ?? new Map<number, SchemaObject[]>();
  expected.set(migrations, known);
  const found = known.get(version);
  if (found) return found;
  const db = new Sql(new Database(':memory:'));
  try {
    migrate(
      db,
      migrations.filter(({ number }) => number <= version),
    );
    const made = schemaOf(db);
    known.set(version, made);
    return made;
  } finally {
    db.close();
  }
}

/**
 * Compares by text: SQLite keeps a definition as it was written, and where ALTER TABLE rewrites one it does so by a rule.
 * Tables that SQLite keeps for itself (statistics, the parts of the search index) are compared by name only, since
 * another version of SQLite may define them otherwise.
 * @param found the schema of a file
 * @param wanted the schema it ought to have
 * @returns what is wrong, to follow "The project file is damaged:"; null where nothing is
 */
export function compareSchemas(
  found: readonly SchemaObject[],
  wanted: readonly SchemaObject[],
): string | null {
  const known = new Map(wanted.map((object) => [object.name, object]));
  for (const object of found) {
    const original = known.get(object.name);
    known.delete(object.name);
    if (isInternal(object)) continue;
    if (original?.type !== object.type)
      return `it contains ${object.type === 'index' ? 'an index' : 'a table'} that no Colligo wrote`;
    if (!isPartOfSearch(object.name) && original.sql !== object.sql)
      return `the ${object.type} ${object.name} is not defined as Colligo defines it`;
  }
  const [missing] = [...known.values()].filter((object) => !isInternal(object));
  return missing ? `the ${missing.type} ${missing.name} is missing` : null;
}

// Such names are reserved: only SQLite itself, or a forger, can have made them, and no statement of ours names them.
const isInternal = ({ name, type }: SchemaObject) =>
  name.startsWith('sqlite_') && (type === 'table' || type === 'index');

const isPartOfSearch = (name: string) => name.startsWith('block_words_');
