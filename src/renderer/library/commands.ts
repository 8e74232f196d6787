import { removeCase } from '../cases/actions.ts';
import { canWrite, hasProject } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { narrowTo, toggleInScope } from '../scope/activate.ts';
import { usePanes } from '../state/panes.ts';
import { isPdf, removeDocument } from './actions.ts';
import { saveAnnotated } from './annotated.ts';
import { importFiles, importFolder } from './importing.ts';
import { useRenaming } from './renaming.ts';
import { askForHighlights } from './taking.ts';
import { libraryTarget } from './target.ts';

function canChange(context: CommandContext): true | MessageId {
  const verdict = canWrite(context);
  return verdict === true && libraryTarget() === undefined ? 'command.noDocument' : verdict;
}

function canScope(context: CommandContext): true | MessageId {
  const verdict = hasProject(context);
  return verdict === true && libraryTarget() === undefined ? 'command.noDocument' : verdict;
}

function canTakeHighlights(context: CommandContext): true | MessageId {
  const verdict = canChange(context);
  if (verdict !== true) return verdict;
  const target = libraryTarget();
  return target?.kind === 'documents' && isPdf(target.document) ? true : 'command.noHighlights';
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
    id: 'cases.create',
    title: 'command.cases.create',
    group: 'library',
    keys: ['N'],
    panes: ['library'],
    when: canWrite,
    run: () => {
      usePanes.getState().toggle('left', true);
      useRenaming.getState().nameCase();
    },
  },
  {
    id: 'documents.annotated',
    title: 'command.documents.annotated',
    group: 'library',
    when: (context) => {
      const verdict = hasProject(context);
      if (verdict !== true) return verdict;
      const target = libraryTarget();
      return target?.kind === 'documents' && isPdf(target.document) ? true : 'command.noPdf';
    },
    run: () => {
      const target = libraryTarget();
      return target?.kind === 'documents' ? saveAnnotated(target.document) : undefined;
    },
  },
  {
    id: 'documents.rename',
    title: 'command.documents.rename',
    group: 'library',
    keys: ['F2'],
    panes: ['library'],
    when: canChange,
    run: () => {
      const target = libraryTarget();
      if (target !== undefined) useRenaming.getState().rename(target.id);
    },
  },
  {
    id: 'scope.only',
    title: 'command.scope.only',
    group: 'library',
    keys: ['Shift+A'],
    panes: ['library'],
    when: canScope,
    run: () => {
      const target = libraryTarget();
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
      const target = libraryTarget();
      if (target !== undefined) toggleInScope(target.kind, target.id);
    },
  },
  {
    id: 'documents.highlights',
    title: 'command.documents.highlights',
    group: 'library',
    when: canTakeHighlights,
    run: () => {
      const target = libraryTarget();
      if (target?.kind === 'documents') askForHighlights(target.document);
    },
  },
  {
    id: 'documents.remove',
    title: 'command.documents.remove',
    group: 'library',
    keys: ['Delete'],
    panes: ['library'],
    when: canChange,
    run: () => {
      const target = libraryTarget();
      if (target === undefined) return undefined;
      return target.kind === 'cases' ? removeCase(target.of) : removeDocument(target.document);
    },
  },
];
