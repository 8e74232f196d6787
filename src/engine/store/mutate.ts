import type { Step } from '../../contract/common.ts';
import { moment } from './clock.ts';
import { type IdBytes, newId } from './ids.ts';
import { type Sql, sql } from './sql.ts';
import { showStep, stepBySeq } from './steps.ts';

/** The person a step is attributed to. */
export interface Actor {
  readonly id: IdBytes;
  readonly name: string;
}

/** What a step is called. */
export interface StepName {
  readonly kind?: Step['kind'];
  /** For machines: noun.verb. */
  readonly code: string;
  /** For people; may be made more exact by `Writing.describe`. */
  readonly label: string;
  /** Undo and redo: the step they aim at. */
  readonly target?: IdBytes;
}

/** What an action gets to work with inside its step. */
export interface Writing {
  readonly db: Sql;
  readonly actor: Actor;
  /** The moment of the step: every row it makes carries this one. */
  readonly at: string;
  /** Replaces the step's label once it is known what was done. */
  describe(label: string): void;
}

export interface Mutation<Result> {
  /** Null where nothing changed: then nothing was written at all. */
  readonly step: Step | null;
  readonly result: Result;
  /** Whether the actor became a coder of the project with it. */
  readonly hasJoined: boolean;
}

/**
 * Runs an action as one named step: one transaction, logged by the triggers, on disk when this returns. An action that
 * throws or changes nothing leaves no trace.
 * @param db the writing connection, with the log started
 * @param actor who acts; becomes a coder of the project with the first step they make
 * @param step what the step is called
 * @param action synchronous; writes through `Writing.db` only
 * @throws whatever the action throws, and ColligoError DISK where the step could not be made durable
 */
export function mutate<Result>(
  db: Sql,
  actor: Actor,
  step: StepName,
  action: (writing: Writing) => Result,
): Mutation<Result> {
  const at = moment();
  const id = newId();
  db.script('BEGIN IMMEDIATE');
  try {
    const { seq } = db.one<{ seq: number }>(sql`
      INSERT INTO steps (id, kind, code, label, coder_id, coder_name, at, target_id)
      VALUES (${id}, ${step.kind ?? 'do'}, ${step.code}, ${step.label}, ${actor.id}, ${actor.name}, ${at}, ${step.target ?? null})
      RETURNING seq`);
    db.run(sql`INSERT INTO current_step (seq) VALUES (${seq})`);
    const isAction = (step.kind ?? 'do') === 'do' || step.kind === 'base';
    const joined = isAction ? joinProject(db, actor, at) : 0;
    const result = action({
      db,
      actor,
      at,
      describe: (label) => db.run(sql`UPDATE steps SET label = ${label} WHERE seq = ${seq}`),
    });
    if (result instanceof Promise) throw new Error('an action is synchronous: its step is one transaction');
    const { n } = db.one<{ n: number }>(
      sql`SELECT count(*) AS n FROM (SELECT 1 FROM changes WHERE step_seq = ${seq} LIMIT 2)`,
    );
    if (n <= joined) {
      db.script('ROLLBACK');
      return { step: null, result, hasJoined: false };
    }
    db.run(sql`DELETE FROM current_step`);
    db.script('COMMIT');
    return { step: showStep(stepBySeq(db, seq)), result, hasJoined: joined > 0 };
  } catch (error) {
    if (db.raw.inTransaction) db.script('ROLLBACK');
    throw error;
  }
}

/** @returns 1 where the actor was not a coder of the project yet and became one, else 0 */
function joinProject(db: Sql, actor: Actor, at: string): number {
  return db.run(sql`INSERT INTO coders (id, name, kind, created_at) VALUES (${actor.id}, ${actor.name}, 'person', ${at})
    ON CONFLICT (id) DO NOTHING`);
}
