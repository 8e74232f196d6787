import type { EachPair } from '../../contract/packed-meetings.ts';

/** Which codes lie together, and how often: those of group `n` from `from[n]` up to but without `from[n + 1]`, each code once. */
interface Groups {
  readonly from: Int32Array;
  readonly rows: Int32Array;
  readonly counts: ArrayLike<number>;
}

/** The same, turned round. */
interface Turned extends Groups {
  /** What is multiplied a hundred million times is kept as it is multiplied. */
  readonly counts: Float64Array;
}

/** Adds to an array that grows. */
class Numbers {
  #array = new Int32Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.#array.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.length++] = number;
  }

  all(): Int32Array {
    return this.#array.subarray(0, this.length);
  }
}

/**
 * Counts pairs of codes that lie together, group by group: of two codes, as many pairs as the places of the one times those of the
 * other. What is in no group but by itself is a group of its own. Groups that have places in common count those twice, so that a
 * group of what they share is taken off again.
 *
 * Groups are gathered first. Then one code after the other is set beside those that follow it in its groups: what is added to then
 * lies in one short array, which makes hundreds of millions of additions a matter of a moment.
 */
export class Together {
  readonly #codes: number;
  readonly #from = new Numbers();
  readonly #rows = new Numbers();
  readonly #counts = new Numbers();
  /** By group its document, and how often it counts: 1, or -1 where it is taken off. */
  readonly #documents = new Numbers();
  readonly #signs = new Numbers();
  /** By row, how many places of the present group carry it; and the rows that any does. */
  readonly #here: Int32Array;
  readonly #touched: number[] = [];
  #document = -1;

  /** @param codes how many there are */
  constructor(codes: number) {
    this.#codes = codes;
    this.#here = new Int32Array(codes);
  }

  /** What is added from now on is of another document. */
  nextDocument(): void {
    this.#document++;
  }

  /** A place of the present group carries a code, by its row. */
  add(row: number): void {
    const count = this.#here[row] ?? 0;
    if (count === 0) this.#touched.push(row);
    this.#here[row] = count + 1;
  }

  /** What is added from now on is of another group. @param sign 1, or -1 where the present one is taken off */
  endGroup(sign: 1 | -1): void {
    // A code alone meets nothing.
    if (this.#touched.length > 1) {
      this.#from.push(this.#rows.length);
      this.#documents.push(this.#document);
      this.#signs.push(sign);
      for (const row of this.#touched) {
        this.#rows.push(row);
        this.#counts.push(this.#here[row] ?? 0);
      }
    }
    for (const row of this.#touched) this.#here[row] = 0;
    this.#touched.length = 0;
  }

  /** Tells the pairs that meet, in the order of their rows. */
  each: EachPair = (tell) => {
    const codes = this.#codes;
    const [documents, signs] = [this.#documents.all(), this.#signs.all()];
    this.#from.push(this.#rows.length);
    const unsorted = { from: this.#from.all(), rows: this.#rows.all(), counts: this.#counts.all() };
    // Turned round twice, groups have their codes in order.
    const byCode = turned(unsorted, codes);
    const groups = turned(byCode, documents.length);
    /** By group, where in it the code stands that comes next. */
    const next = groups.from.slice(0, documents.length);
    const unit = unitFor(unsorted, documents.length);
    const pairs = new PairsOf(codes, unit);
    for (let a = 0; a < codes; a++) {
      for (let of = byCode.from[a] ?? 0; of < (byCode.from[a + 1] ?? 0); of++) {
        const group = byCode.rows[of] ?? 0;
        const own = (byCode.counts[of] ?? 0) * (signs[group] ?? 0);
        const document = documents[group] ?? 0;
        const begin = (next[group] ?? 0) + 1;
        next[group] = begin;
        const end = groups.from[group + 1] ?? 0;
        const isAlone = documents[group - 1] !== document && documents[group + 1] !== document;
        if (isAlone && unit > 0) pairs.addAlone(groups, begin, end, own);
        else pairs.add(groups, begin, end, own, document);
      }
      pairs.tell(a, tell);
    }
  };
}

/**
 * How often two codes meet and in how many documents is added up in one number where each of these has but one group, since two
 * additions take twice as long.
 * @returns what each document adds beside; 0 where one number may not hold both
 */
function unitFor({ from, counts }: Groups, documents: number): number {
  let most = 0;
  for (let group = 0; group < from.length - 1; group++) {
    let places = 0;
    for (let at = from[group] ?? 0; at < (from[group + 1] ?? 0); at++) places += counts[at] ?? 0;
    most += places ** 2;
  }
  let unit = 1;
  while (unit <= most) unit *= 2;
  return unit * (documents + 1) <= Number.MAX_SAFE_INTEGER ? unit : 0;
}

/** The pairs of one code with those that follow it. */
class PairsOf {
  readonly #unit: number;
  /** By the other code, how often they meet, with a unit for each document that was added alone. */
  readonly #times: Float64Array;
  /** In how many of the other documents, and which of them was the last. */
  readonly #documents: Int32Array;
  readonly #last: Int32Array;

  constructor(codes: number, unit: number) {
    this.#unit = unit;
    this.#times = new Float64Array(codes);
    this.#documents = new Int32Array(codes);
    this.#last = new Int32Array(codes).fill(-1);
  }

  /** Adds some of a group, as often as the one code lies there. @param document of the group */
  add({ rows, counts }: Turned, from: number, to: number, own: number, document: number): void {
    const [times, documents, last] = [this.#times, this.#documents, this.#last];
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      times[row] = (times[row] ?? 0) + own * (counts[at] ?? 0);
      if (last[row] === document) continue;
      last[row] = document;
      documents[row] = (documents[row] ?? 0) + 1;
    }
  }

  /** The same for a group that is its document's only one; not where there is no unit. */
  addAlone({ rows, counts }: Turned, from: number, to: number, own: number): void {
    const [times, unit] = [this.#times, this.#unit];
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      times[row] = (times[row] ?? 0) + (own * (counts[at] ?? 0) + unit);
    }
  }

  /** Tells what was added, and forgets it. */
  tell(own: number, tell: Parameters<EachPair>[0]): void {
    const unit = this.#unit;
    this.#last.fill(-1);
    for (let row = own + 1; row < this.#times.length; row++) {
      const sum = this.#times[row] ?? 0;
      const alone = unit > 0 ? Math.floor(sum / unit) : 0;
      const documents = (this.#documents[row] ?? 0) + alone;
      if (documents === 0) continue;
      tell(own, row, sum - alone * unit, documents);
      this.#times[row] = 0;
      this.#documents[row] = 0;
    }
  }
}

/** @returns by row the groups that it lies in, in their order; @param rows how many there are */
function turned({ from, rows, counts }: Groups, size: number): Turned {
  const starts = new Int32Array(size + 1);
  for (const row of rows) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < size; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const groups = new Int32Array(rows.length);
  const own = new Float64Array(rows.length);
  for (let group = 0; group < from.length - 1; group++)
    for (let of = from[group] ?? 0; of < (from[group + 1] ?? 0); of++) {
      const row = rows[of] ?? 0;
      const at = next[row] ?? 0;
      next[row] = at + 1;
      groups[at] = group;
      own[at] = counts[of] ?? 0;
    }
  return { from: starts, rows: groups, counts: own };
}
