import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { FORMATS, type Format } from '../../contract/exports.ts';
import { counted } from '../../engine/find.ts';
import { comparedSentence, differenceLines } from '../compared.ts';
import { type DatasetOptions, datasetOptionsOf, withDatasetOptions } from '../dataset-options.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, type ScopeOptions, scopeOf } from '../scope.ts';

interface Options extends ScopeOptions, DatasetOptions {
  readonly json?: true;
  readonly format?: Format;
  readonly texts: boolean;
  readonly images?: boolean;
  readonly check?: true;
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
    .addOption(json())
    .action((path: string, target: string, options: Options) => {
      const more = datasetOptionsOf(options);
      return withProject(path, 'read', {}, async ({ engine, client, project, signal }) => {
        const scope = scopeOf(project.db, options);
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
        const made = await client.exports.dataset(
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
        const rows = made.files.filter((file) => file.rows !== null);
        print(options.json, made, [
          ...rows.map((file) => `${file.path}: ${counted(file.rows ?? 0, 'row')}`),
          `${counted(made.files.length, 'file')} written to ${made.name}.`,
        ]);
      });
    });
}
