import type { Command } from 'commander';
import { findCode } from '../../engine/codebook/read.ts';
import { findDocument } from '../../engine/documents/find.ts';
import { coder, collect, document, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';
import { usage } from '../usage.ts';

interface Options extends CommonOptions {
  readonly document: string;
  readonly code?: string[];
  readonly all?: true;
  readonly clear?: true;
}

/** `colligo review` */
export function addReview(program: Command): void {
  onProject(program.command('review'))
    .description(
      'say that you have looked for codes in a document: what was not found is then absent, not just uncoded',
    )
    .addOption(document())
    .option('--code <name or path>', 'a code; may be given several times', collect)
    .option('--all', 'every code of the codebook that can be applied')
    .option('--clear', 'take it back')
    .addOption(coder())
    .addOption(json())
    .action((path: string, options: Options) => {
      if ((options.all === undefined) === (options.code === undefined))
        throw usage('give either --code or --all');
      return withProject(path, 'write', options, async ({ client, project }) => {
        const id = findDocument(project.db, options.document);
        const codes = options.code
          ? options.code.map((code) => findCode(project.db, code))
          : (await client.codes.list()).filter((code) => code.codable).map((code) => code.id);
        const made = await client.reviews.set({ document: id, codes, reviewed: !options.clear });
        print(options.json, made, [made.step ? `${made.step.label}.` : (made.note ?? '')]);
      });
    });
}
