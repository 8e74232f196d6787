import { basename } from 'node:path';
import type { Command } from 'commander';
import { counted } from '../../engine/find.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';

/** `colligo check` */
export function addCheck(program: Command): void {
  onProject(program.command('check'))
    .description('verify the whole file: pages, references, hashes, and every passage against its text')
    .addOption(json())
    .action((path: string, options: { json?: true }) =>
      withProject(path, 'read', options, async ({ client, signal }) => {
        const report = await client.project.check(undefined, { signal });
        const { documents = 0, passages = 0, codings = 0, steps = 0 } = report.checked;
        const what = [
          counted(documents, 'document'),
          counted(passages, 'passage'),
          counted(codings, 'coding'),
          counted(steps, 'step'),
        ];
        print(
          options.json,
          report,
          report.ok ? [`${basename(path)} is sound: ${what.join(', ')}.`] : report.problems,
        );
        if (!report.ok) {
          console.error(
            `${basename(path)} has ${counted(report.problems.length, 'problem')}. Open the newest backup from ${basename(path)}-backups.`,
          );
          process.exitCode = 1;
        }
      }),
    );
}
