import { sha256 } from '../../documents/reading-id.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { nodesIn, type StateNode } from '../state.ts';

/** What is remembered of a state beside its body. */
export interface Extent {
  readonly codes: number;
  readonly signature: string;
}

/** By the hash of the body. A state never changes, and this is a few bytes of each. */
const known = new Map<string, Extent>();

/**
 * @returns what two codebooks share where, and only where, nothing changed between them: all fields in tree order. Ranks
 * are left out: another rank at the same place is no change.
 */
export function signatureOf(nodes: readonly StateNode[]): string {
  const plain = nodes.map(({ rank: _rank, labels, ...node }) => ({
    ...node,
    // In which order two languages were said is no change, either.
    labels: labels.toSorted((one, other) => compare(one.kind + one.language, other.kind + other.language)),
  }));
  return sha256(JSON.stringify(plain)).toString('hex');
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** @returns the extent of the state with this hash; its body is read once only */
export function extentOf(db: Sql, hash: Buffer): Extent {
  const key = hash.toString('hex');
  const there = known.get(key);
  if (there) return there;
  const { body } = db.one<{ body: string }>(sql`SELECT body FROM codebook_states WHERE sha256 = ${hash}`);
  const nodes = nodesIn(body);
  const extent = { codes: nodes.length, signature: signatureOf(nodes) };
  known.set(key, extent);
  return extent;
}
