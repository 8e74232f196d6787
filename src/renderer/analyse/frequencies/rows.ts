import type { CountedTable } from '../../../contract/cells.ts';
import type { CodeRow } from '../../../contract/codes.ts';
import type { Frequency } from '../state.ts';

/** How often a code occurs, over everything in scope. */
export interface CodeFrequency {
  readonly code: CodeRow;
  /** Distinct places. */
  readonly passages: number;
  readonly codings: number;
  /** That its places cover, each once. */
  readonly words: number;
  /** Documents in which it occurs. */
  readonly documents: number;
}

/**
 * Takes frequencies from a table of codes by documents: those with most come first, equal ones as the codebook has them. Codes that
 * only group others are left out, unless something is counted with them.
 */
export function frequenciesOf(
  table: CountedTable,
  codes: readonly CodeRow[],
  measure: Frequency,
): readonly CodeFrequency[] {
  const documents = new Int32Array(table.codes.length);
  table.cells.rows.forEach((row, at) => {
    if ((table.cells.spans[at] ?? 0) > 0) documents[row] = (documents[row] ?? 0) + 1;
  });
  const places = new Map(table.codes.map((id, place) => [id, place]));
  const totals = new Map(table.rows.map((cell) => [cell.row, cell]));
  const rows = codes.flatMap((code): CodeFrequency[] => {
    const place = places.get(code.id);
    const total = place === undefined ? undefined : totals.get(place);
    if (place === undefined || (!code.codable && (total?.codings ?? 0) === 0)) return [];
    const { spans: passages = 0, codings = 0, words = 0 } = total ?? {};
    return [{ code, passages, codings, words, documents: documents[place] ?? 0 }];
  });
  return rows.sort((a, b) => b[measure] - a[measure]);
}

/** What the sentence about frequencies is made of. */
export interface FrequencyExtremes {
  readonly most: CodeFrequency;
  /** How many others have as many as the first. */
  readonly ties: number;
  /** The only one that has least, of those that have any; null where there are several, or it is the first itself. */
  readonly rarest: CodeFrequency | null;
}

/** Says which code is the commonest, and which the rarest; null where nothing is counted. @param rows those with most first */
export function extremesOf(rows: readonly CodeFrequency[], measure: Frequency): FrequencyExtremes | null {
  const found = rows.filter((row) => row[measure] > 0);
  const [most] = found;
  const last = found.at(-1);
  if (most === undefined || last === undefined) return null;
  const ties = found.filter((row) => row[measure] === most[measure]).length - 1;
  const fewest = found.filter((row) => row[measure] === last[measure]);
  return { most, ties, rarest: fewest.length === 1 && last !== most ? last : null };
}
