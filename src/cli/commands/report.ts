import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CompareColumns } from '../../contract/compare.ts';
import {
  REPORT_FORMATS,
  REPORT_MEASURES,
  REPORT_SECTIONS,
  type ReportFormat,
  type ReportMeasure,
  ReportSection,
  USUAL_SECTIONS,
} from '../../contract/report.ts';
import { listAttributes } from '../../engine/cases/read.ts';
import { counted } from '../../engine/find.ts';
import type { Sql } from '../../engine/store/sql.ts';
import { collect, json, onProject, whole } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, named, type ScopeOptions, scopeOf } from '../scope.ts';

interface Options extends ScopeOptions {
  readonly format?: ReportFormat;
  readonly sections: readonly ReportSection[];
  readonly columns?: readonly string[];
  readonly measure: ReportMeasure;
  readonly rollUp?: true;
  readonly quotes: number | 'all';
  readonly pseudonyms?: true;
  readonly json?: true;
}

/** `colligo report` */
export function addReport(program: Command): void {
  inScope(onProject(program.command('report')))
    .description('write a report to be read: method notes, tables, quotes, codebook, cases')
    .argument('<target>', 'the file: out.html or out.docx')
    .addOption(
      new Option('--format <format>', 'its form; without it, the ending decides').choices(REPORT_FORMATS),
    )
    .addOption(
      new Option('--sections <list>', `what it holds, divided by commas: ${REPORT_SECTIONS.join(', ')}`)
        .argParser(sectionsOf)
        .default(USUAL_SECTIONS, 'all but memos'),
    )
    .addOption(
      new Option(
        '--columns <document, case or attribute>',
        'what stands in the columns of a table (document); may be given several times, for a table each',
      ).argParser(collect),
    )
    .addOption(
      new Option('--measure <measure>', 'what the tables count')
        .choices(REPORT_MEASURES)
        .default(REPORT_MEASURES[0]),
    )
    .option('--roll-up', 'count with a code what lies on the codes under it, each place once')
    .addOption(
      new Option('--quotes <number>', 'how many quotes of a code and a document at most, or “all”')
        .argParser((text) => (text === 'all' ? text : whole(text, 1, 10_000)))
        .default(3),
    )
    .option('--pseudonyms', 'call the coders “Coder 1”, “Coder 2” …')
    .addOption(json())
    .action((path: string, target: string, options: Options) =>
      withProject(path, 'read', {}, async ({ engine, client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const tables = (options.columns ?? ['document']).map((each) => columnsBy(project.db, each));
        const grant = engine.grants.issue(resolve(target), 'save');
        const made = await client.report.write(
          {
            grant,
            format: options.format,
            sections: [...options.sections],
            tables,
            measure: options.measure,
            rollUp: options.rollUp ?? false,
            quotes: options.quotes === 'all' ? null : options.quotes,
            pseudonyms: options.pseudonyms ?? false,
            ...(scope && { scope }),
          },
          { signal },
        );
        print(options.json, made, [
          `${made.name}: ${counted(made.tables, 'table')}, ${counted(made.quotes, 'quote')}.`,
        ]);
      }),
    );
}

/** @throws InvalidArgumentError, which ends the program as a misunderstood command */
function sectionsOf(text: string): ReportSection[] {
  return text.split(',').map((each) => {
    const section = ReportSection.safeParse(each.trim());
    if (section.success) return section.data;
    throw new InvalidArgumentError(`“${each.trim()}” is none of ${REPORT_SECTIONS.join(', ')}.`);
  });
}

/** @throws ColligoError NOT_FOUND or NOT_UNIQUE with the names of the attributes that there are */
function columnsBy(db: Sql, asked: string): CompareColumns {
  if (asked === 'document' || asked === 'case') return { by: asked };
  return { by: 'attribute', attribute: named(listAttributes(db), asked, 'attribute') };
}
