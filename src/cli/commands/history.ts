import type { Command } from 'commander';
import { json, onProject, whole } from '../options.ts';
import { print, withProject } from '../program.ts';

/** `colligo history` */
export function addHistory(program: Command): void {
  onProject(program.command('history'))
    .description('list the steps, newest first')
    .option('--limit <number>', 'how many at most', (text) => whole(text, 1))
    .addOption(json())
    .action((path: string, options: { json?: true; limit?: number }) =>
      withProject(path, 'read', options, async ({ client }) => {
        const steps = await client.history.list({ limit: options.limit ?? 1_000_000 });
        print(
          options.json,
          { steps },
          steps.map(
            (step) => `${step.at}  ${step.coder.name}  ${step.label}${step.undone ? ' (undone)' : ''}`,
          ),
        );
      }),
    );
}
