import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { json } from '../options.ts';
import { type CommonOptions, print, withEngine } from '../program.ts';

/** `colligo new` */
export function addNew(program: Command): void {
  program
    .command('new')
    .description('make a new project')
    .argument('<project>', 'where the file goes; .colligo is added where it is missing')
    .option('--title <title>', 'what the project is called; the name of the file by default')
    .option('--coder <name>', 'who you are; remembered as your profile if you have none yet')
    .addOption(json())
    .action((path: string, options: CommonOptions & { title?: string }) =>
      withEngine(async ({ engine, client }) => {
        const file = resolve(extname(path) === '.colligo' ? path : `${path}.colligo`);
        const title = options.title ?? basename(file, '.colligo');
        const state = await client.project.create({
          grant: engine.grants.issue(file, 'save'),
          title,
          ...(options.coder !== undefined && { coder: options.coder }),
        });
        print(options.json, { project: { id: state.id, title: state.title, file }, coder: state.coder }, [
          `Made ${basename(file)}, “${state.title}”, coded by ${state.coder?.name ?? 'nobody yet'}.`,
        ]);
      }),
    );
}
