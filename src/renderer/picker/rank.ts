import type { CodeRow } from '../../contract/codes.ts';
import { fold, foldQuery, type Hits, matchPrepared, type Prepared, prepare } from '../ranking/match.ts';

/** What ranking may know about how codes have been used. */
export interface Usage {
  /** Codes that lie somewhere in the open document. */
  readonly inDocument: ReadonlySet<string>;
  /** Codes applied lately, newest first. */
  readonly recent: readonly string[];
}

export interface Ranked {
  readonly code: CodeRow;
  readonly hits: Hits;
  /** Whether another code has the same name, so that the path has to tell them apart. */
  readonly homonym: boolean;
  readonly hint: 'document' | 'recent' | null;
  /** The other word that what was typed was found in, where the name does not have it. */
  readonly also: string | null;
}

interface Entry {
  readonly code: CodeRow;
  readonly name: Prepared;
  /** What else it is called or found by, with its notation. */
  readonly others: readonly { readonly text: string; readonly prepared: Prepared }[];
  readonly homonym: boolean;
}

const known = new WeakMap<readonly CodeRow[], readonly Entry[]>();

/** The names of a codebook made ready: worked out with the first letter that is typed, not with every one. */
function entriesOf(codes: readonly CodeRow[]): readonly Entry[] {
  const before = known.get(codes);
  if (before !== undefined) return before;
  const names = codes.map(({ name }) => prepare(name));
  const counts = new Map<string, number>();
  for (const { text } of names) counts.set(text, (counts.get(text) ?? 0) + 1);
  const entries = codes.map((code, index): Entry => {
    const name = names[index] ?? prepare(code.name);
    const words = [...(code.notation === undefined ? [] : [code.notation]), ...(code.also ?? [])];
    const others = words.map((text) => ({ text, prepared: prepare(text) }));
    return { code, name, others, homonym: (counts.get(name.text) ?? 0) > 1 };
  });
  known.set(codes, entries);
  return entries;
}

/** How well a query fits the name of a code or, where it does not, the first of its other words that it fits. */
function fitOf(
  { name, others }: Entry,
  query: string,
): { tier: number; hits: Hits; also: string | null } | null {
  if (query === '') return { tier: 0, hits: [], also: null };
  const fit = matchPrepared(name, query);
  if (fit !== null) return { ...fit, also: null };
  for (const { text, prepared } of others) {
    const other = matchPrepared(prepared, query);
    if (other !== null) return { tier: other.tier, hits: [], also: text };
  }
  return null;
}

/**
 * Finds the codes a typed word may mean, likeliest first: prefix of any word, then initials, then anywhere inside, in the name
 * or in what else the code is called; among equals those whose name it is, then those used in this document, then the recent
 * ones, then the much used, then as the codebook has them. Codes that only group are left out.
 */
export function rankCodes(codes: readonly CodeRow[], typed: string, usage: Usage): Ranked[] {
  const query = foldQuery(typed);
  const recency = new Map(usage.recent.map((id, index) => [id, index]));
  const found = entriesOf(codes).flatMap((entry) => {
    const { code, homonym } = entry;
    if (!code.codable) return [];
    const fit = fitOf(entry, query);
    if (fit === null) return [];
    const here = usage.inDocument.has(code.id);
    const recent = recency.get(code.id);
    const hint = here ? ('document' as const) : recent === undefined ? null : ('recent' as const);
    return [{ tier: fit.tier, here, recent, row: { code, hits: fit.hits, homonym, hint, also: fit.also } }];
  });
  found.sort(
    (a, b) =>
      a.tier - b.tier ||
      Number(a.row.also !== null) - Number(b.row.also !== null) ||
      Number(b.here) - Number(a.here) ||
      (a.recent ?? Number.MAX_SAFE_INTEGER) - (b.recent ?? Number.MAX_SAFE_INTEGER) ||
      b.row.code.passages - a.row.code.passages,
  );
  return found.map(({ row }) => row);
}

/** Whether a code of exactly this name exists under a parent, or at the top level, so that creating it would make a homonym. */
export function isTaken(codes: readonly CodeRow[], typed: string, parentId: string | null): boolean {
  const wanted = fold(typed.trim());
  return entriesOf(codes).some(({ code, name }) => code.parentId === parentId && name.text === wanted);
}
