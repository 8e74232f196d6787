import { name as identifier, join, type Query, type Sql, sql } from '../../store/sql.ts';
import { ExchangeError } from '../error.ts';
import { MOST_ROWS, MOST_VALUE } from './limits.ts';
import { ForeignRow } from './row.ts';

interface Around {
  /** Its name, for messages. */
  readonly title: string;
  /** Makes a sentence of what the driver says. */
  readonly explain: (error: unknown) => unknown;
  readonly close: () => void;
}

export interface RowOptions {
  /** Columns that the rows are sorted by. */
  readonly order?: readonly string[];
  /** Columns of text that may be in any encoding: they come as bytes. */
  readonly bytes?: readonly string[];
}

/** A file of another program that `openForeign` found sound. */
export class ForeignFile {
  readonly #db: Sql;
  readonly #columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #around: Around;
  /** Whether bytes of text are UTF-8, as all but exotic files have them. Asked before any rows are: the driver answers one question at a time. */
  readonly isUtf8: boolean;

  constructor(db: Sql, columns: ReadonlyMap<string, ReadonlySet<string>>, around: Around) {
    this.#db = db;
    this.#columns = columns;
    this.#around = around;
    this.isUtf8 = db.pragma('encoding') === 'UTF-8';
  }

  has(table: string): boolean {
    return this.#columns.has(table);
  }

  /** @param column its name in lower case */
  hasColumn(table: string, column: string): boolean {
    return this.#columns.get(table)?.has(column) === true;
  }

  /**
   * Reads a table row by row.
   * @param table its name in lower case; one that is not there has no rows
   * @param columns their names in lower case; one that is not there is null in every row
   * @throws ExchangeError where the file fails, or holds a value or more rows than can be read
   */
  *rows(table: string, columns: readonly string[], options: RowOptions = {}): Generator<ForeignRow, void> {
    const there = this.#columns.get(table);
    if (!there) return;
    const present = columns.filter((column) => there.has(column));
    if (present.length === 0) return;
    const parts = columns.map((column) =>
      there.has(column)
        ? picked(column, options.bytes?.includes(column))
        : sql`NULL AS ${identifier(column)}`,
    );
    const order = (options.order ?? []).filter((column) => there.has(column)).map(identifier);
    const sorted = order.length === 0 ? sql`` : sql`ORDER BY ${join(order)}`;
    try {
      this.#refuseHuge(table, present);
      let read = 0;
      for (const row of this.#db.iterate<Record<string, unknown>>(
        sql`SELECT ${join(parts)} FROM ${identifier(table)} ${sorted}`,
      )) {
        if (++read > MOST_ROWS)
          throw new ExchangeError(`“${this.#around.title}” has more rows than are read.`);
        yield new ForeignRow(row);
      }
    } catch (error) {
      throw this.#around.explain(error);
    }
  }

  /** The size of a value stands in its row's head, so that this reads none of them. */
  #refuseHuge(table: string, columns: readonly string[]): void {
    const tests = columns.map((column) => sql`octet_length(${identifier(column)}) > ${MOST_VALUE}`);
    const huge = this.#db.get(sql`SELECT 1 FROM ${identifier(table)} WHERE ${join(tests, ' OR ')} LIMIT 1`);
    if (huge)
      throw new ExchangeError(
        `“${this.#around.title}” holds a text of more than ${MOST_VALUE / 1024 / 1024} MB, which can't be read.`,
      );
  }

  close(): void {
    this.#around.close();
  }
}

const picked = (column: string, asBytes: boolean | undefined): Query =>
  asBytes
    ? sql`CAST(${identifier(column)} AS BLOB) AS ${identifier(column)}`
    : // SQLite would name it as the file writes it, in capitals perhaps.
      sql`${identifier(column)} AS ${identifier(column)}`;
