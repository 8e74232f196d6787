import type { CodebookVersion } from '../../contract/codebook-versions.ts';
import { showView } from '../app/lay.ts';
import { canChangeCodes, canWrite, hasProject } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { knownVersions, lockVersion, presentVersion, removeVersion } from './actions.ts';
import { askFor } from './state.ts';

/** For `when`: a version must be in front, and the project must be open for writing. */
function mayChange({ workspace, ...context }: CommandContext): true | MessageId {
  const verdict = canWrite({ workspace, ...context });
  if (verdict !== true) return verdict;
  return workspace.page === 'versions' && presentVersion() !== undefined ? true : 'versions.noVersion';
}

const locked = (): CodebookVersion | undefined => knownVersions().find(({ isLocked }) => isLocked);

/** A command for the version that is in front. */
function onPresent(
  name: string,
  title: MessageId,
  key: string,
  run: (version: CodebookVersion) => unknown,
): Command {
  return {
    id: `versions.${name}`,
    title,
    group: 'codebook',
    keys: [key],
    panes: ['versions'],
    when: mayChange,
    run: () => {
      const version = presentVersion();
      return version === undefined ? undefined : run(version);
    },
  };
}

/** Commands of the versions of the codebook; the first three hold wherever a project is open. */
export const VERSIONS_COMMANDS: readonly Command[] = [
  {
    id: 'versions.show',
    title: 'command.versions.show',
    group: 'codebook',
    keys: ['Shift+V'],
    panes: ['codebook'],
    when: hasProject,
    run: () => showView('versions'),
  },
  {
    id: 'versions.name',
    title: 'command.versions.name',
    group: 'codebook',
    keys: ['N'],
    panes: ['versions'],
    when: canWrite,
    run: () => {
      showView('versions');
      askFor({ kind: 'name' });
    },
  },
  {
    id: 'versions.unlock',
    title: 'command.versions.unlock',
    group: 'codebook',
    when: (context) => {
      const verdict = canWrite(context);
      return verdict === true && locked() === undefined ? 'versions.notLocked' : verdict;
    },
    run: () => {
      const version = locked();
      return version === undefined ? undefined : lockVersion(version, false);
    },
  },
  onPresent('lock', 'command.versions.lock', 'L', (version) => lockVersion(version, !version.isLocked)),
  {
    ...onPresent('restore', 'command.versions.restore', 'G', ({ id }) =>
      askFor({ kind: 'restore', versionId: id }),
    ),
    when: (context) => {
      const verdict = mayChange(context);
      return verdict === true ? canChangeCodes(context) : verdict;
    },
  },
  onPresent('edit', 'command.versions.edit', 'F2', ({ id }) => askFor({ kind: 'edit', versionId: id })),
  onPresent('remove', 'command.versions.remove', 'Delete', removeVersion),
  {
    id: 'versions.filter',
    title: 'command.versions.filter',
    group: 'codebook',
    keys: ['/'],
    panes: ['versions'],
    when: mayChange,
    run: () => document.querySelector<HTMLElement>('[data-pane=versions] .vs-filter input')?.focus(),
  },
];
