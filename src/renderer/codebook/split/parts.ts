import type { CodeRow } from '../../../contract/codes.ts';
import type { QuoteRow } from '../../../contract/passages.ts';
import { type Place, placeAfter } from '../tree.ts';

/** A code that takes a part: one that is there, or one to be made. */
export type Part = { readonly code: CodeRow } | { readonly name: string };

/** What a part is called. */
export const partName = (part: Part): string => ('code' in part ? part.code.name : part.name);

/** A passage that the person has coded with the code that is split. */
export interface Piece {
  readonly codingId: string;
  readonly row: QuoteRow;
}

/** The number that stands for the code itself: what goes to it stays. */
export const STAYS = 0;

/** Where pieces go: numbers of parts, from 1, by coding; what is not in it stays. */
export type Shares = ReadonlyMap<string, readonly number[]>;

/** @returns where a piece goes */
export const shareOf = (shares: Shares, codingId: string): readonly number[] =>
  shares.get(codingId) ?? [STAYS];

/**
 * Sends pieces to a part.
 * @param adds beside where they go already, or, where all of them go there, not there any more; else there alone
 */
export function send(shares: Shares, pieces: readonly string[], number: number, adds: boolean): Shares {
  const isThere = pieces.every((id) => shareOf(shares, id).includes(number));
  const next = new Map(shares);
  for (const id of pieces) {
    const now = shareOf(shares, id);
    const others = now.filter((each) => each !== number);
    const share = !adds ? [number] : isThere ? others : [...others, number];
    next.set(id, share.length === 0 ? [STAYS] : share.toSorted((a, b) => a - b));
  }
  return next;
}

/** Sends pieces to the part after, or before, the one that they go to. */
export function turn(shares: Shares, pieces: readonly string[], step: 1 | -1, parts: number): Shares {
  const [now = STAYS] = shareOf(shares, pieces[0] ?? '');
  return send(shares, pieces, (now + step + parts + 1) % (parts + 1), false);
}

/** @returns the shares once a part is no more: what went there alone stays, and parts after it move up */
export function withoutPart(shares: Shares, number: number): Shares {
  const entries = [...shares].map(([id, share]) => {
    const rest = share.filter((each) => each !== number).map((each) => (each > number ? each - 1 : each));
    return [id, rest.length === 0 ? [STAYS] : rest] as const;
  });
  return new Map(entries);
}

/** Where new parts come to stand. */
export type Where = 'beside' | 'under';

/** @returns what the engine is asked for */
export function splitWish(
  code: CodeRow,
  codes: readonly CodeRow[],
  { parts, shares, where, note }: { parts: readonly Part[]; shares: Shares; where: Where; note: string },
) {
  const place: Place = where === 'under' ? { parentId: code.id, beforeId: null } : placeAfter(codes, code.id);
  return {
    parts: parts.map((part) => ('code' in part ? { code: part.code.id } : { name: part.name, ...place })),
    assignments: [...shares]
      .filter(([, share]) => share.some((number) => number !== STAYS))
      .map(([coding, share]) => ({
        coding,
        parts: share.filter((number) => number !== STAYS).map((number) => number - 1),
        stays: share.includes(STAYS),
      })),
    note,
  };
}
