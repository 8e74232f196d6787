import type { RestorePlan } from '../../../contract/codebook-versions.ts';
import { idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { diffCodebooks } from '../diff.ts';
import { presentState, type StateNode } from '../state.ts';
import { readVersion } from './read.ts';

/** What going back to a version does, code by code. */
export interface Restoring {
  readonly version: { readonly id: string; readonly name: string };
  /** The codebook as it will be again, in tree order. */
  readonly target: readonly StateNode[];
  readonly present: readonly StateNode[];
  /** Codes that came since and that nothing hangs on: they go. */
  readonly gone: readonly StateNode[];
  /** Codes that came since and stay, with what is under them, as codings, reviews or memos hang on them or on those below. */
  readonly kept: readonly StateNode[];
  /** What the code is called under which the latter are gathered. */
  readonly group: string;
  /** The one of that name that an earlier return has made, if it is there. */
  readonly groupId: string | null;
}

/**
 * Works out how the codebook becomes what it was. Nobody's judgement is lost by it: a code on which anything hangs stays.
 * @throws ColligoError NOT_FOUND
 */
export function planRestoring(db: Sql, id: string): Restoring {
  const { name, nodes: target } = readVersion(db, id);
  const present = presentState(db);
  const wanted = new Set(target.map((node) => node.id));
  const since = present.filter((node) => !wanted.has(node.id));
  const used = usedCodes(db);
  const group = `Not in ${name}`;
  const gathering = since.find(
    (node) => node.parentId === null && !node.codable && node.name === group && !used.has(node.id),
  );
  const stays = new Set<string>();
  // From the leaves up: a code under which one stays, stays with it.
  for (const node of since.toReversed()) {
    if (node !== gathering && (used.has(node.id) || stays.has(node.id))) {
      stays.add(node.id);
      if (node.parentId !== null) stays.add(node.parentId);
    }
  }
  const kept = since.filter((node) => node !== gathering && stays.has(node.id));
  const groupId = kept.length > 0 ? (gathering?.id ?? null) : null;
  const gone = since.filter((node) => !kept.includes(node) && node.id !== groupId);
  return { version: { id, name }, target, present, gone, kept, group, groupId };
}

/** @returns ids of the codes on which codings, reviews or memos hang */
function usedCodes(db: Sql): Set<string> {
  const rows = db.all<{ id: Uint8Array }>(sql`
    SELECT code_id AS id FROM codings UNION SELECT code_id FROM reviews
    UNION SELECT code_id FROM memos WHERE code_id IS NOT NULL`);
  return new Set(rows.map(({ id }) => idText(id)));
}

/**
 * Says beforehand what going back to a version would do.
 * @throws ColligoError NOT_FOUND
 */
export function restorePlan(db: Sql, id: string): RestorePlan {
  const { target, present, gone, kept, group } = planRestoring(db, id);
  const there = new Set(present.map((node) => node.id));
  const codings = new Map(
    db
      .all<{ id: Uint8Array; n: number }>(
        sql`SELECT code_id AS id, count(*) AS n FROM codings GROUP BY code_id`,
      )
      .map((row) => [idText(row.id), row.n]),
  );
  const reference = (node: StateNode) => ({
    id: node.id,
    name: node.name,
    codings: codings.get(node.id) ?? 0,
  });
  return {
    back: target.filter((node) => !there.has(node.id)).map(reference),
    gone: gone.map(reference),
    kept: kept.map(reference),
    group,
    changes: diffCodebooks(present, target).filter(({ kind }) => kind !== 'added' && kind !== 'removed'),
  };
}
