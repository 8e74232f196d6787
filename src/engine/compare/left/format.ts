import * as z from 'zod';
import { type Kind, pack, unpack } from '../../cache/packed.ts';
import { type Facts, STRIDE } from '../facts.ts';
import type { Numbering } from '../numbering.ts';

/** The moment of a project that facts are of. */
export interface Moment {
  /** The project's id. */
  readonly project: string;
  /** The newest migration: it may have changed what no step says. */
  readonly migration: number;
  /** The newest step: its place, its id, and the key of the last change that was logged by its end. */
  readonly seq: number;
  readonly step: string;
  readonly changes: number;
}

/** Facts as they were left, and of which moment they are. */
export interface Left {
  readonly moment: Moment;
  readonly facts: ReadonlyMap<string, Facts>;
}

/** Digits of an id. */
const ID = 32;

const Head = z.object({
  moment: z.object({
    project: z.string(),
    migration: z.int(),
    seq: z.int(),
    step: z.string(),
    changes: z.int(),
  }),
  /** Code and coder of each kind of coding, as digits. */
  judges: z.array(z.string().length(2 * ID)),
  /** Id, readings.key, places and codings of each document. */
  documents: z.array(z.tuple([z.string(), z.int(), z.int().nonnegative(), z.int().nonnegative()])),
});
type Head = z.infer<typeof Head>;

/** The version is also raised whenever `Facts` mean something else, or words are told apart otherwise. */
const KIND: Kind<Head> = { magic: 0x464c4c43, version: 1, head: Head };

/**
 * Packs facts without a scope: twenty bytes a coding where each has a place of its own. Behind a head in JSON stand the spans and
 * the words of all places, then a number a coding: which kind it is, twice, and one more where it begins a new place.
 */
export function packFacts({ moment, facts }: Left, numbering: Numbering): Uint8Array {
  const all = [...facts.values()];
  const codings = sum(all.map((one) => one.codings.length / STRIDE));
  const marks = new Int32Array(codings);
  const judges = new Judges(numbering);
  let at = 0;
  for (const { codings: own } of all)
    for (let from = 0, last = -1; from < own.length; from += STRIDE) {
      const place = own[from + 2] ?? 0;
      marks[at++] = judges.of(own[from] ?? 0, own[from + 1] ?? 0) * 2 + (place === last ? 0 : 1);
      last = place;
    }
  const documents = [...facts].map(([id, { reading, spans, codings: own }]): Head['documents'][number] => [
    id,
    reading,
    spans.length / 2,
    own.length / STRIDE,
  ]);
  return pack(KIND, { moment, judges: judges.all, documents }, [
    ...all.map(({ spans }) => spans),
    ...all.map(({ words }) => words),
    marks,
  ]);
}

/**
 * @param bytes may be anything; the facts go on using their memory
 * @returns what was packed; null where this is no file of ours, of another version, or not whole
 */
export function unpackFacts(bytes: Uint8Array<ArrayBuffer>, numbering: Numbering): Left | null {
  const unpacked = unpack(KIND, bytes);
  if (unpacked === null) return null;
  const { head, numbers } = unpacked;
  const { moment, judges, documents } = head;
  const places = sum(documents.map(([, , own]) => own));
  const marks = numbers.subarray(places * 4);
  if (marks.length !== sum(documents.map(([, , , own]) => own))) return null;
  const codings = codingsOf(marks, judges, numbering);
  const facts = new Map<string, Facts>();
  let [place, coding] = [0, 0];
  for (const [id, reading, ownPlaces, ownCodings] of documents) {
    const own = codings.subarray(coding * STRIDE, (coding + ownCodings) * STRIDE);
    numberPlaces(own);
    const spans = numbers.subarray(place * 2, (place + ownPlaces) * 2);
    const words = numbers.subarray((places + place) * 2, (places + place + ownPlaces) * 2);
    facts.set(id, { reading, spans, words, codings: own });
    place += ownPlaces;
    coding += ownCodings;
  }
  return { moment, facts };
}

/** @returns codings as `Facts` has them, but for the third number, which is 1 where a new place begins */
function codingsOf(marks: Int32Array, judges: readonly string[], numbering: Numbering): Int32Array {
  const codes = Int32Array.from(judges, (judge) => numbering.ofHex(judge.slice(0, ID)));
  const coders = Int32Array.from(judges, (judge) => numbering.ofHex(judge.slice(ID)));
  const codings = new Int32Array(marks.length * STRIDE);
  for (let index = 0, at = 0; index < marks.length; index++, at += STRIDE) {
    const mark = marks[index] ?? 0;
    codings[at] = codes[mark >> 1] ?? 0;
    codings[at + 1] = coders[mark >> 1] ?? 0;
    codings[at + 2] = mark & 1;
    codings[at + 3] = 1;
  }
  return codings;
}

/** Numbers the places of a document from 0. */
function numberPlaces(codings: Int32Array): void {
  let place = -1;
  for (let at = 2; at < codings.length; at += STRIDE) {
    place += codings[at] ?? 0;
    codings[at] = place;
  }
}

/** Numbers kinds of codings, by code and coder. */
class Judges {
  readonly all: string[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #ids: readonly string[];

  constructor(numbering: Numbering) {
    this.#ids = numbering.ids();
  }

  of(code: number, coder: number): number {
    const key = code * this.#ids.length + coder;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.length;
    this.#numbers.set(key, number);
    this.all.push(`${this.#ids[code]}${this.#ids[coder]}`);
    return number;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
