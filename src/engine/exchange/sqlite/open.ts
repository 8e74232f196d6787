import { realpathSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ColligoError } from '../../errors.ts';
import { indexPath, lookBeside } from '../../store/beside.ts';
import { connect } from '../../store/connect.ts';
import { name as identifier, type Sql, sql } from '../../store/sql.ts';
import { ExchangeError } from '../error.ts';
import { ForeignFile } from './file.ts';
import { MOST_ROWS } from './limits.ts';

/** Larger files are refused before they are looked into. */
const MOST_BYTES = 4 * 1024 ** 3;

/** What a table may hold that is larger than anything a person writes. */
const MOST_OBJECTS = 2000;

/** Which columns must be there, by table; names in lower case. */
export type Needed = Readonly<Record<string, readonly string[]>>;

/**
 * Opens the SQLite file of another program for reading, as something that nobody vouches for: nothing in it may run
 * (trusted_schema off, defensive, no CHECK constraints, no generated columns), nothing of it is written, and every page is
 * checked before anything is read.
 * @param path the file
 * @param program that should have written it, as in “QualCoder”
 * @param needed what has to be there for it to be a project of that program
 * @param views names of those that the program itself makes; they are let be, and nothing is ever read from them
 * @throws ExchangeError with one sentence
 */
export function openForeign(
  path: string,
  program: string,
  needed: Needed,
  views: ReadonlySet<string> = new Set(),
): ForeignFile {
  const title = basename(path);
  const real = regular(path, title);
  const hadIndex = lookBeside(real).index;
  const explain = (error: unknown) => failure(error, title, program);
  let db: Sql | undefined;
  const close = () => {
    db?.close();
    // A look at a file with a write-ahead log makes an index for it, and cannot take it away.
    if (!hadIndex) rmSync(indexPath(real), { force: true });
  };
  try {
    db = connect(real, 'look');
    db.pragma('query_only = ON');
    db.pragma('ignore_check_constraints = ON');
    // What is sorted may be larger than what should be in memory.
    db.pragma('temp_store = FILE');
    refuseWhatRuns(db, title, views);
    if (db.pragma('quick_check(1)') !== 'ok') throw new ExchangeError(damaged(title, program));
    const columns = columnsOf(db, title, needed);
    if (!columns) throw new ExchangeError(`“${title}” is not a project of ${program}.`);
    return new ForeignFile(db, columns, { title, explain, close });
  } catch (error) {
    close();
    throw explain(error);
  }
}

/** @returns where the file is, with every link resolved; what is no file (a folder, a pipe) is refused unopened */
function regular(path: string, title: string): string {
  try {
    const real = realpathSync(path);
    const facts = statSync(real);
    if (!facts.isFile()) throw new ExchangeError(`“${title}” is not a file.`);
    if (facts.size > MOST_BYTES) throw new ExchangeError(`“${title}” is larger than the 4 GB that are read.`);
    return real;
  } catch (error) {
    if (error instanceof ExchangeError) throw error;
    throw new ExchangeError(`“${title}” can't be read: it is not there, or not for you to read.`, {
      cause: error,
    });
  }
}

/**
 * Programs keep tables and indexes in their files. What else a file could hold would run when it is read; a view that is known
 * by its name is not read from, since only tables are.
 */
function refuseWhatRuns(db: Sql, title: string, views: ReadonlySet<string>): void {
  const objects = db.all<{ type: string; name: string; made: string | null }>(
    sql`SELECT type, name, substr(sql, 1, 200) AS made FROM sqlite_schema LIMIT ${MOST_OBJECTS + 1}`,
  );
  if (objects.length > MOST_OBJECTS)
    throw new ExchangeError(`“${title}” holds more tables than any project has.`);
  const odd = objects.find(({ type, name, made }) => {
    if (type === 'view') return !views.has(name);
    return (type !== 'table' && type !== 'index') || /^\s*create\s+virtual\b/i.test(made ?? '');
  });
  if (!odd) return;
  const kind = odd.type === 'trigger' || odd.type === 'view' ? `a ${odd.type}` : 'a virtual table';
  throw new ExchangeError(
    `“${title}” holds ${kind} (${odd.name.slice(0, 60)}), which no project does, and is not opened.`,
  );
}

/**
 * @returns the columns of every table, in lower case; null where one that is needed is missing
 * @throws ExchangeError where a column is worked out as it is read, or a table has too many rows
 */
function columnsOf(db: Sql, title: string, needed: Needed): Map<string, ReadonlySet<string>> | null {
  const columns = new Map<string, ReadonlySet<string>>();
  const rows = db.all<{ table_name: string; name: string; hidden: number }>(sql`
    SELECT lower(tables.name) AS table_name, lower(parts.name) AS name, parts.hidden
    FROM sqlite_schema AS tables, pragma_table_xinfo(tables.name) AS parts WHERE tables.type = 'table'`);
  for (const { table_name, name, hidden } of rows) {
    if (hidden !== 0)
      throw new ExchangeError(
        `“${title}” has columns that are worked out as they are read, and is not opened.`,
      );
    columns.set(table_name, new Set([...(columns.get(table_name) ?? []), name]));
  }
  const isThere = Object.entries(needed).every(([table, names]) =>
    names.every((column) => columns.get(table)?.has(column)),
  );
  if (!isThere) return null;
  for (const table of Object.keys(needed)) {
    const { rows: count } = db.one<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${identifier(table)}`);
    if (count > MOST_ROWS) throw new ExchangeError(`“${title}” has more rows than are read.`);
  }
  return columns;
}

const damaged = (title: string, program: string) =>
  `“${title}” is damaged: open a copy of it in ${program} and save it again, or take a backup.`;

/** Why SQLite could not read it, by the driver's code. */
function failure(error: unknown, title: string, program: string): unknown {
  if (error instanceof ExchangeError) return error;
  const cause = error instanceof ColligoError ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (!code.startsWith('SQLITE_')) return error;
  const because = (message: string) => new ExchangeError(message, { cause: error });
  if (code === 'SQLITE_NOTADB')
    return because(`“${title}” is not an SQLite file, so it is no project of ${program}.`);
  if (code.startsWith('SQLITE_BUSY')) return because(`“${title}” is being written: close ${program} first.`);
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code))
    return because(
      `“${title}” was left unfinished or can't be opened where it lies: open and close it in ${program} first, or copy its whole folder.`,
    );
  return because(damaged(title, program));
}
