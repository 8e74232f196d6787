import { resolve } from 'node:path';
import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import type { ImportEvent, ImportFile } from '../../contract/imports.ts';
import { counted } from '../../engine/find.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';

interface Options extends CommonOptions {
  readonly title?: string;
  readonly case?: string;
  readonly language?: string;
}

/** `colligo import` */
export function addImport(program: Command): void {
  onProject(program.command('import'))
    .description('add plans: .md and .txt files, folders of them, or a manifest (.json)')
    .argument('<path...>', 'files, folders or manifests')
    .option('--title <title>', 'for a single file: its title')
    .option('--case <name>', 'the case (jurisdiction, organisation) of files that do not say')
    .option('--language <tag>', 'the language of files that do not say, as a BCP 47 tag', 'en')
    .addOption(coder())
    .addOption(json())
    .action((path: string, paths: string[], options: Options) =>
      withProject(path, 'write', options, async ({ engine, client, signal }) => {
        const request = {
          grants: paths.map((one) => engine.grants.issue(resolve(one), 'import')),
          ...(options.language !== undefined && { language: options.language }),
          ...(options.title !== undefined && { title: options.title }),
          ...(options.case !== undefined && { case: options.case }),
        };
        const last = await follow(await client.imports.run(request, { signal }));
        const failed = last.files.filter((file) => file.state === 'failed');
        for (const file of failed) console.error(`${file.name}: ${file.message}`);
        print(options.json, last, report(last));
        // What could be read is in; what could not must not pass for done in a script.
        if (failed.length > 0) process.exitCode = 1;
        else if (last.files.length === 0) {
          console.error('There is nothing to import at that place.');
          process.exitCode = 1;
        }
      }),
    );
}

type Finished = Extract<ImportEvent, { type: 'finished' }>;

/** Shows progress on a terminal only, and waits for the end. */
async function follow(events: AsyncIterable<ImportEvent>): Promise<Finished> {
  const bar = process.stderr.isTTY
    ? new cliProgress.SingleBar({
        format: '{bar} {value}/{total} {name}',
        stream: process.stderr,
        clearOnComplete: true,
      })
    : null;
  try {
    for await (const event of events) {
      if (event.type === 'finished') return event;
      if (event.type === 'files')
        bar?.start(event.files.filter((file) => file.state === 'waiting').length, 0, { name: '' });
      else bar?.update(event.finished, { name: event.file.name });
    }
  } finally {
    bar?.stop();
  }
  throw new Error('the import ended without a report');
}

function report(last: Finished): string[] {
  const line = (file: ImportFile) =>
    `${SIGNS[file.state]} ${file.name}: ${[file.message, ...(file.notices ?? [])].join(' ')}`;
  return [
    ...last.files.filter((file) => file.state !== 'failed').map(line),
    `${counted(last.imported, 'document')} imported, ${last.failed} failed, ${last.skipped} left out.`,
  ];
}

const SIGNS: Record<ImportFile['state'], string> = {
  waiting: ' ',
  reading: ' ',
  done: '+',
  failed: '!',
  skipped: '-',
};
