import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ExchangeFormat, ExchangeReport } from '../../../src/contract/exchange.ts';
import type { ExchangeReader, Piece, ReaderContext } from '../../../src/engine/exchange/model.ts';
import { runExchange } from '../../../src/engine/exchange/run.ts';
import type { Project } from '../../../src/engine/store/project.ts';

export const SAMPLES = join(import.meta.dirname, '../../../../shared/samples');

/** Writes an SQLite file as another program would: statements, and rows by table. @returns its path */
export function foreign(
  path: string,
  schema: string,
  rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {},
): string {
  const db = new Database(path);
  db.exec(schema);
  db.exec('BEGIN');
  for (const [table, all] of Object.entries(rows))
    for (const row of all) {
      const names = Object.keys(row);
      db.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...Object.values(row));
    }
  db.exec('COMMIT');
  db.close();
  return path;
}

/** What was read, by its kind. */
export class Collected {
  readonly pieces: Piece[] = [];

  of<Type extends Piece['type']>(type: Type): Extract<Piece, { type: Type }>[] {
    return this.pieces.filter((piece): piece is Extract<Piece, { type: Type }> => piece.type === type);
  }

  /** @returns the only piece of a kind that is called so */
  named<Type extends 'code' | 'coder' | 'case' | 'attribute'>(type: Type, name: string) {
    const found = this.of(type).filter((piece) => 'name' in piece && piece.name === name);
    if (found.length !== 1) throw new Error(`${found.length} of ${type} are called ${name}`);
    return found[0] as Extract<Piece, { type: Type }>;
  }

  document(title: string) {
    const found = this.of('document').find((piece) => piece.title === title);
    if (!found) throw new Error(`no document ${title}`);
    return found;
  }

  /** @returns the remarks, one line each */
  get said(): string[] {
    return this.of('said').map(({ what, message, subject }) => `${what}: ${message} (${subject})`);
  }
}

/** @returns everything that a reader makes of a file, without a worker */
export async function collect(
  reader: ExchangeReader,
  path: string,
  present: Partial<ReaderContext> = {},
): Promise<Collected> {
  const collected = new Collected();
  const context = { language: 'en', documents: [], codes: [], onProgress: () => undefined, ...present };
  for await (const piece of reader(path, context)) collected.pieces.push(piece);
  return collected;
}

/** @returns each coding of the documents: its words (or part of a page), code and coder by name */
export function codingsOf(
  collected: Collected,
): { title: string; words: string; code: string; coder: string }[] {
  const names = new Map(
    [...collected.of('code'), ...collected.of('coder')].map(({ id, name }) => [id, name]),
  );
  return collected.of('document').flatMap(({ title, read, passages }) =>
    passages.flatMap(({ place, codings }) =>
      codings.map(({ code, coder }) => ({
        title,
        words:
          'page' in place
            ? `page ${place.page}: ${place.x},${place.y},${place.width},${place.height}`
            : read.reading.text.slice(place.start, place.end),
        code: names.get(code) ?? '',
        coder: names.get(coder ?? '') ?? '',
      })),
    ),
  );
}

/** Imports into a project as the program does, with its worker. @returns the report */
export async function importInto(
  project: Project,
  path: string,
  format?: ExchangeFormat,
): Promise<ExchangeReport> {
  for await (const event of runExchange(project, { path, format }))
    if (event.type === 'finished') return event.report;
  throw new Error('the import ended without a report');
}

/** What no column should hold. */
const WILD = [
  'NULL',
  "'words'",
  '-1',
  '1.5',
  '9e18',
  '9223372036854775807',
  "x'00ff80'",
  "''",
  "CAST(x'ff41' AS TEXT)",
];

/**
 * Puts into each column of a database, one after the other, what it should not hold, and reads it.
 * @param make writes the database anew.
 * @returns how many times it was read; whatever a reader throws comes through
 */
export async function readWild(reader: ExchangeReader, make: () => string, database = ''): Promise<number> {
  const path = make();
  const file = join(path, database);
  const sound = readFileSync(file);
  const db = new Database(file, { readonly: true });
  const columns = db
    .prepare(
      "SELECT t.name AS 'table', c.name AS 'column' FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'",
    )
    .all() as { table: string; column: string }[];
  db.close();
  let read = 0;
  for (const [index, { table, column }] of columns.entries()) {
    writeFileSync(file, sound);
    const wild = new Database(file);
    wild.pragma('synchronous = OFF');
    const value = WILD[index % WILD.length] ?? 'NULL';
    const isChanged = attempt(() => wild.exec(`UPDATE "${table}" SET "${column}" = ${value}`));
    wild.close();
    if (!isChanged) continue;
    await collect(reader, path);
    read++;
  }
  return read;
}

/** @returns whether it went through: a key takes no such value */
function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}
