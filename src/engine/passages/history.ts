import type { Step } from '../../contract/common.ts';
import { idBytes } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { showStep, stepBySeq } from '../store/steps.ts';

/**
 * @returns the steps that touched a passage, its anchors or its codings, newest first; undone ones are marked
 */
export function passageHistory(db: Sql, passage: string, limit: number): Step[] {
  const id = idBytes(passage);
  const hex = Buffer.from(id).toString('hex').toUpperCase();
  // A coding that is gone names its passage in the image that was logged when it went.
  const steps = db.all<{ seq: number }>(sql`
    SELECT DISTINCT step_seq AS seq FROM changes WHERE row_id = ${id}
      OR row_id IN (SELECT id FROM codings WHERE passage_id = ${id})
      OR row_id IN (SELECT id FROM anchors WHERE passage_id = ${id})
      OR row_id IN (SELECT row_id FROM changes WHERE table_name IN ('codings', 'anchors') AND json_extract(before, '$.passage_id') = ${hex})
    ORDER BY seq DESC LIMIT ${limit}`);
  return steps.map(({ seq }) => showStep(stepBySeq(db, seq)));
}
