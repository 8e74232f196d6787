import { resolve } from 'node:path';
import type { Command } from 'commander';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { named } from '../scope.ts';

interface Options {
  readonly save?: string;
  readonly to?: string;
  readonly json?: true;
}

/** `colligo files` */
export function addFiles(program: Command): void {
  onProject(program.command('files'))
    .description('list the files that are kept with a project, such as recordings, or save one')
    .option('--save <name>', 'the file to save')
    .option('--to <file>', 'with --save: where it goes; under its name by default')
    .addOption(json())
    .action((path: string, { save, to, json: asJson }: Options) =>
      withProject(path, 'read', {}, async ({ engine, client, signal }) => {
        const files = await client.attachments.list();
        if (save === undefined) {
          const lines = files.map(({ name, mediaType, bytes }) => `${name}  ${mediaType}  ${bytes} bytes`);
          print(asJson, { files }, lines.length > 0 ? lines : ['No files are kept with this project.']);
          return;
        }
        const id = named(files, save, 'file');
        const name = files.find((file) => file.id === id)?.name ?? save;
        const grant = engine.grants.issue(resolve(to ?? name), 'save');
        const saved = await client.attachments.save({ grant, attachment: id }, { signal });
        print(asJson, saved, [`${saved.name} written.`]);
      }),
    );
}
