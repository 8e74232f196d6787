import type { Scope, ScopeCount } from '../../contract/scope.ts';
import { type Sql, sql } from '../store/sql.ts';
import { narrow } from './narrow.ts';
import { type Tally, tallyScope } from './tally.ts';

/** @returns what a scope holds, and of how much */
export function countScope(db: Sql, scope: Scope): ScopeCount {
  const narrowing = narrow(db, scope);
  const tallies = tallyScope(db, scope);
  const documentsIn = (condition = sql`TRUE`) =>
    db.one<{ n: number }>(sql`SELECT count(*) AS n FROM documents d WHERE ${condition}`).n;
  return {
    documents: documentsIn(narrowing.document(sql`d.id`)),
    ofDocuments: documentsIn(),
    passages: sum(tallies, 'places'),
    ofPassages: sum(tallyScope(db, undefined), 'places'),
    codings: sum(tallies, 'codings'),
  };
}

function sum(tallies: ReadonlyMap<string, Tally>, what: 'places' | 'codings'): number {
  return [...tallies.values()].reduce((total, tally) => total + tally[what], 0);
}
