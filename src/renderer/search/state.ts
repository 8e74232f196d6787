import * as z from 'zod';
import { create } from 'zustand';
import type { SearchHit, SearchKind } from '../../contract/search.ts';
import { keep, recall } from '../state/storage.ts';
import { useWorkspace } from '../state/workspace.ts';

/** A search under way, or what it has found. */
export interface Run {
  readonly query: string;
  readonly kind: SearchKind;
  readonly isScoped: boolean;
  readonly hits: readonly SearchHit[];
  /** Places found, of which `hits` may be the first. */
  readonly total: number;
  readonly searched: number;
  readonly documents: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
}

export interface SearchState {
  /** The project that was searched: another one begins anew. */
  readonly projectId: string | null;
  /** What stands in the field. */
  readonly typed: string;
  /** Whether parts of words are looked for. */
  readonly inside: boolean;
  readonly run: Run | null;
  /** Documents whose places are hidden. */
  readonly folded: readonly string[];
  /** What was searched before, newest first. */
  readonly recent: readonly string[];
  /** Whether the field is asked to take the focus; it answers by setting this back. */
  readonly asked: boolean;
}

const NOTHING: SearchState = {
  projectId: null,
  typed: '',
  inside: false,
  run: null,
  folded: [],
  recent: [],
  asked: false,
};

const RECENT_MAX = 8;
const Recent = z.array(z.string().max(500)).max(RECENT_MAX);

/** The search of the project: it outlasts its view, so that coming back shows what was found. */
export const useSearch = create<SearchState>(() => NOTHING);

/** Begins anew in another project, with what was searched there before. */
export function enterSearch(): void {
  const { projectId } = useWorkspace.getState();
  if (useSearch.getState().projectId === projectId) return;
  const { asked } = useSearch.getState();
  const recent = recall(projectId, 'searches', Recent) ?? [];
  useSearch.setState({ ...NOTHING, asked, projectId, recent });
}

/** Remembers what was searched, once. */
export function rememberQuery(query: string): void {
  const { recent, projectId } = useSearch.getState();
  const next = [query, ...recent.filter((each) => each !== query)].slice(0, RECENT_MAX);
  useSearch.setState({ recent: next });
  keep(projectId, 'searches', next);
}
