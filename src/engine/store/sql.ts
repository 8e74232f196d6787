import type Database from 'better-sqlite3';
import { describeFailure } from './failure.ts';

/** What SQLite can hold in a cell. Booleans are 0 and 1. */
export type Value = string | number | bigint | null | Uint8Array;

/** A statement with its values, made by the `sql` tag only. */
export interface Query {
  readonly text: string;
  readonly values: readonly Value[];
}

class Fragment implements Query {
  readonly text: string;
  readonly values: readonly Value[];

  constructor(text: string, values: readonly Value[]) {
    this.text = text;
    this.values = values;
  }
}

/**
 * Tag for SQL: every interpolated value becomes a bound parameter, so text can never turn into SQL by accident; a
 * fragment made by the same tag is spliced in with its own parameters.
 * @returns a query for Sql.all, get, run or iterate
 * @throws TypeError for what SQLite cannot hold
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Value | Query)[]): Query {
  let text = strings[0] ?? '';
  const values: Value[] = [];
  parts.forEach((part, index) => {
    if (part instanceof Fragment) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(checked(part));
    }
    text += strings[index + 1] ?? '';
  });
  return new Fragment(text, values);
}

/**
 * The driver would bind undefined and NaN as NULL and spread an array over several parameters. The types forbid all of it,
 * but not for what was cast on its way here.
 */
function checked(part: unknown): Value {
  if (typeof part === 'string' || typeof part === 'bigint' || part === null) return part;
  if (typeof part === 'number' && !Number.isNaN(part)) return part;
  if (part instanceof Uint8Array) return part;
  throw new TypeError(
    `SQLite cannot hold ${typeof part === 'number' ? 'NaN' : `a value of type ${typeof part}`}`,
  );
}

/**
 * Names a table or column in a query.
 * @param name an identifier that comes from the schema, never from a person
 * @throws Error where it is not a plain lower-case identifier
 */
export function name(identifier: string): Query {
  if (!/^[a-z][a-z0-9_]*$/.test(identifier))
    throw new Error(`${identifier} is not an identifier of the schema`);
  return new Fragment(`"${identifier}"`, []);
}

/**
 * Joins fragments.
 * @param parts fragments made by the tag
 * @param by what stands between them
 * @returns one fragment
 */
export function join(parts: readonly Query[], by: ', ' | ' AND ' | ' OR ' | ' ' = ', '): Query {
  return new Fragment(
    parts.map((part) => part.text).join(by),
    parts.flatMap((part) => part.values),
  );
}

/** One connection to one SQLite file: the only thing in Colligo that runs SQL. */
export class Sql {
  readonly raw: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  /** @param raw an open connection, which this object then owns */
  constructor(raw: Database.Database) {
    this.raw = raw;
  }

  /**
   * @returns all rows; the caller names their shape beside the query
   * @throws ColligoError DISK or DAMAGED where the file fails; the driver's own error for faults in the statement
   */
  all<Row>(query: Query): Row[] {
    return describeFailure(() => this.#statement(query).all(...query.values) as Row[]);
  }

  /** @returns the first row or undefined; throws as `all` does */
  get<Row>(query: Query): Row | undefined {
    return describeFailure(() => this.#statement(query).get(...query.values) as Row | undefined);
  }

  /** @returns the one row that must be there; throws where there is none */
  one<Row>(query: Query): Row {
    const row = this.get<Row>(query);
    if (row === undefined) throw new Error(`no row for: ${query.text}`);
    return row;
  }

  /** @returns how many rows changed; throws as `all` does */
  run(query: Query): number {
    return describeFailure(() => this.#statement(query).run(...query.values).changes);
  }

  /** @returns the rows one by one, for results too large to hold; a statement of its own, so that loops may nest; throws as `all` does */
  *iterate<Row>(query: Query): IterableIterator<Row> {
    const rows = describeFailure(() => this.raw.prepare(query.text).iterate(...query.values));
    try {
      for (;;) {
        const next = describeFailure(() => rows.next());
        if (next.done) return;
        yield next.value as Row;
      }
    } finally {
      // A loop that is left early frees the connection, which is busy as long as the statement runs.
      rows.return?.();
    }
  }

  /** Runs a script without parameters: migrations and settings. */
  script(text: string): void {
    describeFailure(() => this.raw.exec(text));
  }

  /** @returns the single value of a pragma */
  pragma(text: string): Value {
    return describeFailure(() => this.raw.pragma(text, { simple: true }) as Value);
  }

  close(): void {
    this.#statements.clear();
    this.raw.close();
  }

  #statement(query: Query): Database.Statement {
    let statement = this.#statements.get(query.text);
    if (!statement) {
      statement = this.raw.prepare(query.text);
      this.#statements.set(query.text, statement);
    }
    return statement;
  }
}
