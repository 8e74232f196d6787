import { canWrite, hasProject } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { narrowTo, toggleInScope } from '../scope/activate.ts';
import { removeDocument, targetDocument } from './actions.ts';
import { importFiles, importFolder } from './importing.ts';
import { useRenaming } from './renaming.ts';
import { targetForScope } from './scoping.ts';

function hasDocument(context: CommandContext): true | MessageId {
  const verdict = canWrite(context);
  return verdict === true && targetDocument() === undefined ? 'command.noDocument' : verdict;
}

function canScope(context: CommandContext): true | MessageId {
  const verdict = hasProject(context);
  return verdict === true && targetForScope() === undefined ? 'command.noDocument' : verdict;
}

/** Commands of the library. */
export const LIBRARY_COMMANDS: readonly Command[] = [
  {
    id: 'documents.import',
    title: 'command.documents.import',
    group: 'library',
    keys: ['Mod+Shift+I'],
    keysInBrowser: ['Mod+Alt+I'],
    when: canWrite,
    run: () => importFiles(),
  },
  {
    id: 'documents.importFolder',
    title: 'command.documents.importFolder',
    group: 'library',
    when: canWrite,
    run: () => importFolder(),
  },
  {
    id: 'documents.rename',
    title: 'command.documents.rename',
    group: 'library',
    keys: ['F2'],
    panes: ['library'],
    when: hasDocument,
    run: () => useRenaming.setState({ documentId: targetDocument()?.id ?? null }),
  },
  {
    id: 'scope.only',
    title: 'command.scope.only',
    group: 'library',
    keys: ['Shift+A'],
    panes: ['library'],
    when: canScope,
    run: () => {
      const target = targetForScope();
      if (target !== undefined) narrowTo(target.kind, target.id);
    },
  },
  {
    id: 'scope.toggle',
    title: 'command.scope.toggle',
    group: 'library',
    keys: ['A'],
    panes: ['library'],
    when: canScope,
    run: () => {
      const target = targetForScope();
      if (target !== undefined) toggleInScope(target.kind, target.id);
    },
  },
  {
    id: 'documents.remove',
    title: 'command.documents.remove',
    group: 'library',
    keys: ['Delete'],
    panes: ['library'],
    when: hasDocument,
    run: () => {
      const document = targetDocument();
      return document === undefined ? undefined : removeDocument(document);
    },
  },
];
