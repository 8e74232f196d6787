import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { TableKey, TableSheet, TableWish } from '../../contract/attribute-tables.ts';
import type { AttributeRow } from '../../contract/cases.ts';
import { wideCsv, wideTable } from '../../engine/cases/wide.ts';
import { onlyOne } from '../../engine/find.ts';
import { planLines } from '../attribute-plan.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';
import { usage } from '../usage.ts';

type Of = 'cases' | 'documents';

interface ImportOptions extends CommonOptions {
  readonly of?: Of;
  readonly sheet?: string;
  readonly key?: string;
  readonly by?: 'id' | 'key' | 'name' | 'attribute';
  readonly takeNames?: true;
  readonly make?: true;
  readonly clear?: true;
  readonly dryRun?: true;
}

const ownerOf = (of: Of) => (of === 'cases' ? 'case' : 'document');

const of = (what: string) => new Option('--of <what>', what).choices(['cases', 'documents']);

/** `colligo attributes [import]` */
export function addAttributes(program: Command): void {
  const attributes = onProject(program.command('attributes'))
    .description('list cases or documents with their attributes, or import these from a table')
    .addOption(of('what is listed; else the cases'))
    .option('--csv', 'print CSV, which can be edited and imported again')
    .addOption(json())
    .action((path: string, options: { of?: Of; csv?: true; json?: true }) => {
      if (options.json && options.csv) throw usage('give either --json or --csv');
      return withProject(path, 'read', {}, async ({ project }) => {
        const table = wideTable(project.db, ownerOf(options.of ?? 'cases'));
        if (options.csv) process.stdout.write(wideCsv(table));
        else print(options.json, table, lines(table));
      });
    });
  onProject(attributes.command('import'))
    .description(
      'take attributes from a .csv or .xlsx file; a name alone decides nothing unless --take-names is given',
    )
    .argument('<file>', 'a table with a row for each case or document')
    .addOption(of('what the rows are about; else it is seen from the columns'))
    .option('--sheet <name>', 'which sheet of a workbook; else the first')
    .option('--key <column>', 'the column that says whose row it is; else it is seen from the columns')
    .addOption(
      new Option('--by <what>', 'what stands in that column').choices(['id', 'key', 'name', 'attribute']),
    )
    .option('--take-names', 'take a row for what has its name, where only the name agrees')
    .option('--make', 'make a case of each row that nothing agrees with')
    .option('--clear', 'let an empty cell clear what is known')
    .option('--dry-run', 'say what would be done, and do nothing')
    .addOption(coder())
    .addOption(json())
    // What the command above has as well, it takes for itself: both are asked.
    .action((path: string, file: string, _own: ImportOptions, command: Command) =>
      importFile(path, file, command.optsWithGlobals<ImportOptions>()),
    );
}

function importFile(path: string, file: string, options: ImportOptions): Promise<void> {
  const mode = options.dryRun ? 'read' : 'write';
  return withProject(path, mode, options, async ({ engine, client, signal }) => {
    const read = await client.attributes.importRead(
      { grant: engine.grants.issue(resolve(file), 'import') },
      { signal },
    );
    const sheets = read.sheets.map((sheet, at) => ({ sheet, at }));
    const { sheet, at } =
      options.sheet === undefined && sheets[0]
        ? sheets[0]
        : onlyOne(
            sheets.filter((each) => each.sheet.name === options.sheet),
            options.sheet ?? '',
            'sheet',
            sheets.map((each) => each.sheet.name),
          );
    const owner = options.of ? ownerOf(options.of) : sheet.likely;
    const guess = sheet.guesses[owner];
    const wish: TableWish = {
      token: read.token,
      sheet: at,
      of: owner,
      key: keyOf(
        sheet,
        guess.key,
        options,
        (await client.attributes.list()).filter((each) => each.appliesTo === owner),
      ),
      columns: guess.columns,
      names: options.takeNames ? 'take' : 'ask',
      unmatched: options.make ? 'make' : 'leave',
      rows: [],
      clear: options.clear ?? false,
    };
    for (const notice of read.notices) console.error(notice);
    if (options.dryRun) {
      const plan = await client.attributes.importPlan(wish);
      return print(options.json, { step: null, plan }, planLines(plan, basename(file), true));
    }
    const done = await client.attributes.importApply(wish);
    print(options.json, done, planLines(done.plan, basename(file), false));
  });
}

/** Which column tells the rows, and by what. */
function keyOf(
  { columns }: TableSheet,
  guess: TableKey | null,
  { key, by }: ImportOptions,
  attributes: readonly AttributeRow[],
): TableKey {
  const names = columns.map(({ name }) => name);
  const column =
    key === undefined
      ? (guess?.column ?? 0)
      : onlyOne(
          names.flatMap((name, at) => (name === key ? [at] : [])),
          key,
          'column',
          names,
        );
  const kind = by ?? (guess?.column === column ? guess.by : 'name');
  if (kind !== 'attribute') return { column, by: kind };
  const name = names[column] ?? '';
  const found = onlyOne(
    attributes.filter((each) => each.name === name),
    name,
    'attribute',
    attributes.map((each) => each.name),
  );
  return { column, by: 'attribute', attribute: found.id };
}

/** What is known of each, a line for its name and one for every attribute. */
function lines({ head, rows }: ReturnType<typeof wideTable>): string[] {
  const nameAt = Math.max(head.indexOf('name'), head.indexOf('title'));
  const all = rows.flatMap((row) => [
    String(row[nameAt < 0 ? 1 : nameAt]),
    ...row.slice(3).flatMap((cell, at) => (cell === null ? [] : [`    ${head[at + 3]}: ${cell}`])),
  ]);
  return all.length > 0 ? all : ['There is nothing yet.'];
}
