import type { CodeRow } from '../../contract/codes.ts';

/** What ranking may know about how codes have been used. */
export interface Usage {
  /** Codes that lie somewhere in the open document. */
  readonly inDocument: ReadonlySet<string>;
  /** Codes applied lately, newest first. */
  readonly recent: readonly string[];
}

export interface Ranked {
  readonly code: CodeRow;
  /** Where the query matched the name: [start, end) in UTF-16; several for initials; none for an empty query. */
  readonly hits: readonly (readonly [start: number, end: number])[];
  /** Whether another code has the same name, so that the path has to tell them apart. */
  readonly homonym: boolean;
  readonly hint: 'document' | 'recent' | null;
}

type Hits = Ranked['hits'];

/** Lower case without accents, unit for unit, so that a place in the folded name is a place in the name. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === character.length ? bare : character.toLowerCase().slice(0, character.length);
  }).join('');
}

/** Where words begin: after anything that is neither letter nor digit. */
function wordStarts(name: string): number[] {
  return [...name.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index);
}

/** How well a query fits a name: 0 the name itself, 1 prefix of a word, 2 initials, 3 anywhere inside; null not at all. */
function match(name: string, query: string): { tier: number; hits: Hits } | null {
  const text = fold(name);
  if (text === query) return { tier: 0, hits: [[0, name.length]] };
  const starts = wordStarts(text);
  const prefix = starts.find((start) => text.startsWith(query, start));
  if (prefix !== undefined) return { tier: 1, hits: [[prefix, prefix + query.length]] };
  const initials = starts.map((start) => text.charAt(start)).join('');
  const first = query.length > 1 ? initials.indexOf(query) : -1;
  if (first >= 0) {
    const letters = starts.slice(first, first + query.length);
    return { tier: 2, hits: letters.map((start) => [start, start + 1] as const) };
  }
  const inside = text.indexOf(query);
  return inside < 0 ? null : { tier: 3, hits: [[inside, inside + query.length]] };
}

/** Names that more than one of these codes bears. */
function homonymsOf(codes: readonly CodeRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of codes) (seen.has(fold(name)) ? twice : seen).add(fold(name));
  return twice;
}

/**
 * Finds the codes a typed word may mean, likeliest first: prefix of any word, then initials, then anywhere inside;
 * among equals those used in this document, then the recent ones, then the much used. Codes that only group are left out.
 */
export function rankCodes(codes: readonly CodeRow[], typed: string, usage: Usage): Ranked[] {
  const query = fold(typed.trim().replace(/\s+/g, ' '));
  const homonyms = homonymsOf(codes);
  const recency = new Map(usage.recent.map((id, index) => [id, index]));
  const found = codes.flatMap((code) => {
    if (!code.codable) return [];
    const fit = query === '' ? { tier: 0, hits: [] } : match(code.name, query);
    if (fit === null) return [];
    const here = usage.inDocument.has(code.id);
    const recent = recency.get(code.id);
    const hint = here ? ('document' as const) : recent === undefined ? null : ('recent' as const);
    const homonym = homonyms.has(fold(code.name));
    return [{ tier: fit.tier, here, recent, row: { code, hits: fit.hits, homonym, hint } }];
  });
  found.sort(
    (a, b) =>
      a.tier - b.tier ||
      Number(b.here) - Number(a.here) ||
      (a.recent ?? Number.MAX_SAFE_INTEGER) - (b.recent ?? Number.MAX_SAFE_INTEGER) ||
      b.row.code.passages - a.row.code.passages ||
      a.row.code.path.localeCompare(b.row.code.path),
  );
  return found.map(({ row }) => row);
}

/** Whether a code of exactly this name exists at the top level, so that creating it would make a homonym. */
export function isTaken(codes: readonly CodeRow[], typed: string): boolean {
  const name = fold(typed.trim());
  return codes.some((code) => code.parentId === null && fold(code.name) === name);
}
