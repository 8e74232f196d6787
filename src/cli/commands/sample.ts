import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { copySample } from '../../engine/sample/copy.ts';
import { json } from '../options.ts';
import { type CommonOptions, print } from '../program.ts';

/** `colligo sample` */
export function addSample(program: Command): void {
  program
    .command('sample')
    .description('write a copy of the sample project: six briefs on AI plans, coded by two people')
    .argument('<project>', 'where the file goes; .colligo is added where it is missing')
    .addOption(json())
    .action((path: string, options: CommonOptions) => {
      const file = resolve(extname(path) === '.colligo' ? path : `${path}.colligo`);
      copySample(file);
      print(options.json, { file }, [`Wrote the sample to ${basename(file)}.`]);
    });
}
