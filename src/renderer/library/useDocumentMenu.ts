import { gather, knownCases } from '../cases/actions.ts';
import { canWrite } from '../commands/conditions.ts';
import { commandContext } from '../commands/context.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { inspectDocument } from '../inspector/commands.ts';
import { useText } from '../messages/intl.tsx';
import { readBeside } from '../parallel/beside.ts';
import { narrowTo, toggleInScope } from '../scope/activate.ts';
import { useScope } from '../state/scope.ts';
import type { MenuRow } from '../ui/Menu.tsx';
import { isPdf, openDocument, removeDocument } from './actions.ts';
import { saveAnnotated } from './annotated.ts';
import { useRenaming } from './renaming.ts';
import { askForHighlights } from './taking.ts';
import type { LibraryRow } from './useLibrary.ts';

/** What the scope can do with a document; the same words and keys as in the registry, for this very row. */
function useScopeRows(id: string): MenuRow[] {
  const t = useText();
  const isChosen = useScope(({ scope }) => scope.documents.includes(id));
  const actions: Readonly<Record<string, () => void>> = {
    'scope.only': () => narrowTo('documents', id),
    'scope.toggle': () => toggleInScope('documents', id),
  };
  return useMenuRows(['scope.only', 'scope.toggle']).map((row) => {
    if (row === '-') return row;
    const { reason: _, ...rest } = row;
    const label =
      row.id === 'scope.only' ? row.label : t(isChosen ? 'library.scope.out' : 'library.scope.in');
    return { ...rest, label, run: () => actions[row.id]?.() };
  });
}

/** The cases, those of the document marked; choosing one puts the document into it, or takes it out. */
function useCaseRow(document: LibraryRow): MenuRow {
  const t = useText();
  const verdict = canWrite(commandContext());
  const below = knownCases().map((each): MenuRow => {
    const belongs = each.documents.includes(document.id);
    return {
      id: each.id,
      label: each.name,
      checked: belongs,
      toggles: true,
      run: () => void gather(each, document, !belongs),
    };
  });
  return {
    id: 'cases',
    label: t('library.cases'),
    reason: verdict !== true ? t(verdict) : below.length === 0 ? t('document.case.none') : undefined,
    below,
  };
}

/** What can be done with a document; the same words and keys as in the registry, for this very row. */
export function useDocumentMenu(document: LibraryRow): MenuRow[] {
  const t = useText();
  const [properties, rename, highlights, annotated, remove] = useMenuRows([
    'document.inspect',
    'documents.rename',
    'documents.highlights',
    'documents.annotated',
    'documents.remove',
  ]);
  const scoping = useScopeRows(document.id);
  const cases = useCaseRow(document);
  const rows: MenuRow[] = [
    { id: 'open', label: t('command.documents.open'), keys: 'Enter', run: () => openDocument(document.id) },
    { id: 'beside', label: t('parallel.beside'), run: () => readBeside(document.id) },
    ...scoping,
    '-',
  ];
  if (properties !== undefined && properties !== '-') {
    const { reason: _, ...rest } = properties;
    rows.push({ ...rest, label: t('library.properties'), run: () => inspectDocument(document.id) });
  }
  rows.push(cases);
  if (rename !== undefined && rename !== '-') {
    const { reason: _, ...rest } = rename;
    const run = () => useRenaming.getState().rename(document.id);
    rows.push({ ...rest, label: t('library.rename'), run });
  }
  if (isPdf(document) && highlights !== undefined && highlights !== '-') {
    // What the reason would be about is the document that is open, not this one.
    const verdict = canWrite(commandContext());
    const reason = verdict === true ? undefined : t(verdict);
    const run = () => askForHighlights(document);
    rows.push({ ...highlights, label: t('library.highlights'), reason, run });
  }
  if (isPdf(document) && annotated !== undefined && annotated !== '-') {
    const { reason: _, ...rest } = annotated;
    rows.push({ ...rest, label: t('library.annotated'), run: () => void saveAnnotated(document) });
  }
  if (remove !== undefined && remove !== '-') {
    const { reason: _, ...rest } = remove;
    rows.push('-', { ...rest, label: t('library.remove'), run: () => void removeDocument(document) });
  }
  return rows;
}
