import type { AttributeRow } from '../../contract/cases.ts';
import type { AttributeCondition, CodeCondition, Scope } from '../../contract/scope.ts';
import { fold } from '../../text/folding.ts';
import { listAttributes } from '../cases/read.ts';
import { branch, type CodeNode, readTree } from '../codebook/tree.ts';
import { name, type Sql, sql } from '../store/sql.ts';
import { idList } from './ids.ts';

/** One condition on an attribute that there is. */
export interface ResolvedAttribute extends AttributeCondition {
  readonly row: AttributeRow;
}

/** One condition on codes, each with the codes under it where they count as it. */
export interface ResolvedCodes {
  readonly condition: CodeCondition;
  readonly groups: readonly (readonly string[])[];
}

/** What of a scope narrows the project as it is now. Lists that are empty do not narrow. */
export interface ResolvedScope {
  readonly documents: readonly string[];
  readonly cases: readonly string[];
  readonly attributes: readonly ResolvedAttribute[];
  readonly codes: readonly ResolvedCodes[];
  readonly coders: readonly string[];
  readonly text: string;
}

/**
 * Drops what does not narrow: conditions without values, and those whose every id is gone. An id that is gone beside
 * others stays, and nothing is found by it.
 */
export function resolveScope(db: Sql, scope: Scope | undefined): ResolvedScope {
  const { documents = [], cases = [], attributes = [], codes = [], coders = [], text = '' } = scope ?? {};
  return {
    documents: someThere(db, 'documents', documents),
    cases: someThere(db, 'cases', cases),
    attributes: attributes.length === 0 ? [] : resolveAttributes(db, attributes),
    codes: codes.length === 0 ? [] : resolveCodes(readTree(db), codes),
    coders: someThere(db, 'coders', coders),
    text: fold(text).text === '' ? '' : text,
  };
}

type Table = 'documents' | 'cases' | 'coders';

function someThere(db: Sql, table: Table, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  return db.get(sql`SELECT 1 FROM ${name(table)} WHERE id IN ${idList(ids)} LIMIT 1`) ? ids : [];
}

function resolveAttributes(db: Sql, conditions: readonly AttributeCondition[]): ResolvedAttribute[] {
  const rows = new Map(listAttributes(db).map((row) => [row.id, row]));
  return conditions.flatMap((condition) => {
    const row = rows.get(condition.attribute);
    const says = condition.is === 'missing' || condition.values.length > 0;
    return row && says ? [{ ...condition, row }] : [];
  });
}

function resolveCodes(tree: readonly CodeNode[], conditions: readonly CodeCondition[]): ResolvedCodes[] {
  const there = new Set(tree.map((node) => node.id));
  return conditions
    .filter(({ codes }) => codes.some((code) => there.has(code)))
    .map((condition) => ({
      condition,
      groups: condition.codes.map((code) => (condition.below ? branch(tree, code) : [code])),
    }));
}
