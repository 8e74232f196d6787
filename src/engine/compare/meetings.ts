import type { CodePair, CompareMeetings, Nearness } from '../../contract/compare.ts';
import type { Scope } from '../../contract/scope.ts';
import { readTree } from '../codebook/tree.ts';
import { idBytes } from '../store/ids.ts';
import type { Sql } from '../store/sql.ts';
import { type Facts, factsIn, STRIDE } from './facts.ts';
import { type Reach, reachesOf } from './near.ts';
import { coderIn, numberingOf } from './numbering.ts';
import { PairCounts } from './pairs.ts';

/** What is asked about codes that meet; the contract says what each means. */
export interface MeetingsRequest {
  readonly near: Nearness;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
}

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
  const counts = new PairCounts(codes.length);
  const atHand = new AtHand(codes.length);
  for (const facts of factsIn(db, scope).values()) {
    counts.nextDocument();
    const carried = carriedBy(facts, rows, by);
    for (const row of carried.rows) places[row] = (places[row] ?? 0) + 1;
    addMeetings(counts, carried, reachesOf(db, facts, near), atHand);
  }
  const pairs: CodePair[] = [];
  for (const [a, b, times, documents] of counts.all()) pairs.push({ a, b, places: times, documents });
  return { codes, places, pairs };
}

/** Where codes lie: those on place `n` are `rows` from `from[n]` up to but without `from[n + 1]`, each once. */
interface Carried {
  readonly from: Int32Array;
  readonly rows: Int32Array;
}

/** @returns by place the rows of the codes in scope that lie on it */
function carriedBy({ spans, codings }: Facts, rows: ReadonlyMap<number, number>, by: number | null): Carried {
  const places = spans.length / 2;
  const from = new Int32Array(places + 1);
  const carried = new Int32Array(codings.length / STRIDE);
  let count = 0;
  let place = 0;
  for (let at = 0; at < codings.length; at += STRIDE) {
    // Codings on one place follow each other.
    for (const now = codings[at + 2] ?? 0; place < now; ) from[++place] = count;
    const isAsked = codings[at + 3] === 1 && (by === null || codings[at + 1] === by);
    const row = isAsked ? rows.get(codings[at] ?? -1) : undefined;
    if (row !== undefined && !carried.subarray(from[place], count).includes(row)) carried[count++] = row;
  }
  while (place < places) from[++place] = count;
  return { from, rows: carried.subarray(0, count) };
}

/** How many of the places at hand carry each code. */
class AtHand {
  readonly #counts: Int32Array;
  /** The rows that are carried, in no order, and by row where it stands there. */
  readonly #live: number[] = [];
  readonly #at: Int32Array;

  /** @param rows how many there are */
  constructor(rows: number) {
    this.#counts = new Int32Array(rows);
    this.#at = new Int32Array(rows);
  }

  add(row: number): void {
    const count = (this.#counts[row] ?? 0) + 1;
    this.#counts[row] = count;
    if (count > 1) return;
    this.#at[row] = this.#live.length;
    this.#live.push(row);
  }

  take(row: number): void {
    const count = (this.#counts[row] ?? 0) - 1;
    this.#counts[row] = count;
    if (count > 0) return;
    const at = this.#at[row] ?? 0;
    const last = this.#live.pop() ?? row;
    if (last === row) return;
    this.#live[at] = last;
    this.#at[last] = at;
  }

  /** A place with this row meets all that are at hand. */
  meet(counts: PairCounts, row: number): void {
    for (const other of this.#live) counts.add(row, other, this.#counts[other] ?? 0);
  }
}

/**
 * Goes through the places in their order with those at hand that reach beyond where the present one begins. Of these only how many
 * carry each code is looked at, so that a long section costs its places times its codes, not its places times its places.
 */
function addMeetings(
  counts: PairCounts,
  { from, rows }: Carried,
  reaches: readonly Reach[],
  atHand: AtHand,
): void {
  const of = (place: number) => rows.subarray(from[place], from[place + 1]);
  let open: number[] = [];
  /** Before this none of those at hand ends. */
  let firstEnd = Number.POSITIVE_INFINITY;
  const close = (start: number) => {
    firstEnd = Number.POSITIVE_INFINITY;
    open = open.filter((before) => {
      const end = reaches[before]?.[1] ?? 0;
      if (end > start) firstEnd = Math.min(firstEnd, end);
      else for (const row of of(before)) atHand.take(row);
      return end > start;
    });
  };
  reaches.forEach(([start, end], place) => {
    const here = of(place);
    for (let one = 0; one < here.length; one++)
      for (let other = one + 1; other < here.length; other++) counts.add(here[one] ?? 0, here[other] ?? 0, 1);
    if (here.length === 0 || end <= start) return;
    if (firstEnd <= start) close(start);
    for (const row of here) atHand.meet(counts, row);
    for (const row of here) atHand.add(row);
    open.push(place);
    firstEnd = Math.min(firstEnd, end);
  });
  close(Number.POSITIVE_INFINITY);
}
