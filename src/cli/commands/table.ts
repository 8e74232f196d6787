import { type Command, Option } from 'commander';
import { listed } from '../../contract/cells.ts';
import type { CodeRow } from '../../contract/codes.ts';
import type { CompareColumns, CompareTable } from '../../contract/compare.ts';
import { unpackTable } from '../../contract/packed-table.ts';
import { listAttributes } from '../../engine/cases/read.ts';
import type { Sql } from '../../engine/store/sql.ts';
import { MEASURES, type Measure, tableCsv, tableLines } from '../compare-table.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, named, type ScopeOptions, scopeOf } from '../scope.ts';
import { usage } from '../usage.ts';

interface Options extends ScopeOptions {
  readonly columns: string;
  readonly measure: Measure;
  readonly rollUp?: true;
  readonly json?: true;
  readonly csv?: true;
}

/** `colligo table` */
export function addTable(program: Command): void {
  inScope(onProject(program.command('table')))
    .description('count codes by documents, by cases, or by the values of an attribute')
    .option('--columns <document, case or attribute>', 'what stands in the columns', 'case')
    .addOption(new Option('--measure <measure>', 'what is counted').choices(MEASURES).default(MEASURES[0]))
    .option('--roll-up', 'count with a code what lies on the codes under it, each place once')
    .option('--csv', 'print CSV: a row a code; what nobody has judged is empty')
    .addOption(json())
    .action((path: string, { columns: by, measure, ...options }: Options) => {
      if (options.json && options.csv) throw usage('give either --json or --csv');
      return withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const columns = columnsBy(project.db, by);
        const packed = await client.compare.table(
          { columns, rollUp: options.rollUp ?? false, ...(scope && { scope }) },
          { signal },
        );
        const table = listed(unpackTable(packed));
        const codes = await client.codes.list();
        const none = columns.by === 'case' ? 'no case' : 'no value';
        if (options.csv) process.stdout.write(tableCsv({ table, codes, none }, measure));
        else print(options.json, forScripts(table, codes), tableLines({ table, codes, none }, measure));
      });
    });
}

/**
 * @param asked `document`, `case` or the name of an attribute
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the names of the attributes that there are
 */
export function columnsBy(db: Sql, asked: string): CompareColumns {
  if (asked === 'document' || asked === 'case') return { by: asked };
  return { by: 'attribute', attribute: named(listAttributes(db), asked, 'attribute') };
}

/** @returns the table with the paths of its codes, so that a script need not ask for the codebook */
function forScripts(table: CompareTable, codes: readonly CodeRow[]) {
  const paths = new Map(codes.map(({ id, path }) => [id, path]));
  return { ...table, codes: table.codes.map((id) => ({ id, path: paths.get(id) ?? '' })) };
}
