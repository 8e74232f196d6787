import type { CodeRow } from '../../../contract/codes.ts';
import type { CompareMeetings } from '../../../contract/compare.ts';

/** A code that is found, and how many distinct places it has. */
export interface MetCode {
  readonly code: CodeRow;
  readonly places: number;
}

/** Two codes that meet. */
export interface Meeting {
  readonly a: MetCode;
  readonly b: MetCode;
  /** Pairs of places that are near each other. */
  readonly times: number;
  readonly documents: number;
}

/** Codes with the most places first, and meetings with the most first; equal ones as the codebook has them. */
export interface Met {
  readonly codes: readonly MetCode[];
  readonly meetings: readonly Meeting[];
}

/** Gives the engine's counts with the codes themselves; codes without a place are left out. */
export function metOf({ codes: ids, places, pairs }: CompareMeetings, codes: readonly CodeRow[]): Met {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const all = ids.map((id, place): MetCode | null => {
    const code = byId.get(id);
    return code === undefined ? null : { code, places: places[place] ?? 0 };
  });
  const meetings = pairs.flatMap(({ a, b, places: times, documents }): Meeting[] => {
    const [first, second] = [all[a] ?? null, all[b] ?? null];
    return first === null || second === null ? [] : [{ a: first, b: second, times, documents }];
  });
  return {
    codes: all
      .flatMap((each) => (each === null || each.places === 0 ? [] : [each]))
      .sort((a, b) => b.places - a.places),
    meetings: meetings.sort((a, b) => b.times - a.times),
  };
}

/**
 * Chooses what is drawn: the codes of the strongest pairs, and what meets among them. By their own number of places codes could be
 * chosen that meet nothing, while the pair that the sentence names is missing.
 * @param most how many codes; null for all
 * @param least fewer meetings than this are too few
 */
export function drawnOf({ codes, meetings }: Met, most: number | null, least: number): Met {
  const enough = meetings.filter(({ times }) => times >= least);
  const chosen = new Set<MetCode>();
  for (const { a, b } of enough) {
    const more = [a, b].filter((each) => !chosen.has(each));
    if (chosen.size + more.length > (most ?? codes.length)) continue;
    for (const each of more) chosen.add(each);
  }
  return {
    codes: codes.filter((each) => chosen.has(each)),
    meetings: enough.filter(({ a, b }) => chosen.has(a) && chosen.has(b)),
  };
}
