import type { PlannedRow, TablePlan } from '../contract/attribute-tables.ts';
import { counted } from '../engine/find.ts';

/** So many of each kind are listed for people; --json has more. */
const LISTED = 20;

/** What is said of the rows that came to nothing. */
const WHY: Readonly<Partial<Record<PlannedRow['fate'], string>>> = {
  proposed: 'only the name agrees; --take-names takes it',
  several: 'more than one is called so',
  twice: 'an earlier row is about the same',
  left: 'nothing agrees with it',
};

/**
 * @param file its name
 * @param isDry whether nothing was done
 * @returns what an import did, or would do, in lines for people
 */
export function planLines(plan: TablePlan, file: string, isDry: boolean): string[] {
  const { counts, changed, changes, rows, refused, problems, attributes } = plan;
  const done = counts.exact + counts.chosen + counts.taken;
  const left = rows.filter(({ fate }) => WHY[fate] !== undefined);
  const leftCount = counts.proposed + counts.several + counts.twice + counts.left;
  return [
    `${file}: ${counted(done, 'row')} found, ${counted(counts.new, 'new case')}, ${counted(changed, 'cell')} ${isDry ? 'would change' : 'changed'}, ${counted(leftCount, 'row')} left out, ${counted(refused, 'cell')} not understood.`,
    ...attributes.map(({ name, kind }) => `New attribute: ${name} (${kind})`),
    ...listed(
      changes,
      changed,
      ({ row, owner, column, before, after }) =>
        `Row ${row}, ${owner}: ${column}: ${before ?? '–'} → ${after ?? '–'}`,
    ),
    ...listed(left, leftCount, ({ row, label, fate }) => `Row ${row} left out: ${label}: ${WHY[fate] ?? ''}`),
    ...listed(problems, refused, ({ row, column, why }) => `Row ${row}, column ${column}: ${why}`),
  ];
}

function listed<Entry>(entries: readonly Entry[], all: number, line: (entry: Entry) => string): string[] {
  const shown = entries.slice(0, LISTED).map(line);
  return all > shown.length ? [...shown, `… and ${all - shown.length} more`] : shown;
}
