import type { Scope } from '../../contract/scope.ts';
import { readTree, showPath } from '../codebook/tree.ts';
import { counted } from '../find.ts';
import { idText } from '../store/ids.ts';
import { name, type Sql, sql } from '../store/sql.ts';
import { type Narrowing, narrow } from './narrow.ts';
import type { ResolvedAttribute, ResolvedCodes } from './resolve.ts';

/** Names that a condition spells out; a scope may name thousands. */
const SHOWN = 12;

/**
 * Says what a scope is, for those who read an export without the project.
 * @param called what coders are called, by their ids; their names, where it is left out
 * @returns one sentence, the same for the same project and scope: "12 of 40 documents: cases “A” or “B”; “Adopted” at least
 * 2024."; null where it holds everything
 */
export function scopeInWords(
  db: Sql,
  scope: Scope | undefined,
  called?: ReadonlyMap<string, string>,
): string | null {
  const narrowing = narrow(db, scope);
  const conditions = conditionsInWords(db, narrowing, called);
  if (conditions.length === 0) return null;
  const { inScope, all } = db.one<{ inScope: number; all: number }>(sql`
    SELECT count(*) AS "all", coalesce(sum(${narrowing.document(sql`d.id`)}), 0) AS inScope FROM documents d`);
  return `${inScope} of ${counted(all, 'document')}: ${conditions.join('; ')}.`;
}

function conditionsInWords(
  db: Sql,
  { resolved }: Narrowing,
  called: ReadonlyMap<string, string> | undefined,
): string[] {
  const { documents, cases, attributes, codes, coders, text } = resolved;
  const paths = new Map(readTree(db).map((node) => [node.id, showPath(node.path)]));
  const conditions = [
    documents.length > 0 && `documents ${anyOf(namesIn(db, 'documents', documents))}`,
    cases.length > 0 && `cases ${anyOf(namesIn(db, 'cases', cases))}`,
    ...attributes.map(attributeInWords),
    ...codes.map((one) => codesInWords(one, paths)),
    coders.length > 0 && `coded by ${anyOf(called ? named(coders, called) : namesIn(db, 'coders', coders))}`,
    text !== '' && `passages that contain “${text}”`,
  ];
  return conditions.filter((condition) => condition !== false);
}

function attributeInWords({ row, is, values }: ResolvedAttribute): string {
  const shown = values.map((value) => {
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return typeof value === 'number' ? String(value) : quoted(value);
  });
  const said = {
    one_of: () => `is ${anyOf(shown)}`,
    none_of: () => `is not ${anyOf(shown)}`,
    at_least: () => `at least ${values[0]}`,
    at_most: () => `at most ${values[0]}`,
    between: () => `from ${values[0]} to ${values[1]}`,
    missing: () => 'has no value',
  }[is]();
  return `“${row.name}” ${said}`;
}

function codesInWords({ condition }: ResolvedCodes, paths: ReadonlyMap<string, string>): string {
  const named = condition.codes.map((code) => quoted(paths.get(code)));
  const listed = listOf(named, condition.mode === 'all' ? 'and' : 'or');
  const below = condition.below ? ', with the codes under them' : '';
  return `passages ${condition.mode === 'none' ? 'without' : 'coded'} ${listed}${below}`;
}

function namesIn(
  db: Sql,
  table: 'documents' | 'cases' | 'coders',
  ids: readonly string[],
): (string | null)[] {
  const column = name(table === 'documents' ? 'title' : 'name');
  const rows = db.all<{ id: Uint8Array; named: string }>(
    sql`SELECT id, ${column} AS named FROM ${name(table)}`,
  );
  return named(ids, new Map(rows.map((row) => [idText(row.id), row.named])));
}

const named = (ids: readonly string[], names: ReadonlyMap<string, string>): (string | null)[] =>
  [...new Set(ids)].map((id) => quoted(names.get(id)));

const anyOf = (names: readonly (string | null)[]): string => listOf(names, 'or');

/** @returns null for what is not in the project any more */
const quoted = (one: string | undefined): string | null => (one === undefined ? null : `“${one}”`);

/** @param names as they are to be shown; null for what is not in the project any more */
function listOf(names: readonly (string | null)[], last: 'and' | 'or'): string {
  const known = names.filter((one) => one !== null);
  const gone = names.length - known.length;
  const parts = [
    ...known.slice(0, SHOWN),
    ...(known.length > SHOWN ? [counted(known.length - SHOWN, 'other')] : []),
    ...(gone > 0 ? [`${gone} that ${gone === 1 ? 'is' : 'are'} gone`] : []),
  ];
  const [end = '', ...before] = parts.toReversed();
  return before.length === 0 ? end : `${before.toReversed().join(', ')} ${last} ${end}`;
}
