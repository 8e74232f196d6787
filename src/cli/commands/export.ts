import { resolve } from 'node:path';
import type { Command } from 'commander';
import { counted } from '../../engine/find.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';

/** `colligo export` */
export function addExport(program: Command): void {
  onProject(program.command('export'))
    .description('write the coded dataset: tables, dictionary, texts')
    .argument('<folder or zip>', 'where it goes; a name that ends in .zip makes a zip')
    .option('--no-texts', 'leave the texts of the documents out')
    .option('--images', 'add a picture of each coded part of a page; they are left out otherwise')
    .addOption(json())
    .action((path: string, target: string, options: { json?: true; texts: boolean; images?: true }) =>
      withProject(path, 'read', options, async ({ engine, client, signal }) => {
        const grant = engine.grants.issue(resolve(target), 'save');
        const made = await client.exports.dataset(
          { grant, texts: options.texts, images: options.images ?? false },
          { signal },
        );
        const rows = made.files.filter((file) => file.rows !== null);
        print(options.json, made, [
          ...rows.map((file) => `${file.path}: ${counted(file.rows ?? 0, 'row')}`),
          `${counted(made.files.length, 'file')} written to ${made.name}.`,
        ]);
      }),
    );
}
