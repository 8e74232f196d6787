import type { Command } from 'commander';
import { findVersion } from '../../engine/codebook/versions/read.ts';
import { listCoders } from '../../engine/coders/read.ts';
import { counted } from '../../engine/find.ts';
import { changeLines, planLines } from '../change-lines.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';

interface NameOptions extends CommonOptions {
  readonly note?: string;
  readonly lock?: true;
}

/** `colligo codebook versions | name | lock | unlock | diff-versions | restore` */
export function addCodebookVersions(codebook: Command): void {
  onProject(codebook.command('versions'))
    .description('list the states of the codebook that were named, newest first')
    .addOption(json())
    .action((path: string, options: CommonOptions) =>
      withProject(path, 'read', options, async ({ client, project }) => {
        const versions = await client.codebookVersions.list();
        const names = new Map(listCoders(project.db).map(({ id, name }) => [id, name]));
        const lines = versions.flatMap((version) => {
          const marks = [version.isLocked ? 'locked' : '', version.isNow ? 'as it is now' : ''].filter(
            Boolean,
          );
          const said = `${version.createdAt}  ${names.get(version.createdBy) ?? ''}  ${version.name}  ${counted(version.codes, 'code')}`;
          const line = marks.length > 0 ? `${said} (${marks.join(', ')})` : said;
          return version.note === '' ? [line] : [line, `    ${version.note}`];
        });
        print(
          options.json,
          { versions },
          lines.length > 0 ? lines : ['No state of the codebook was named yet.'],
        );
      }),
    );
  onProject(codebook.command('name'))
    .description('name the codebook as it is, such as “round 2”')
    .argument('<name>', 'how this state is called')
    .option('--note <text>', 'what there is to say about it')
    .option('--lock', 'also lock the codebook, so that no code can be changed until it is unlocked')
    .addOption(coder())
    .addOption(json())
    .action((path: string, name: string, options: NameOptions) =>
      withProject(path, 'write', options, async ({ client }) => {
        const { note = '', lock = false } = options;
        const made = await client.codebookVersions.name({ name, note, lock });
        print(options.json, made, [made.step ? `${made.step.label}.` : (made.note ?? '')]);
      }),
    );
  addLock(codebook, 'lock', 'lock the codebook as a version that it still is');
  addLock(codebook, 'unlock', 'unlock the codebook, so that codes can be changed again');
  onProject(codebook.command('diff-versions'))
    .description('say what changed between two versions of the codebook, or one and the codebook as it is')
    .argument('<from>', 'the name of a version')
    .argument('[to]', 'the name of another; without it, the codebook as it is')
    .addOption(json())
    .action((path: string, from: string, to: string | undefined, options: CommonOptions) =>
      withProject(path, 'read', options, async ({ client, project }) => {
        const changes = await client.codebookVersions.diff({
          from: findVersion(project.db, from),
          to: to === undefined ? null : findVersion(project.db, to),
        });
        print(options.json, { changes }, changes.length > 0 ? changeLines(changes) : ['Nothing changed.']);
      }),
    );
  onProject(codebook.command('restore'))
    .description('go back to a version of the codebook, as one step; no coding is lost')
    .argument('<version>', 'its name')
    .option('--dry-run', 'say what would happen, and change nothing')
    .addOption(coder())
    .addOption(json())
    .action((path: string, name: string, options: CommonOptions & { dryRun?: true }) =>
      withProject(path, options.dryRun ? 'read' : 'write', options, async ({ client, project }) => {
        const version = findVersion(project.db, name);
        const plan = await client.codebookVersions.restorePlan({ version });
        if (options.dryRun) return print(options.json, { plan }, planLines(plan));
        const made = await client.codebookVersions.restore({ version });
        print(options.json, { ...made, plan }, [made.step ? `${made.step.label}.` : (made.note ?? '')]);
      }),
    );
}

function addLock(codebook: Command, verb: 'lock' | 'unlock', description: string): void {
  onProject(codebook.command(verb))
    .description(description)
    .argument('<version>', 'its name')
    .addOption(coder())
    .addOption(json())
    .action((path: string, name: string, options: CommonOptions) =>
      withProject(path, 'write', options, async ({ client, project }) => {
        const version = findVersion(project.db, name);
        const made = await client.codebookVersions.lock({ version, locked: verb === 'lock' });
        print(options.json, made, [made.step ? `${made.step.label}.` : (made.note ?? '')]);
      }),
    );
}
