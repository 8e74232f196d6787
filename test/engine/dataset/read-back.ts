import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unescapeText } from '../../../src/engine/dataset/csv.ts';

export type Row = Readonly<Record<string, string>>;

/** A dataset as a person's script sees it: by way of another CSV parser, with the escape undone. */
export interface Dataset {
  readonly folder: string;
  /** Texts of documents as arrays of code points. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  table(name: string): Row[];
  json(): DataPackage;
  raw(path: string): string;
}

export interface DataPackage {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly colligo: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly dialect: { readonly lineTerminator: string };
  readonly schema?: Schema;
}

export interface Schema {
  readonly fields: readonly FieldDescriptor[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
  }[];
}

export interface FieldDescriptor {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly description: string;
  readonly constraints: {
    readonly required: boolean;
    readonly enum?: readonly (string | number)[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

/** Cells as they stand in the file, by column. */
export function parseCsv(text: string): Row[] {
  return parse(text, { columns: true, record_delimiter: '\n' }) as Row[];
}

export function readBack(folder: string): Dataset {
  const raw = (path: string) => readFileSync(join(folder, path), 'utf8');
  const texts = existsSync(join(folder, 'texts')) ? readdirSync(join(folder, 'texts')) : [];
  return {
    folder,
    texts: new Map(texts.map((file) => [file.replace(/\.txt$/, ''), Array.from(raw(`texts/${file}`))])),
    table: (name) =>
      parseCsv(raw(`${name}.csv`)).map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unescapeText(cell)])),
      ),
    json: () => JSON.parse(raw('datapackage.json')) as DataPackage,
    raw,
  };
}
