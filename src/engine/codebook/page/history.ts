import type { CodeStep, Why } from '../../../contract/code-page.ts';
import { listCoders } from '../../coders/read.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { showStep, stepBySeq } from '../../store/steps.ts';
import { nodeOf } from '../pick.ts';
import { readTree } from '../tree.ts';
import { fieldsOf, namesOfCodes } from './fields.ts';
import { type RowChange, rowChangesOf } from './log.ts';
import { explainedBy } from './said-why.ts';

/** An entry while it is put together, oldest first. */
interface Entry extends CodeStep {
  readonly why: Why[];
  readonly named: string[];
}

/**
 * Tells where a code changed and why. Steps that were taken back are left out: what they did is not so.
 * @returns newest first
 * @throws ColligoError NOT_FOUND
 */
export function codeHistory(db: Sql, code: string): CodeStep[] {
  nodeOf(readTree(db), code);
  const coders = new Map(listCoders(db).map(({ id, name }) => [id, name]));
  const nameOf = namesOfCodes(db);
  const entries: Entry[] = [];
  for (const [seq, changes] of Map.groupBy(rowChangesOf(db, code), (change) => change.seq)) {
    const row = stepBySeq(db, seq);
    if (row.kind === 'undo' || row.kind === 'redo' || row.undone === 1) continue;
    const fields = fieldsOf(code, changes, nameOf);
    const why = changes.flatMap((change) => whyIn(code, change, coders));
    const isOwn = fields.length > 0 || changes.some((change) => change.table === 'codes');
    const explained = explainedBy(row.code);
    // Words that were written afterwards stand with the change they are about: one that is named, else the newest.
    const about = entries.find(({ step }) => step.id === explained) ?? entries.at(-1);
    if (!isOwn && about) about.why.push(...why);
    else if (isOwn || why.length > 0) entries.push({ step: showStep(row), fields, why, named: [] });
  }
  for (const { name, at } of db.all<{ name: string; at: string }>(
    sql`SELECT name, created_at AS at FROM codebook_versions ORDER BY created_at, id`,
  )) {
    entries.findLast(({ step }) => step.at <= at)?.named.push(name);
  }
  return entries.toReversed();
}

function whyIn(
  code: string,
  { table, before, after }: RowChange,
  coders: ReadonlyMap<string, string>,
): Why[] {
  if (table !== 'code_labels' || after?.['kind'] !== 'change') return [];
  // A word that only moved among its like was there before.
  if (after['code_id'] !== code || before?.['code_id'] === code) return [];
  return [
    {
      text: String(after['text']),
      at: String(after['created_at']),
      by: coders.get(String(after['created_by'])) ?? '',
    },
  ];
}
