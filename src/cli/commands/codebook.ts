import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { listReady } from '../../engine/codebook/ready.ts';
import { counted } from '../../engine/find.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';
import { usage } from '../usage.ts';
import { addCodebookVersions } from './codebook-versions.ts';

/** `colligo codebook import | ready | list` */
export function addCodebook(program: Command): void {
  const codebook = program
    .command('codebook')
    .description('import or list the codes, or the taxonomies that ship');
  addCodebookVersions(codebook);
  onProject(codebook.command('import'))
    .description('add the codes of a taxonomy that are not there yet')
    .argument('[file]', 'a taxonomy (.json), or indented lines of text (.txt)')
    .option(
      '--ready <name>',
      'instead of a file: a taxonomy that ships with Colligo; “codebook ready” lists them',
    )
    .addOption(coder())
    .addOption(json())
    .action((path: string, file: string | undefined, options: CommonOptions & { ready?: string }) => {
      const { ready } = options;
      if ((file === undefined) === (ready === undefined)) throw usage('give either a file or --ready');
      return withProject(path, 'write', options, async ({ engine, client }) => {
        const made =
          ready === undefined
            ? await client.codes.importFile({ grant: engine.grants.issue(resolve(file ?? ''), 'import') })
            : await client.codes.importReady({ key: ready });
        const there =
          made.skipped > 0
            ? ` ${counted(made.skipped, 'code')} ${made.skipped === 1 ? 'was' : 'were'} there already.`
            : '';
        const from = ready ?? basename(file ?? '');
        print(options.json, made, [`${counted(made.added, 'code')} added from ${from}.${there}`]);
      });
    });
  codebook
    .command('ready')
    .description('list the taxonomies that ship with Colligo')
    .addOption(json())
    .action(async (options: Pick<CommonOptions, 'json'>) => {
      const ready = await listReady();
      const lines = ready.map(
        ({ key, title, description, codes, themes }) =>
          `${key}: ${title}, ${counted(codes, 'code')} in ${counted(themes, 'theme')}\n    ${description}`,
      );
      print(options.json, { ready }, lines);
    });
  onProject(codebook.command('list'))
    .description('list the codes as a tree, with the passages that carry them')
    .addOption(json())
    .action((path: string, options: CommonOptions) =>
      withProject(path, 'read', options, async ({ client }) => {
        const codes = await client.codes.list();
        const lines = codes.map(
          (code) => `${'  '.repeat(code.depth)}${code.name}${code.codable ? `  ${code.passages}` : ''}`,
        );
        print(options.json, { codes }, lines.length > 0 ? lines : ['There are no codes yet.']);
      }),
    );
}
