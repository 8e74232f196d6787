import type { Scope } from '../../contract/scope.ts';
import { join, type Query, type Sql, sql } from '../store/sql.ts';
import { documentConditions } from './documents.ts';
import { idList } from './ids.ts';
import { passageConditions } from './passages.ts';
import { passagesWith } from './quotes.ts';
import { type ResolvedScope, resolveScope } from './resolve.ts';

/**
 * A scope as conditions for WHERE. Each takes the columns that hold the ids; where the scope does not narrow, each is
 * true. Made anew for each question, since names and judgements change.
 */
export interface Narrowing {
  readonly resolved: ResolvedScope;
  readonly narrowsDocuments: boolean;
  /** Whether it chooses among the passages of a document: by codes, coders or words. */
  readonly narrowsPassages: boolean;
  document(id: Query): Query;
  /** In a document in scope, and chosen itself. */
  passage(id: Query): Query;
  /** On a passage in scope, by a coder in scope. */
  coding(passageId: Query, coderId: Query): Query;
  coder(id: Query): Query;
}

/**
 * The one way from a scope to SQL; ARCHITECTURE.md, "Scope", has the rule.
 * @param scope everything, where it is left out
 */
export function narrow(db: Sql, scope: Scope | undefined): Narrowing {
  const resolved = resolveScope(db, scope);
  const ofDocuments = documentConditions(resolved);
  const ofPassages = passageConditions(db, resolved);
  const documents = sql`SELECT d.id FROM documents d WHERE ${all(ofDocuments)}`;
  if (ofDocuments.length > 0) ofPassages.unshift(sql`p.document_id IN (${documents})`);
  let passages = sql`(SELECT p.id FROM passages p WHERE ${all(ofPassages)})`;
  // SQL cannot fold letters as Colligo does: what holds the words is found here and listed.
  if (resolved.text !== '') passages = idList(passagesWith(db, resolved.text, passages));

  const narrowsDocuments = ofDocuments.length > 0;
  const narrowsPassages = resolved.codes.length > 0 || resolved.coders.length > 0 || resolved.text !== '';
  const document = (id: Query) => (narrowsDocuments ? sql`${id} IN (${documents})` : sql`TRUE`);
  const passage = (id: Query) =>
    narrowsDocuments || narrowsPassages ? sql`${id} IN ${passages}` : sql`TRUE`;
  const coder = (id: Query) =>
    resolved.coders.length > 0 ? sql`${id} IN ${idList(resolved.coders)}` : sql`TRUE`;
  const coding = (passageId: Query, coderId: Query) => sql`(${passage(passageId)} AND ${coder(coderId)})`;
  return { resolved, narrowsDocuments, narrowsPassages, document, passage, coding, coder };
}

const all = (conditions: readonly Query[]): Query =>
  conditions.length === 0 ? sql`TRUE` : join(conditions, ' AND ');
