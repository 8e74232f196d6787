import type { MergeBase } from '../../../../contract/codebook-exchange.ts';
import { nodesIn, presentState, type StateNode } from '../../../codebook/state.ts';
import { readVersion } from '../../../codebook/versions/read.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { Book } from '../book.ts';
import { OWN_FIELDS, saidIn } from './fields.ts';

/** A common ancestor, with what is said of it. */
export interface Ancestor {
  readonly base: MergeBase;
  readonly nodes: readonly StateNode[] | Book['codes'] | null;
}

/** Remembered states that are looked through, newest first. */
const MOST_STATES = 500;

/** @returns a version of the project as the common ancestor; @throws ColligoError NOT_FOUND */
export function versionAsBase(db: Sql, id: string): Ancestor {
  const { name, nodes } = readVersion(db, id);
  return { base: { kind: 'version', name }, nodes };
}

/**
 * Looks for the common ancestor of the project and a file: the newest state of the project in which every code that the file
 * has, too, reads as it does there. Then nothing in the file can be older than the state, so that taking it for the ancestor
 * undoes nothing. Named versions, states that reviews remember, and the codebook as it is are looked through.
 */
export function findAncestor(db: Sql, theirs: Book): Ancestor {
  const present = presentState(db);
  if (readsAs(present, theirs)) return { base: { kind: 'now', name: '' }, nodes: present };
  const rows = db.all<{ body: string; created_at: string; name: string | null }>(sql`
    SELECT s.body, s.created_at, (SELECT v.name FROM codebook_versions v WHERE v.state_id = s.id ORDER BY v.created_at DESC LIMIT 1) AS name
    FROM codebook_states s ORDER BY s.created_at DESC, s.id DESC LIMIT ${MOST_STATES}`);
  for (const { body, created_at, name } of rows) {
    const nodes = nodesIn(body);
    if (readsAs(nodes, theirs))
      return { base: name === null ? { kind: 'state', name: created_at } : { kind: 'version', name }, nodes };
  }
  return { base: { kind: 'none', name: '' }, nodes: null };
}

/** Whether codes that both have are the same, as far as the file speaks of them; and whether there are any. */
function readsAs(nodes: readonly StateNode[], { codes, labelKinds }: Book): boolean {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let shared = 0;
  for (const code of codes) {
    const node = code.isIdentified ? byId.get(code.id) : undefined;
    if (!node) continue;
    shared++;
    if (node.parentId !== code.parentId) return false;
    const differs = OWN_FIELDS.some((field) => {
      const value = saidIn(code, field, labelKinds);
      return value !== undefined && value !== saidIn(node, field, null);
    });
    if (differs) return false;
  }
  return shared > 0;
}
