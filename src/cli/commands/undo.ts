import type { Command } from 'commander';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';

/** `colligo undo` and `colligo redo` */
export function addUndo(program: Command): void {
  for (const verb of ['undo', 'redo'] as const) {
    onProject(program.command(verb))
      .description(verb === 'undo' ? 'take back the newest step' : 'bring back the step that was undone last')
      .option('--yes', "also where it is another coder's step")
      .addOption(coder())
      .addOption(json())
      .action((path: string, options: CommonOptions & { yes?: true }) =>
        withProject(path, 'write', options, async ({ client }) => {
          const state = await client.project.state();
          const next = state?.[verb];
          // Every step is from before this opening here, and asking for it by name is confirmation enough; another
          // coder's step is still named and wants --yes.
          const confirmed =
            next && (options.yes || next.coder.id === state?.coder?.id) ? { confirm: next.id } : {};
          const made = await (verb === 'undo'
            ? client.history.undo(confirmed)
            : client.history.redo(confirmed));
          print(options.json, made, [`${made.step.label}.`]);
        }),
      );
  }
}
