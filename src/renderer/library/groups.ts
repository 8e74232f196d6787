import type { DocumentRow } from '../../contract/documents.ts';
import type { LibraryRow } from './useLibrary.ts';

/** A case with its documents; `caseId` null for those without one. */
export interface CaseGroup<Row = LibraryRow> {
  readonly caseId: string | null;
  readonly name: string | null;
  readonly documents: readonly Row[];
}

/**
 * Puts documents under their cases, in the order in which the cases first appear; a document of several cases stands under
 * each, one of none under a last group. Cases without documents come first, where they were named. Nothing is dropped.
 * @param documents in library order
 * @param cases all of them, in their order
 * @returns null where there is no case, so that the list need not be a tree
 */
export function groupByCase<Row extends Pick<DocumentRow, 'cases'>>(
  documents: readonly Row[],
  cases: readonly { readonly id: string; readonly name: string }[],
): readonly CaseGroup<Row>[] | null {
  const groups = new Map<string, { name: string; documents: Row[] }>();
  const without: Row[] = [];
  for (const document of documents) {
    if (document.cases.length === 0) without.push(document);
    for (const { id, name } of document.cases) {
      const group = groups.get(id) ?? { name, documents: [] };
      group.documents.push(document);
      groups.set(id, group);
    }
  }
  const empty = cases
    .filter(({ id }) => !groups.has(id))
    .map(({ id, name }) => ({ caseId: id, name, documents: [] }));
  const named = [...empty, ...[...groups].map(([caseId, group]) => ({ caseId, ...group }))];
  if (named.length === 0) return null;
  return without.length === 0 ? named : [...named, { caseId: null, name: null, documents: without }];
}

/** What kind of file a document came from, as two to four capital letters: `MD`, `TXT`. */
export function kindOfFile(fileName: string): string {
  const extension = /\.([^.]{1,8})$/.exec(fileName)?.[1]?.toUpperCase() ?? '';
  return extension === 'MARKDOWN' ? 'MD' : extension.slice(0, 4);
}
