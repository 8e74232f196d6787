import type { Scope } from '../../contract/scope.ts';
import { join, type Query, type Sql, sql } from '../store/sql.ts';
import { type CodesInScope, codesInScope } from './codes.ts';
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
  /** One that the scope asks for; where it asks for none, any but those it asks to be without. */
  code(id: Query): Query;
  /** One that the scope names, where it names any, and to which a document in scope belongs. */
  case(id: Query): Query;
}

/**
 * The one way from a scope to SQL; ARCHITECTURE.md, "Scope", has the rule.
 * @param scope everything, where it is left out
 * @param within a list of ids of documents, for use behind IN, where only passages of these are asked about
 */
export function narrow(db: Sql, scope: Scope | undefined, within: Query | null = null): Narrowing {
  const resolved = resolveScope(db, scope);
  const ofDocuments = documentConditions(resolved);
  const documents = sql`SELECT d.id FROM documents d WHERE ${all(ofDocuments)}`;
  // Worked out when it is first asked for: many questions are about documents only.
  let found: Query | undefined;
  const passages = () => {
    found ??= passagesIn(db, resolved, [
      ...(within === null ? [] : [sql`p.document_id IN ${within}`]),
      ...(ofDocuments.length > 0 ? [sql`p.document_id IN (${documents})`] : []),
      ...passageConditions(db, resolved, within),
    ]);
    return found;
  };

  const narrowsDocuments = ofDocuments.length > 0;
  const narrowsPassages = resolved.codes.length > 0 || resolved.coders.length > 0 || resolved.text !== '';
  const document = (id: Query) => (narrowsDocuments ? sql`${id} IN (${documents})` : sql`TRUE`);
  const passage = (id: Query) =>
    narrowsDocuments || narrowsPassages ? sql`${id} IN ${passages()}` : sql`TRUE`;
  const coder = (id: Query) =>
    resolved.coders.length > 0 ? sql`${id} IN ${idList(resolved.coders)}` : sql`TRUE`;
  const coding = (passageId: Query, coderId: Query) => sql`(${passage(passageId)} AND ${coder(coderId)})`;
  const code = (id: Query) => codeCondition(codesInScope(resolved), id);
  const ofCase = (id: Query) => caseCondition(resolved, id, document);
  return {
    resolved,
    narrowsDocuments,
    narrowsPassages,
    document,
    passage,
    coding,
    coder,
    code,
    case: ofCase,
  };
}

function passagesIn(db: Sql, { text }: ResolvedScope, conditions: readonly Query[]): Query {
  const passages = sql`(SELECT p.id FROM passages p WHERE ${all(conditions)})`;
  // SQL cannot fold letters as Colligo does: what holds the words is found here and listed.
  return text === '' ? passages : idList(passagesWith(db, text, passages));
}

function codeCondition({ asked, excluded }: CodesInScope, id: Query): Query {
  return all([
    ...(asked === null ? [] : [sql`${id} IN ${idList([...asked])}`]),
    ...(excluded.size === 0 ? [] : [sql`${id} NOT IN ${idList([...excluded])}`]),
  ]);
}

/** A case that is named is in scope whether it has documents or not, as long as nothing else chooses among those. */
function caseCondition(
  { cases, documents, attributes }: ResolvedScope,
  id: Query,
  document: Narrowing['document'],
): Query {
  const choosesDocuments = documents.length > 0 || attributes.length > 0;
  return all([
    ...(cases.length === 0 ? [] : [sql`${id} IN ${idList(cases)}`]),
    ...(choosesDocuments
      ? [sql`${id} IN (SELECT case_id FROM case_documents WHERE ${document(sql`document_id`)})`]
      : []),
  ]);
}

const all = (conditions: readonly Query[]): Query =>
  conditions.length === 0 ? sql`TRUE` : join(conditions, ' AND ');
