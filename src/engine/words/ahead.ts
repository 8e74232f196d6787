import type { Sql } from '../store/sql.ts';
import { countWords } from './count.ts';
import { leaveNumbered } from './numbered.ts';
import { wordDocuments } from './places.ts';

/** After so long it pauses, ms: somebody else's question may be waiting for this worker. */
const SLICE_MS = 150;

/**
 * Counts words of whole texts before anybody asks, for a while; at the end what was read is left for the next start.
 * @param db within a read transaction, so that all of it is of one moment
 * @param from which document to begin with, in the project's order
 * @param most for how long, ms
 * @returns which document to go on with; null where all are counted
 */
export function countAhead(db: Sql, from: number, most: number = SLICE_MS): number | null {
  const documents = wordDocuments(db, {});
  const end = performance.now() + most;
  for (let at = from; at < documents.length; at++) {
    const document = documents[at];
    if (document !== undefined) countWords(db, document);
    if (performance.now() >= end && at + 1 < documents.length) return at + 1;
  }
  leaveNumbered(db);
  return null;
}
