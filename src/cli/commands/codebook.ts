import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { counted } from '../../engine/find.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';

/** `colligo codebook import | list` */
export function addCodebook(program: Command): void {
  const codebook = program.command('codebook').description('import or list the codes');
  onProject(codebook.command('import'))
    .description('add the codes of a taxonomy that are not there yet')
    .argument('<file>', 'a taxonomy (.json), or indented lines of text (.txt)')
    .addOption(coder())
    .addOption(json())
    .action((path: string, file: string, options: CommonOptions) =>
      withProject(path, 'write', options, async ({ engine, client }) => {
        const made = await client.codes.importFile({ grant: engine.grants.issue(resolve(file), 'import') });
        const there =
          made.skipped > 0
            ? ` ${counted(made.skipped, 'code')} ${made.skipped === 1 ? 'was' : 'were'} there already.`
            : '';
        print(options.json, made, [`${counted(made.added, 'code')} added from ${basename(file)}.${there}`]);
      }),
    );
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
