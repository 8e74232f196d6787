/** How full the table may be; fuller, it takes long to find that something is not in it. */
const FULL = 0.6;

/** Four numbers of 32 bits an identity. */
const PARTS = 4;

/**
 * A set of UUIDs, 16 bytes each: of the passages and codings of a project there are so many that as texts they would take
 * most of the memory that reading it takes.
 */
export class IdSet {
  #slots = 256;
  #table = new Uint32Array(this.#slots * PARTS);
  #used = new Uint8Array(this.#slots);
  #size = 0;

  /** @param id a UUID as lower-case text */
  has(id: string): boolean {
    return this.#used[this.#slotOf(partsOf(id))] === 1;
  }

  /** @param id a UUID as lower-case text */
  add(id: string): void {
    if (this.#size >= this.#slots * FULL) this.#grow();
    this.#put(partsOf(id));
  }

  /** @returns where an identity is, or where it would be */
  #slotOf(parts: Parts): number {
    const [a, b, c, d] = parts;
    const mask = this.#slots - 1;
    // What a clock or a counter gives differs in few places: each part moves the slot by a multiple of its own.
    let slot =
      (Math.imul(a, 0x9e3779b1) ^
        Math.imul(b, 0x85ebca6b) ^
        Math.imul(c, 0xc2b2ae35) ^
        Math.imul(d, 0x27d4eb2f)) >>>
      0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.#used[slot] === 1) {
      const at = slot * PARTS;
      const table = this.#table;
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #put(parts: Parts): void {
    const slot = this.#slotOf(parts);
    if (this.#used[slot] === 1) return;
    this.#used[slot] = 1;
    this.#table.set(parts, slot * PARTS);
    this.#size++;
  }

  #grow(): void {
    const [table, used] = [this.#table, this.#used];
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * PARTS);
    this.#used = new Uint8Array(this.#slots);
    this.#size = 0;
    used.forEach((isUsed, slot) => {
      if (isUsed === 0) return;
      const [a = 0, b = 0, c = 0, d = 0] = table.subarray(slot * PARTS, (slot + 1) * PARTS);
      this.#put([a, b, c, d]);
    });
  }
}

type Parts = readonly [number, number, number, number];

/** The 32 digits of a UUID, eight by eight. */
function partsOf(id: string): Parts {
  const digits = (from: number, to: number) => Number.parseInt(id.slice(from, to), 16);
  return [
    digits(0, 8),
    (digits(9, 13) * 0x10000 + digits(14, 18)) >>> 0,
    (digits(19, 23) * 0x10000 + digits(24, 28)) >>> 0,
    digits(28, 36),
  ];
}
