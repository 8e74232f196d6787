import { idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';

interface Row {
  readonly key: number;
  readonly table_name: 'codes' | 'code_labels';
  readonly operation: 'insert' | 'delete';
  readonly row_id: Uint8Array;
}

interface JoiningStep {
  readonly code: string;
  /** Codes that the step took away or made. */
  readonly gone: readonly string[];
  readonly made: readonly string[];
  /** Codes to which it gave a label, in order. */
  readonly labelled: readonly string[];
}

/**
 * Reads from the log which codes became one, and which were made out of others. A merge takes codes away and says why in
 * a label of the one that stays; a split makes codes and says so in a label of the one that was split. Steps that were
 * taken back count as none.
 * @returns ids of codes that went, each with the one they went into, and ids of codes that came, each with the one they came from
 */
export function readOrigins(db: Sql): { mergedInto: Map<string, string>; splitFrom: Map<string, string> } {
  const mergedInto = new Map<string, string>();
  const splitFrom = new Map<string, string>();
  for (const { code, gone, made, labelled } of stepsThatJoin(db)) {
    if (code === 'codes.merge') {
      const into = labelled.find((id) => !gone.includes(id));
      if (into !== undefined) for (const id of gone) mergedInto.set(id, into);
    } else {
      const from = labelled.find((id) => !made.includes(id));
      if (from !== undefined) for (const id of made) splitFrom.set(id, from);
    }
  }
  return { mergedInto, splitFrom };
}

function stepsThatJoin(db: Sql): JoiningStep[] {
  const steps = db.all<{ seq: number; code: string }>(sql`
    SELECT s.seq, s.code FROM steps s WHERE s.code IN ('codes.merge', 'codes.split') AND s.kind IN ('do', 'merge')
      AND coalesce((SELECT t.kind FROM steps t WHERE t.target_id = s.id ORDER BY t.seq DESC LIMIT 1), '') <> 'undo'
    ORDER BY s.seq`);
  if (steps.length === 0) return [];
  const codeOf = labelsThen(db);
  return steps.map(({ seq, code }) => {
    const rows = db.all<Row>(sql`
      SELECT key, table_name, operation, row_id FROM changes
      WHERE step_seq = ${seq} AND table_name IN ('codes', 'code_labels') AND operation <> 'update' ORDER BY key`);
    const codes = (operation: Row['operation']) =>
      rows
        .filter((row) => row.table_name === 'codes' && row.operation === operation)
        .map((row) => idText(row.row_id));
    const labels = rows.filter((row) => row.table_name === 'code_labels' && row.operation === 'insert');
    return {
      code,
      gone: codes('delete'),
      made: codes('insert'),
      labelled: labels.flatMap((row) => codeOf(row) ?? []),
    };
  });
}

/**
 * @returns a function that tells to which code a label was given by a change of the log: what it said is in the image that
 * was logged when the label was next touched, else in the label itself. All of the log is read once.
 */
function labelsThen(db: Sql): (row: Row) => string | undefined {
  const images = Map.groupBy(
    db.all<{ key: number; row_id: Uint8Array; code_id: Uint8Array }>(sql`
      SELECT key, row_id, unhex(json_extract(before, '$.code_id')) AS code_id FROM changes
      WHERE table_name = 'code_labels' AND before IS NOT NULL ORDER BY key`),
    ({ row_id }) => idText(row_id),
  );
  const present = new Map(
    db
      .all<{ id: Uint8Array; code_id: Uint8Array }>(sql`SELECT id, code_id FROM code_labels`)
      .map((row) => [idText(row.id), idText(row.code_id)]),
  );
  return ({ key, row_id }) => {
    const id = idText(row_id);
    const next = images.get(id)?.find((image) => image.key > key);
    return next ? idText(next.code_id) : present.get(id);
  };
}
