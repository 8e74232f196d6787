import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type Dataset,
  type DatasetEvent,
  FORMATS,
  type Format,
  formatOf,
  REFI_PROFILES,
  type RefiOptions,
  type RefiProfile,
} from '../../contract/exports.ts';
import { counted } from '../../engine/find.ts';
import { terminalBar } from '../bar.ts';
import { comparedSentence, differenceLines } from '../compared.ts';
import { type DatasetOptions, datasetOptionsOf, withDatasetOptions } from '../dataset-options.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, type ScopeOptions, scopeOf } from '../scope.ts';
import { usage } from '../usage.ts';

interface Options extends ScopeOptions, DatasetOptions {
  readonly json?: true;
  readonly format?: Format;
  readonly texts: boolean;
  readonly images?: boolean;
  readonly check?: true;
  readonly profile?: RefiProfile;
  readonly plain?: true;
  readonly dryRun?: true;
}

/** `colligo export` */
export function addExport(program: Command): void {
  withDatasetOptions(inScope(onProject(program.command('export'))))
    .description('write the coded dataset: tables, dictionary, texts')
    .argument('<target>', 'where it goes: a folder, a zip (out.zip), or a file of a format that is one')
    .addOption(
      new Option(
        '--format <format>',
        'its form; without it, the ending of the target decides, and a folder or zip is a package',
      ).choices(FORMATS),
    )
    .option('--no-texts', 'leave the texts of the documents out')
    .option('--images', 'add a picture of each coded part of a page; they are left out otherwise')
    .option(
      '--check',
      'write nothing: say whether what lies there is what the project gives now; the exit code is 1 where it is not',
    )
    .addOption(
      new Option('--profile <program>', 'of a .qdpx: the program that it is for').choices(REFI_PROFILES),
    )
    .option(
      '--plain',
      'of a .qdpx: without the note by which Colligo reads back what REFI-QDA has no field for',
    )
    .option(
      '--dry-run',
      'of a .qdpx: write nothing, and say what it would hold otherwise than the project, or not',
    )
    .addOption(json())
    .action((path: string, target: string, options: Options) => {
      const refi = refiOf(options);
      const more = { ...datasetOptionsOf(options), ...(refi && { refi }) };
      if (options.dryRun && (options.format ?? formatOf(target)) !== 'refi')
        throw usage('--dry-run says what a REFI-QDA project would lose: give a name that ends in .qdpx');
      return withProject(path, 'read', {}, async ({ engine, client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        if (options.dryRun) {
          const { pseudonyms } = more;
          const asked = { pseudonyms, ...(refi && { refi }), ...(scope && { scope }) };
          const loss = await client.exports.loss(asked, { signal });
          print(options.json, loss, lossLines(loss.lines));
          return;
        }
        if (options.check) {
          const place = engine.grants.issue(resolve(target), 'open');
          const input = { grant: place, format: options.format, ...more, ...(scope && { scope }) };
          const check = await client.exports.check(input, { signal });
          const sentence = comparedSentence(check, basename(path));
          print(options.json, check, check.matches ? [sentence] : differenceLines(check));
          if (check.matches) return;
          console.error(sentence);
          process.exitCode = 1;
          return;
        }
        const grant = engine.grants.issue(resolve(target), 'save');
        const events = await client.exports.dataset(
          {
            grant,
            format: options.format,
            texts: options.texts,
            images: options.images ?? false,
            ...more,
            ...(scope && { scope }),
          },
          { signal },
        );
        const made = await follow(events);
        const rows = made.files.filter((file) => file.rows !== null);
        print(options.json, made, [
          ...rows.map((file) => `${file.path}: ${counted(file.rows ?? 0, 'row')}`),
          `${counted(made.files.length, 'file')} written to ${made.name}.`,
        ]);
      });
    });
}

/** Shows progress on a terminal only, and waits for the end. */
async function follow(events: AsyncIterable<DatasetEvent>): Promise<Dataset> {
  const bar = terminalBar('{bar} {percentage} %');
  bar?.start(1, 0);
  try {
    for await (const event of events) {
      if (event.type === 'finished') return event.dataset;
      bar?.setTotal(Math.max(event.total, 1));
      bar?.update(event.done);
    }
  } finally {
    bar?.stop();
  }
  throw new Error('the export ended without a report');
}

/** How a REFI-QDA project is asked for; undefined where nothing was said. */
function refiOf({ profile, plain }: Options): RefiOptions | undefined {
  if (profile === undefined && plain === undefined) return undefined;
  return { profile: profile ?? 'standard', plain: plain ?? false };
}

function lossLines(lines: readonly { what: string; count: number; becomes: string }[]): string[] {
  if (lines.length === 0) return ['Everything goes along as it is.'];
  return lines.map(({ what, count, becomes }) => `${what} (${count}): ${becomes}.`);
}
