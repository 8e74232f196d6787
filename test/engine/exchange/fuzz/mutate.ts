import { strToU8, unzipSync, zipSync } from 'fflate';

/** Draws the same numbers for the same seed: mulberry32, good enough to break files with. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** @returns a number from 0 up to 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** @returns a whole number from 0 up to, not including, `below` */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** @returns one of a list that is not empty */
  of<One>(list: readonly One[]): One {
    return list[this.below(list.length)] as One;
  }
}

/** What breaks parsers: ends of things, other things' beginnings, numbers at the edges. */
const BITS: readonly Uint8Array[] = [
  '',
  '\0',
  '<',
  '>',
  '&',
  '"',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&amp;#xFFFF;',
  '</Project>',
  '-1',
  '4294967296',
  '1e999',
  'NaN',
  '{',
  '}',
  '[[[[[[[[',
  '\uFEFF',
  '\u202E',
  '../../../etc/passwd',
  'internal://../x',
  '00000000-0000-0000-0000-000000000000',
].map((text) => strToU8(text));

/** @returns a copy of the bytes with one to eight places broken */
export function broken(bytes: Uint8Array, chance: Chance): Uint8Array {
  let out = new Uint8Array(bytes);
  for (let times = 1 + chance.below(8); times > 0; times--) {
    const at = chance.below(out.length + 1);
    const length = chance.below(Math.min(64, out.length - at + 1));
    const before = out.subarray(0, at);
    const after = out.subarray(at);
    switch (chance.below(6)) {
      case 0: {
        out = new Uint8Array(out);
        if (at < out.length) out[at] = chance.below(256);
        break;
      }
      case 1:
        out = joined(before, chance.of(BITS), after);
        break;
      case 2:
        out = joined(before, after.subarray(length));
        break;
      case 3:
        out = joined(before, after.subarray(0, length), after);
        break;
      case 4:
        out = chance.below(4) === 0 ? new Uint8Array(before) : out;
        break;
      default: {
        const from = chance.below(out.length + 1);
        out = joined(before, out.subarray(from, from + length), after.subarray(length));
      }
    }
  }
  return out;
}

/** @returns a zip with one of its files broken, or its bytes themselves */
export function brokenZip(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance.below(4) === 0) return broken(bytes, chance);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  // What holds the structure breaks more than a text does.
  const structure = names.find((name) => /\.(qde|xml)$/.test(name));
  const name = structure !== undefined && chance.below(3) > 0 ? structure : chance.of(names);
  return zipSync({ ...files, [name]: broken(files[name] ?? new Uint8Array(), chance) }, { level: 1 });
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
