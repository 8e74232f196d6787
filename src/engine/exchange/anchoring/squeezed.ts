import { countWhile } from '../../../text/ascending.ts';

/** What is left of a text for comparing: `marks` drops white space only, `letters` all but letters and digits, and case. */
export type Level = 'marks' | 'letters';

const DROPPED: Readonly<Record<Level, RegExp>> = {
  marks: /[\s\p{Default_Ignorable_Code_Point}]/u,
  letters: /[^\p{L}\p{N}]/u,
};

/** @returns what a character is compared as: taken apart, so that ligatures and accents are written one way */
function level(character: string, by: Level): string {
  const apart = character.normalize('NFKD');
  let kept = '';
  for (const part of by === 'letters' ? apart.toLowerCase() : apart)
    if (!DROPPED[by].test(part)) kept += part;
  return kept;
}

/** A text without what programs write differently, with the way back. Offsets are UTF-16 units. */
export class Squeezed {
  readonly text: string;
  readonly #original: string;
  /** Where each unit comes from. */
  readonly #from: Uint32Array;

  /** @param original any text */
  constructor(original: string, by: Level) {
    const memory = new Map<string, string>();
    let from = new Uint32Array(original.length);
    // Units rather than strings that grow: V8 keeps those as trees, many times the size of the text.
    let units = new Uint16Array(original.length);
    let [at, length] = [0, 0];
    for (const character of original) {
      const kept = leveled(memory, character, by);
      if (length + kept.length > units.length) [from, units] = grown(from, units);
      for (let index = 0; index < kept.length; index++, length++) {
        from[length] = at;
        units[length] = kept.charCodeAt(index);
      }
      at += character.length;
    }
    this.text = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
    this.#original = original;
    this.#from = from.subarray(0, length);
  }

  /** @returns the place here of an offset of the original: of the first unit that comes from there or later */
  at(offset: number): number {
    return countWhile(this.#from.length, (index) => (this.#from[index] ?? 0) < offset);
  }

  /** @returns where the units from `start` to `end`, at least one, come from, with the marks that belong to the last letter */
  span(start: number, end: number): { start: number; end: number } {
    const last = this.#from[end - 1] ?? 0;
    let to = last + lengthAt(this.#original, last);
    while (/\p{M}/u.test(String.fromCodePoint(this.#original.codePointAt(to) ?? 0x20)))
      to += lengthAt(this.#original, to);
    return { start: this.#from[start] ?? 0, end: to };
  }
}

/** @returns a text squeezed, where no way back is needed */
export const squeeze = (text: string, by: Level): string => new Squeezed(text, by).text;

/** So many characters of one text are remembered; most have a few hundred. */
const MOST_REMEMBERED = 20_000;

function leveled(memory: Map<string, string>, character: string, by: Level): string {
  let kept = memory.get(character);
  if (kept === undefined) {
    kept = level(character, by);
    if (memory.size < MOST_REMEMBERED) memory.set(character, kept);
  }
  return kept;
}

const lengthAt = (text: string, offset: number) => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);

function grown(
  from: Uint32Array<ArrayBuffer>,
  units: Uint16Array<ArrayBuffer>,
): [Uint32Array<ArrayBuffer>, Uint16Array<ArrayBuffer>] {
  // One character comes apart into eighteen at most (Unicode Standard Annex 15, table 9).
  const size = Math.ceil(from.length * 1.5) + 18;
  const [moreFrom, moreUnits] = [new Uint32Array(size), new Uint16Array(size)];
  moreFrom.set(from);
  moreUnits.set(units);
  return [moreFrom, moreUnits];
}
