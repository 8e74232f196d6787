import type { Scope } from '../../contract/scope.ts';
import { isKept, keptByDocument } from '../scope/kept.ts';
import { narrow } from '../scope/narrow.ts';
import { tablesBehind } from '../scope/tally.ts';
import type { Sql } from '../store/sql.ts';
import { type Facts, readFacts } from './facts.ts';
import { leaveFacts, leftFacts, mayBeLeft } from './left/left.ts';
import { narrowedFacts } from './narrowed.ts';

/**
 * What was found in the documents in scope. Kept from one question to the next: whoever's judgements are asked for, rolled up or not
 * and in whatever columns, only documents that were touched since are read again.
 * @returns by the document's id; a document in which nothing was found is left out
 */
export function factsIn(db: Sql, scope: Scope | undefined): ReadonlyMap<string, Facts> {
  if (scope === undefined) return wholeFacts(db);
  const narrowing = narrow(db, scope);
  // What holds words stands in the texts; all else that a scope asks for is said by what was found without one.
  if (narrowing.resolved.text === '' && (isKept(db, keyOf(undefined)) || mayBeLeft(db)))
    return narrowedFacts(db, wholeFacts(db), narrowing);
  return keptByDocument(db, {
    key: keyOf(scope),
    dependsOn: (table) => tablesBehind(scope).has(table),
    compute: (within) => readFacts(db, narrow(db, scope, within), within),
  });
}

const keyOf = (scope: Scope | undefined): string => `facts ${JSON.stringify(scope ?? null)}`;

const wholeFacts = (db: Sql): ReadonlyMap<string, Facts> =>
  keptByDocument(db, {
    key: keyOf(undefined),
    dependsOn: (table) => tablesBehind(undefined).has(table),
    compute: (within) => readFacts(db, narrow(db, undefined, within), within),
    left: () => leftFacts(db),
  });

/**
 * Reads what was found before anybody asks, and leaves it for the next start.
 * @param db within a read transaction
 * @param fewest below so many codings nothing is left
 */
export function readFactsAhead(db: Sql, fewest?: number): void {
  leaveFacts(db, wholeFacts(db), fewest);
}
