import { name, type Sql, sql } from './sql.ts';

/**
 * Tables whose rows a person makes: each change to them is part of a step, logged and undoable. In an order in which
 * parents come before their children.
 */
export const LOGGED_TABLES = [
  'projects',
  'coders',
  'documents',
  'versions',
  'cases',
  'case_documents',
  'attributes',
  'attribute_choices',
  'attribute_values',
  'codes',
  'code_labels',
  'code_links',
  'codebook_states',
  'codebook_versions',
  'attachments',
  'passages',
  'anchors',
  'codings',
  'reviews',
  'memos',
] as const;

export type LoggedTable = (typeof LOGGED_TABLES)[number];

/** Content addressed by hash, or derived from it: only ever inserted, never logged. */
export const CONTENT_TABLES = ['blobs', 'texts', 'readings', 'blocks', 'pages'] as const;

/** The log itself and what it needs to know of other copies. */
export const LOG_TABLES = ['steps', 'changes', 'seen_steps', 'migrations'] as const;

export interface Column {
  readonly name: string;
  readonly type: 'BLOB' | 'TEXT' | 'INTEGER' | 'REAL';
}

/** @returns the columns of a table in the order of the schema */
export function columnsOf(db: Sql, table: string): Column[] {
  return db.all<Column>(sql`SELECT name, type FROM pragma_table_info(${table}) ORDER BY cid`);
}

/** @returns how many rows a table has */
export function countRows(db: Sql, table: string): number {
  return db.one<{ n: number }>(sql`SELECT count(*) AS n FROM ${name(table)}`).n;
}
