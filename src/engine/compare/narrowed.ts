import type { Narrowing } from '../scope/narrow.ts';
import type { ResolvedCodes } from '../scope/resolve.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Facts, STRIDE } from './facts.ts';
import { type Numbering, numberingOf } from './numbering.ts';

/** A place has to carry one of these codes, or none of them. */
interface Wish {
  readonly codes: ReadonlySet<number>;
  readonly isWanted: boolean;
}

/**
 * Narrows what was found to a scope, without reading it again: who judged, and which codes lie on the very same place, is in it.
 * @param facts of the whole project
 * @param narrowing of a scope that asks for no words
 * @returns what `factsIn` says for that scope
 */
export function narrowedFacts(
  db: Sql,
  facts: ReadonlyMap<string, Facts>,
  { resolved, narrowsDocuments, document }: Narrowing,
): ReadonlyMap<string, Facts> {
  const numbering = numberingOf(db);
  const coders = resolved.coders.length > 0 ? numbersOf(resolved.coders, numbering) : null;
  const wishes = resolved.codes.flatMap((one) => wishesOf(one, numbering));
  const narrowed = new Map<string, Facts>();
  for (const [id, one] of narrowsDocuments ? chosen(db, facts, document) : facts) {
    const left = coders === null && wishes.length === 0 ? one : narrowedTo(one, coders, wishes);
    if (left.codings.length > 0) narrowed.set(id, left);
  }
  return narrowed;
}

function* chosen(db: Sql, facts: ReadonlyMap<string, Facts>, isIn: Narrowing['document']) {
  for (const row of db.all<{ id: Uint8Array }>(sql`SELECT id FROM documents WHERE ${isIn(sql`id`)}`)) {
    const id = idText(row.id);
    const one = facts.get(id);
    if (one !== undefined) yield [id, one] as const;
  }
}

const numbersOf = (ids: readonly string[], numbering: Numbering): ReadonlySet<number> =>
  new Set(ids.map((id) => numbering.of(idBytes(id))));

function wishesOf({ condition, groups }: ResolvedCodes, numbering: Numbering): Wish[] {
  const isWanted = condition.mode !== 'none';
  const sets = condition.mode === 'all' ? groups : [groups.flat()];
  return sets.map((codes) => ({ codes: numbersOf(codes, numbering), isWanted }));
}

/** @returns the codings of some coders, marked as chosen where their place is as wished; places without any are left out */
function narrowedTo(
  { reading, spans, words, codings }: Facts,
  coders: ReadonlySet<number> | null,
  wishes: readonly Wish[],
): Facts {
  const kept = new Int32Array(codings.length);
  const places: number[] = [];
  let count = 0;
  for (let at = 0; at < codings.length; ) {
    const place = codings[at + 2] ?? 0;
    const begin = count;
    for (; at < codings.length && codings[at + 2] === place; at += STRIDE) {
      if (coders !== null && !coders.has(codings[at + 1] ?? -1)) continue;
      kept.set(codings.subarray(at, at + 2), count);
      kept[count + 2] = places.length;
      count += STRIDE;
    }
    if (count === begin) continue;
    places.push(place);
    const isChosen = wishes.every(({ codes, isWanted }) => carries(kept, begin, count, codes) === isWanted);
    for (let one = begin; one < count; one += STRIDE) kept[one + 3] = isChosen ? 1 : 0;
  }
  const of = (pairs: Int32Array) =>
    Int32Array.from({ length: places.length * 2 }, (_, index) => {
      return pairs[(places[index >> 1] ?? 0) * 2 + (index & 1)] ?? 0;
    });
  return { reading, spans: of(spans), words: of(words), codings: kept.slice(0, count) };
}

function carries(codings: Int32Array, from: number, to: number, codes: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += STRIDE) if (codes.has(codings[at] ?? -1)) return true;
  return false;
}
