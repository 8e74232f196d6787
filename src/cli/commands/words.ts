import { type Command, Option } from 'commander';
import type { CompareColumns } from '../../contract/compare.ts';
import type { Scope } from '../../contract/scope.ts';
import { WORD_SORTS, type WordList, type WordSort } from '../../contract/words.ts';
import { columnsOf } from '../../engine/compare/columns.ts';
import { escapeText, record } from '../../engine/dataset/csv.ts';
import { readFrame } from '../../engine/dataset/frame.ts';
import { counted } from '../../engine/find.ts';
import type { Sql } from '../../engine/store/sql.ts';
import { collect, json, onProject, whole } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, named, type ScopeOptions, scopeOf } from '../scope.ts';
import { usage } from '../usage.ts';
import { columnsBy } from './table.ts';

interface Options extends ScopeOptions {
  readonly allWords?: true;
  readonly skipList?: readonly string[];
  readonly stop?: readonly string[];
  readonly keep?: readonly string[];
  readonly minLength: number;
  readonly numbers: boolean;
  readonly coded?: true;
  readonly columns: string;
  readonly group?: string;
  readonly sort?: WordSort;
  readonly limit: number;
  readonly json?: true;
  readonly csv?: true;
}

/** `colligo words` */
export function addWords(program: Command): void {
  inScope(onProject(program.command('words')))
    .description('count words, without those of the stop lists that Colligo has for languages')
    .option('--all-words', 'leave out nothing that is on a stop list')
    .addOption(
      new Option(
        '--skip-list <language>',
        'do not use the stop list of this language, as en or pt',
      ).argParser(collect),
    )
    .addOption(new Option('--stop <word>', 'leave this word out, too').argParser(collect))
    .addOption(new Option('--keep <word>', 'never leave this word out').argParser(collect))
    .option('--min-length <n>', 'leave out shorter words', (text) => whole(text, 1, 50), 1)
    .option('--no-numbers', 'leave out words without a letter')
    .option('--coded', 'only words in passages that carry a code')
    .option('--group <name>', 'compare the documents of a column with all others')
    .option('--columns <document, case or attribute>', 'with --group: what the columns are', 'case')
    .addOption(
      new Option('--sort <order>', 'by count, or by how much a word tells the group from the others').choices(
        WORD_SORTS,
      ),
    )
    .option('--limit <n>', 'how many words', (text) => whole(text, 1, 100_000), 50)
    .option('--csv', 'print CSV: a row a word')
    .addOption(json())
    .action((path: string, options: Options) => {
      if (options.json && options.csv) throw usage('give either --json or --csv');
      if (options.sort === 'key' && options.group === undefined) throw usage('--sort key needs --group');
      return withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const group = groupOf(project.db, options, scope);
        const list = await client.words.frequencies(
          {
            ...(scope && { scope }),
            ...(options.coded && { passages: { codes: [], below: false } }),
            ...(group && { group }),
            stop: {
              skip: options.allWords ? 'all' : [...(options.skipList ?? [])],
              add: [...(options.stop ?? [])],
              keep: [...(options.keep ?? [])],
            },
            minLength: options.minLength,
            numbers: options.numbers,
            sort: options.sort ?? (group ? 'key' : 'count'),
            limit: options.limit,
          },
          { signal },
        );
        if (options.csv) process.stdout.write(wordsCsv(list));
        else print(options.json, list, wordLines(list));
      });
    });
}

/** @throws ColligoError NOT_FOUND or NOT_UNIQUE with the titles of the columns that there are */
function groupOf(
  db: Sql,
  { columns: by, group }: Options,
  scope: Partial<Scope> | undefined,
): { columns: CompareColumns; column: string } | null {
  if (group === undefined) return null;
  const columns = columnsBy(db, by);
  const whole = scope && {
    documents: [],
    cases: [],
    attributes: [],
    codes: [],
    coders: [],
    text: '',
    ...scope,
  };
  const there = columnsOf(readFrame(db, { scope: whole }), columns);
  const rows = there.filter(({ title }) => title !== '').map(({ id, title }) => ({ id, name: title }));
  return { columns, column: named(rows, group, 'group') };
}

const perTenThousand = (count: number, words: number) => (words === 0 ? 0 : (count / words) * 10_000);

/** @returns the list as CSV, written as the dataset's; columns of the group are empty where none is compared */
function wordsCsv({ words, rows }: WordList): string {
  const lines = rows.map(({ word, count, documents, dispersion, key }) =>
    record([
      escapeText(word),
      String(count),
      perTenThousand(count, words).toFixed(6),
      String(documents),
      dispersion.toFixed(6),
      ...(key === null ? ['', '', ''] : [String(key.count), key.g2.toFixed(6), key.logRatio.toFixed(6)]),
    ]),
  );
  const header = ['word', 'count', 'per_10000', 'documents', 'dispersion', 'group_count', 'g2', 'log_ratio'];
  return [record(header), ...lines].join('');
}

/** @returns the list as lines for people, and what it was counted in */
function wordLines({ words, counted: kept, documents, total, rows }: WordList): string[] {
  const width = Math.max(0, ...rows.map(({ word }) => word.length));
  const figures = String(rows.reduce((most, { count }) => Math.max(most, count), 0)).length;
  return [
    ...rows.map(({ word, count, documents: held, key }) => {
      const told = key === null ? '' : `  G2 ${key.g2.toFixed(1)}  log ratio ${key.logRatio.toFixed(2)}`;
      const share = perTenThousand(count, words).toFixed(1).padStart(7);
      return `${word.padEnd(width)}  ${String(count).padStart(figures)} ${share} per 10,000  in ${counted(held, 'document')}${told}`;
    }),
    `${counted(total, 'different word')}; ${kept} of ${counted(words, 'word')} in ${counted(documents, 'document')}.`,
  ];
}
