/** What stands in a cell before it becomes text; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** A column, described once: from here come the header, the schema in datapackage.json and the data dictionary. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime';
  /** What it means, in sentences. */
  readonly about: string;
  /** What an empty cell means. A column without this has no empty cells. */
  readonly empty?: string;
  /** What it is counted in. */
  readonly unit?: string;
  readonly format?: 'uuid';
  /** Every value there is, with its meaning. */
  readonly values?: Readonly<Record<string, string>>;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Numbers: how many digits follow the point, always. */
  readonly decimals?: number;
}

/** Each value of the field is found in a column of a table; without a table, in a column of its own. */
export interface ForeignKey<Name extends string = string> {
  readonly field: Name;
  readonly table?: string;
  readonly column: string;
}

/** A table of the dataset; its file is `<name>.csv`. */
export interface Table<Name extends string = string> {
  readonly name: string;
  readonly title: string;
  /** What a row is, and what to know before counting rows. */
  readonly about: string;
  readonly fields: readonly Field<Name>[];
  readonly primaryKey: readonly Name[];
  readonly foreignKeys: readonly ForeignKey<Name>[];
}

/** A row of a table: a cell for each of its columns. */
export type RowOf<Described> = Described extends Table<infer Name> ? Readonly<Record<Name, Cell>> : never;

interface Definition<Name extends string> extends Omit<Table<Name>, 'primaryKey' | 'foreignKeys'> {
  readonly primaryKey: readonly NoInfer<Name>[];
  readonly foreignKeys?: readonly ForeignKey<NoInfer<Name>>[];
}

/** @returns the table; the names of its fields become the keys of its rows */
export function defineTable<const Name extends string>(definition: Definition<Name>): Table<Name> {
  return { foreignKeys: [], ...definition };
}

type More = Partial<Omit<Field, 'name' | 'type' | 'about'>>;

/** @returns a column of UUIDs, lower-case text (RFC 9562) */
export const id = <const Name extends string>(name: Name, about: string, more: More = {}): Field<Name> => ({
  name,
  type: 'string',
  format: 'uuid',
  about,
  ...more,
});

/** @returns a column of text; where neither values nor pattern are given, people wrote it and it may be escaped */
export const text = <const Name extends string>(name: Name, about: string, more: More = {}): Field<Name> => ({
  name,
  type: 'string',
  about,
  ...more,
});

/** @returns a column of whole numbers from 0 */
export const count = <const Name extends string>(
  name: Name,
  about: string,
  more: More = {},
): Field<Name> => ({ name, type: 'integer', about, minimum: 0, ...more });

/** @returns a column of `true` and `false` */
export const flag = <const Name extends string>(name: Name, about: string): Field<Name> => ({
  name,
  type: 'boolean',
  about,
});

/** @returns a column of moments: UTC, ISO 8601 with milliseconds */
export const moment = <const Name extends string>(name: Name, about: string): Field<Name> => ({
  name,
  type: 'datetime',
  unit: 'UTC',
  about,
});

/** @returns whether people wrote what stands in the column, so that its cells may be escaped (csv.ts) */
export const isFreeText = (field: Field): boolean =>
  field.type === 'string' && !field.format && !field.values && !field.pattern;

export const SHA256 = { pattern: '^[0-9a-f]{64}$' } as const;
