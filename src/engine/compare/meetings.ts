import type { CodePair, CompareMeetings, Nearness } from '../../contract/compare.ts';
import type { CountedMeetings } from '../../contract/packed-meetings.ts';
import type { Scope } from '../../contract/scope.ts';
import { readTree } from '../codebook/tree.ts';
import { idBytes } from '../store/ids.ts';
import type { Sql } from '../store/sql.ts';
import { type Facts, STRIDE } from './facts.ts';
import { factsIn } from './kept-facts.ts';
import { type Reaches, reachesOf } from './near.ts';
import { coderIn, type Numbering, numberingOf } from './numbering.ts';
import { PairCounts } from './pairs.ts';
import { Together } from './together.ts';

/** What is asked about codes that meet; the contract says what each means. */
export interface MeetingsRequest {
  readonly near: Nearness;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
}

/** The same as `countMeetings`, with an object a pair. */
export function meetingsOf(db: Sql, request: MeetingsRequest): CompareMeetings {
  const { eachPair, ...rest } = countMeetings(db, request);
  const pairs: CodePair[] = [];
  eachPair((a, b, places, documents) => pairs.push({ a, b, places, documents }));
  return { ...rest, pairs };
}

/**
 * Counts where codes meet.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the coder is gone
 */
export function countMeetings(db: Sql, { near, coder, scope }: MeetingsRequest): CountedMeetings {
  const codes = readTree(db).map(({ id }) => id);
  const rows = new Rows(codes, numberingOf(db));
  const by = coderIn(db, coder);
  const places = codes.map(() => 0);
  const counts = isRoomy(near) ? new Together(codes.length) : new PairCounts(codes.length);
  const atHand = new AtHand(codes.length);
  for (const facts of factsIn(db, scope).values()) {
    counts.nextDocument();
    const carried = rows.carriedBy(facts, by);
    for (const row of carried.rows) places[row] = (places[row] ?? 0) + 1;
    const reaches = reachesOf(db, facts, near);
    if (counts instanceof Together) addTogether(counts, carried, reaches);
    else addMeetings(counts, carried, reaches, atHand);
  }
  return { codes, places, eachPair: counts.each };
}

/** Whether many places lie in one and the same unit, and few in more than one. */
const isRoomy = ({ by }: Nearness): boolean => by === 'paragraph' || by === 'section';

/** Where codes lie: those on place `n` are `rows` from `from[n]` up to but without `from[n + 1]`, each once. */
interface Carried {
  readonly from: Int32Array;
  readonly rows: Int32Array;
}

/** The rows of codes by their numbers. */
class Rows {
  readonly #rows: Int32Array;
  /** By row the place that it was last found on, over all documents. */
  readonly #last: Int32Array;
  #places = 0;

  constructor(codes: readonly string[], numbering: Numbering) {
    const numbers = codes.map((id) => numbering.of(idBytes(id)));
    this.#rows = new Int32Array(Math.max(0, ...numbers) + 1).fill(-1);
    numbers.forEach((number, row) => {
      this.#rows[number] = row;
    });
    this.#last = new Int32Array(codes.length).fill(-1);
  }

  /** @returns by place the rows of the codes in scope that lie on it */
  carriedBy({ spans, codings }: Facts, by: number | null): Carried {
    const places = spans.length / 2;
    const from = new Int32Array(places + 1);
    const carried = new Int32Array(codings.length / STRIDE);
    let count = 0;
    let place = 0;
    for (let at = 0; at < codings.length; at += STRIDE) {
      // Codings on one place follow each other.
      for (const now = codings[at + 2] ?? 0; place < now; ) from[++place] = count;
      if (codings[at + 3] === 0 || (by !== null && codings[at + 1] !== by)) continue;
      const row = this.#rows[codings[at] ?? -1] ?? -1;
      if (row < 0 || this.#last[row] === this.#places + place) continue;
      this.#last[row] = this.#places + place;
      carried[count++] = row;
    }
    while (place < places) from[++place] = count;
    this.#places += places;
    return { from, rows: carried.subarray(0, count) };
  }
}

/**
 * Gathers places unit by unit. Those that go on from one unit to the next lie together in both, so that what goes on is taken off
 * once where the next begins: any two places that are near each other then count once, however many units they share.
 */
function addTogether(together: Together, { from, rows }: Carried, reaches: Reaches): void {
  const put = (places: readonly number[], sign: 1 | -1) => {
    for (const place of places)
      for (let at = from[place] ?? 0; at < (from[place + 1] ?? 0); at++) together.add(rows[at] ?? 0);
    together.endGroup(sign);
  };
  let here: number[] = [];
  let unit = -1;
  for (let place = 0; place < reaches.length / 2; place++) {
    const [start = 0, end = 0] = [reaches[place * 2], reaches[place * 2 + 1]];
    // What reaches nowhere meets what lies on it alone.
    if (end <= start) {
      put([place], 1);
      continue;
    }
    if (start !== unit) {
      put(here, 1);
      here = here.filter((before) => (reaches[before * 2 + 1] ?? 0) > start);
      put(here, -1);
      unit = start;
    }
    here.push(place);
  }
  put(here, 1);
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
function addMeetings(counts: PairCounts, { from, rows }: Carried, reaches: Reaches, atHand: AtHand): void {
  const of = (place: number) => rows.subarray(from[place], from[place + 1]);
  let open: number[] = [];
  /** Before this none of those at hand ends. */
  let firstEnd = Number.POSITIVE_INFINITY;
  const close = (start: number) => {
    firstEnd = Number.POSITIVE_INFINITY;
    open = open.filter((before) => {
      const end = reaches[before * 2 + 1] ?? 0;
      if (end > start) firstEnd = Math.min(firstEnd, end);
      else for (const row of of(before)) atHand.take(row);
      return end > start;
    });
  };
  for (let place = 0; place < reaches.length / 2; place++) {
    const [start = 0, end = 0] = [reaches[place * 2], reaches[place * 2 + 1]];
    const here = of(place);
    for (let one = 0; one < here.length; one++)
      for (let other = one + 1; other < here.length; other++) counts.add(here[one] ?? 0, here[other] ?? 0, 1);
    if (here.length === 0 || end <= start) continue;
    if (firstEnd <= start) close(start);
    for (const row of here) atHand.meet(counts, row);
    for (const row of here) atHand.add(row);
    open.push(place);
    firstEnd = Math.min(firstEnd, end);
  }
  close(Number.POSITIVE_INFINITY);
}
