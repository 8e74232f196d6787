import { sha256 } from '../documents/reading-id.ts';
import { newId } from '../store/ids.ts';
import type { Writing } from '../store/mutate.ts';
import { type Sql, sql } from '../store/sql.ts';
import { readTree } from './tree.ts';
import { type CodebookNode, readCodebook } from './whole.ts';

/** A code as a state remembers it: with its place among its siblings. */
export type StateNode = CodebookNode & { readonly rank: string };

/**
 * Remembers the codebook as it stands, within a step. Where it stood exactly so before, that state is used again.
 * @returns the state's id. Its body is a JSON array of the codes in tree order with all their fields; other words and links
 * stand there where a code has any.
 */
export function rememberState({ db, actor, at }: Writing): Uint8Array {
  const body = JSON.stringify(bodyOf(db));
  const hash = sha256(body);
  const known = db.get<{ id: Uint8Array }>(sql`SELECT id FROM codebook_states WHERE sha256 = ${hash}`);
  if (known) return known.id;
  const id = newId();
  db.run(
    sql`INSERT INTO codebook_states (id, sha256, body, created_at, created_by) VALUES (${id}, ${hash}, ${body}, ${at}, ${actor.id})`,
  );
  return id;
}

/** @returns the codebook as it stands, as a state would remember it */
export function presentState(db: Sql): StateNode[] {
  return nodesIn(JSON.stringify(bodyOf(db)));
}

/** @returns the codes of a remembered state, from its body */
export function nodesIn(body: string): StateNode[] {
  const nodes: (Omit<StateNode, 'labels' | 'links'> & Partial<StateNode>)[] = JSON.parse(body);
  return nodes.map((node) => ({ ...node, labels: node.labels ?? [], links: node.links ?? [] }));
}

/** Why a code was changed is said of its history and is no part of a state. */
function bodyOf(db: Sql): object[] {
  const whole = new Map(readCodebook(db).map((node) => [node.id, node]));
  return readTree(db).map(({ path: _path, ...code }) => {
    const { labels = [], links = [] } = whole.get(code.id) ?? {};
    const said = labels.filter(({ kind }) => kind !== 'change');
    // States from before codes had other words keep their hash: what is empty is left out.
    return { ...code, ...(said.length > 0 && { labels: said }), ...(links.length > 0 && { links }) };
  });
}
