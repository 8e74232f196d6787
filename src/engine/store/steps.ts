import type { Step } from '../../contract/common.ts';
import { idText } from './ids.ts';
import { type Sql, sql } from './sql.ts';

export interface StepRow {
  readonly seq: number;
  readonly id: Uint8Array;
  readonly kind: Step['kind'];
  readonly code: string;
  readonly label: string;
  readonly coder_id: Uint8Array;
  readonly coder_name: string;
  readonly at: string;
  readonly target_id: Uint8Array | null;
  /** 1 where the newest step that aims at this one is an undo. */
  readonly undone: 0 | 1;
}

const COLUMNS = sql`s.seq, s.id, s.kind, s.code, s.label, s.coder_id, s.coder_name, s.at, s.target_id,
  coalesce((SELECT t.kind = 'undo' FROM steps t WHERE t.target_id = s.id ORDER BY t.seq DESC LIMIT 1), 0) AS undone`;

/** @returns the step as the contract shows it */
export function showStep(row: StepRow): Step {
  return {
    id: idText(row.id),
    seq: row.seq,
    kind: row.kind,
    code: row.code,
    label: row.label,
    coder: { id: idText(row.coder_id), name: row.coder_name },
    at: row.at,
    undone: row.undone === 1,
  };
}

/**
 * @param before only steps with a smaller sequence number
 * @param limit how many at most
 * @returns steps, newest first
 */
export function listSteps(db: Sql, before: number, limit: number): StepRow[] {
  return db.all(
    sql`SELECT ${COLUMNS} FROM steps s WHERE s.seq < ${before} ORDER BY s.seq DESC LIMIT ${limit}`,
  );
}

/** @returns the step with this sequence number */
export function stepBySeq(db: Sql, seq: number): StepRow {
  return db.one(sql`SELECT ${COLUMNS} FROM steps s WHERE s.seq = ${seq}`);
}

/** @returns the newest step, or undefined in a file without any */
export function newestStep(db: Sql): StepRow | undefined {
  return db.get(sql`SELECT ${COLUMNS} FROM steps s ORDER BY s.seq DESC LIMIT 1`);
}

/**
 * @returns the step that undo would take back: the newest action that is not undone; undefined where there is none. A
 * base step is where the file begins and is never undone.
 */
export function undoable(db: Sql): StepRow | undefined {
  return db.get(sql`
    SELECT * FROM (SELECT ${COLUMNS} FROM steps s WHERE s.kind IN ('do', 'merge') ORDER BY s.seq DESC)
    WHERE undone = 0 LIMIT 1`);
}

/**
 * @returns the step that redo would bring back: the one undone last, unless an action has come since; with it the undo
 * whose changes are to be inverted
 */
export function redoable(db: Sql): { readonly target: StepRow; readonly undo: StepRow } | undefined {
  const undo = db.get<StepRow>(sql`
    SELECT ${COLUMNS} FROM steps s
    WHERE s.kind = 'undo'
      AND s.seq > (SELECT coalesce(max(seq), 0) FROM steps WHERE kind IN ('do', 'merge', 'base'))
      AND NOT EXISTS (SELECT 1 FROM steps t WHERE t.target_id = s.target_id AND t.seq > s.seq)
    ORDER BY s.seq DESC LIMIT 1`);
  if (!undo?.target_id) return undefined;
  const target = db.one<StepRow>(sql`SELECT ${COLUMNS} FROM steps s WHERE s.id = ${undo.target_id}`);
  return { target, undo };
}
