import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Headings } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { useWorkspace } from '../state/workspace.ts';
import type { Mode } from './prefixes.ts';

/** Headings that are fetched; who does not find theirs among them types on. */
const MOST = 50;
/** One letter stands in nearly every heading: among everything else they are not looked for yet. */
const LEAST = 2;

const NONE: Headings = { headings: [], total: 0 };

/**
 * Finds headings in all documents by what is typed; before anything is, those of the open document.
 * @param enabled whether a project is open
 */
export function useHeadings(mode: Mode, query: string, enabled: boolean): Headings {
  const open = useWorkspace((workspace) => workspace.documentId);
  const isOutline = query === '';
  const asks =
    enabled && (mode === 'places' ? !isOutline || open !== null : mode === 'all' && query.length >= LEAST);
  const { data } = useQuery({
    ...api.documents.headings.queryOptions({
      input: { query, limit: MOST, ...(isOutline && open !== null ? { document: open } : {}) },
    }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  return asks ? (data ?? NONE) : NONE;
}
