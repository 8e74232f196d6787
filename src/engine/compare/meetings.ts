import type { CodePair, CompareMeetings, Nearness } from '../../contract/compare.ts';
import type { Scope } from '../../contract/scope.ts';
import { readTree } from '../codebook/tree.ts';
import { idBytes } from '../store/ids.ts';
import type { Sql } from '../store/sql.ts';
import { type Facts, factsIn, STRIDE } from './facts.ts';
import { type Reach, reachesOf } from './near.ts';
import { coderIn, numberingOf } from './numbering.ts';

/** What is asked about codes that meet; the contract says what each means. */
export interface MeetingsRequest {
  readonly near: Nearness;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
}

/** Where a code lies: the rows of the codes on each place of a document. */
type Carried = readonly (readonly number[])[];

/**
 * Counts where codes meet.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the coder is gone
 */
export function meetingsOf(db: Sql, { near, coder, scope }: MeetingsRequest): CompareMeetings {
  const codes = readTree(db).map(({ id }) => id);
  const numbering = numberingOf(db);
  const rows = new Map(codes.map((id, row) => [numbering.of(idBytes(id)), row]));
  const by = coderIn(db, coder);
  const places = codes.map(() => 0);
  const met = new Map<number, { places: number; documents: number }>();
  for (const facts of factsIn(db, scope).values()) {
    const carried = carriedBy(facts, rows, by);
    for (const row of carried.flat()) places[row] = (places[row] ?? 0) + 1;
    for (const [pair, count] of meetingsIn(carried, reachesOf(db, facts, near), codes.length)) {
      const before = met.get(pair) ?? { places: 0, documents: 0 };
      met.set(pair, { places: before.places + count, documents: before.documents + 1 });
    }
  }
  const pairs = [...met]
    .sort(([one], [other]) => one - other)
    .map(
      ([pair, counts]): CodePair => ({
        a: Math.floor(pair / codes.length),
        b: pair % codes.length,
        ...counts,
      }),
    );
  return { codes, places, pairs };
}

/** @returns by place the rows of the codes in scope that lie on it, each once */
function carriedBy({ spans, codings }: Facts, rows: ReadonlyMap<number, number>, by: number | null): Carried {
  const carried = Array.from({ length: spans.length / 2 }, () => new Set<number>());
  for (let at = 0; at < codings.length; at += STRIDE) {
    const isAsked = codings[at + 3] === 1 && (by === null || codings[at + 1] === by);
    const row = rows.get(codings[at] ?? -1);
    if (isAsked && row !== undefined) carried[codings[at + 2] ?? -1]?.add(row);
  }
  return carried.map((set) => [...set]);
}

/**
 * Goes through the places in their order with those at hand that reach beyond where the present one begins. Of these only how many
 * carry each code is looked at, so that a long section costs its places times its codes, not its places times its places.
 * @returns how many pairs of places there are of two rows, by the smaller row times `codes` plus the other
 */
function meetingsIn(carried: Carried, reaches: readonly Reach[], codes: number): Map<number, number> {
  const pairs = new Map<number, number>();
  const add = (a: number, b: number, more: number) => {
    if (a === b) return;
    const pair = Math.min(a, b) * codes + Math.max(a, b);
    pairs.set(pair, (pairs.get(pair) ?? 0) + more);
  };
  const atHand = new Map<number, number>();
  let open: number[] = [];
  carried.forEach((rows, place) => {
    rows.forEach((row, index) => {
      for (const other of rows.slice(index + 1)) add(row, other, 1);
    });
    const [from, to] = reaches[place] ?? [0, 0];
    if (rows.length === 0 || to <= from) return;
    open = open.filter((before) => {
      const reachesHere = (reaches[before]?.[1] ?? 0) > from;
      if (!reachesHere) for (const row of carried[before] ?? []) atHand.set(row, (atHand.get(row) ?? 0) - 1);
      return reachesHere;
    });
    for (const row of rows) for (const [other, count] of atHand) if (count > 0) add(row, other, count);
    for (const row of rows) atHand.set(row, (atHand.get(row) ?? 0) + 1);
    open.push(place);
  });
  return pairs;
}
