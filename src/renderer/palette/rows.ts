import type { LucideIcon } from 'lucide-react';
import type { MessageId } from '../messages/en.ts';
import { foldQuery, type Hits, match } from '../ranking/match.ts';

/** One thing that can be chosen. */
export interface PaletteRow {
  /** What tells it from the others, and finds it among the recent ones: `code 0198…`. */
  readonly key: string;
  readonly name: string;
  /** Where it belongs, in words: a path, a case, a document. */
  readonly place?: string | undefined;
  readonly icon: LucideIcon | { readonly name: string; readonly colour: string; readonly grouping: boolean };
  /** A quote of a document is set in the reading face, with what stands before and after. */
  readonly quote?: { readonly before: string; readonly after: string };
  readonly keys?: string | undefined;
  /** A number at the end of the row, with what it counts in words. */
  readonly count?: { readonly number: number; readonly words: string };
  /** Why it cannot be chosen now. */
  readonly reason?: string | undefined;
  readonly run: () => unknown;
}

/** A row with where the query matched its name. */
export interface Found {
  readonly row: PaletteRow;
  readonly hits: Hits;
  readonly tier: number;
}

/** Rows under one heading. */
export interface Group {
  readonly id: 'recent' | 'commands' | 'codes' | 'documents' | 'headings' | 'text' | 'help' | 'keys';
  readonly found: readonly Found[];
  /** How many were found beyond these. */
  readonly more: number;
}

/** The heading of a group. */
export const groupTitle = (id: Group['id']): MessageId => `palette.group.${id}`;

/** A name that holds every word of the query somewhere, in any order, fits worse than any other. */
const SCATTERED = 4;

function fitOf(name: string, query: string): { tier: number; hits: Hits } | null {
  const whole = match(name, query);
  if (whole !== null || !query.includes(' ')) return whole;
  const parts = query.split(' ').map((word) => match(name, word));
  if (parts.some((part) => part === null)) return null;
  const hits = parts.flatMap((part) => part?.hits ?? []).toSorted(([a], [b]) => a - b);
  const apart = hits.filter(([start], index) => start >= (hits[index - 1]?.[1] ?? 0));
  return { tier: SCATTERED, hits: apart };
}

/**
 * Finds the rows that what was typed may mean, likeliest first; among equals those chosen lately, then in their order.
 * @param recent keys of rows chosen lately, newest first
 */
export function rank(rows: readonly PaletteRow[], typed: string, recent: readonly string[]): Found[] {
  const query = foldQuery(typed);
  if (query === '') return rows.map((row) => ({ row, hits: [], tier: 0 }));
  const age = new Map(recent.map((key, index) => [key, index]));
  const found = rows.flatMap((row) => {
    const how = fitOf(row.name, query);
    return how === null ? [] : [{ row, ...how }];
  });
  const ageOf = ({ row }: Found) => age.get(row.key) ?? Number.MAX_SAFE_INTEGER;
  return found.sort((a, b) => a.tier - b.tier || ageOf(a) - ageOf(b));
}

/** Cuts a list to what a group shows. */
export function groupOf(id: Group['id'], found: readonly Found[], most: number): Group {
  return { id, found: found.slice(0, most), more: Math.max(0, found.length - most) };
}
