import type { PlannedRow, TableWish } from '../../../contract/attribute-tables.ts';
import { ColligoError } from '../../errors.ts';
import type { Subject } from './owners.ts';
import { cellText, type Sheet } from './sheet.ts';

/** Letters without their case and their marks, white space as one: as people may write a name. */
const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @returns the identity that a row gives to the case that is made of it, if it gives one */
export function givenId(wish: TableWish, label: string): string | null {
  return wish.key.by === 'id' && UUID.test(label) ? label.toLowerCase() : null;
}

/**
 * Says for each row whom it is about. Identity, key and the value of an attribute decide by themselves; a name proposes, and
 * counts where the person said so.
 * @throws ColligoError REFUSED for a column that the sheet has not
 */
export function matchRows(sheet: Sheet, subjects: readonly Subject[], wish: TableWish): PlannedRow[] {
  const { key } = wish;
  if (key.column >= sheet.head.length)
    throw new ColligoError('REFUSED', 'The sheet has no such column.', { safe: 'Nothing was changed.' });
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const groups = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const value = identityOf(subject, wish);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), subject]);
  }
  const decided = new Map(wish.rows.map(({ row, to }) => [row, to]));
  const seen = new Set<string>();
  return sheet.rows.map(({ number, cells }): PlannedRow => {
    const label = cellText(cells[key.column]).trim();
    const asked = key.by === 'name' ? folded(label) : key.by === 'id' ? label.toLowerCase() : label;
    const found = label === '' ? [] : (groups.get(asked) ?? []);
    const row = judge(wish, label, found, decided.get(number), byId);
    const candidates = found.length > 1 ? found.map(({ id, name }) => ({ id, name })) : [];
    // A case that is made counts as well: two rows of one identity, or of one name, are about the same.
    const about =
      row.owner?.id ?? (row.fate === 'new' && decided.get(number) !== 'make' ? `new ${asked}` : null);
    const takes = row.fate !== 'left' && row.fate !== 'proposed' && row.fate !== 'several';
    const isTwice = takes && about !== null && seen.has(about);
    if (takes && about !== null) seen.add(about);
    return { row: number, label, candidates, ...row, ...(isTwice ? { fate: 'twice' as const } : {}) };
  });
}

/** What a subject is known by where rows are told by the key of the wish. */
function identityOf(subject: Subject, { key }: TableWish): string | null {
  if (key.by === 'id') return subject.id;
  if (key.by === 'key') return subject.key;
  if (key.by === 'name') return folded(subject.name);
  const value = subject.values.get(key.attribute ?? '');
  return value === undefined ? null : String(value).trim();
}

function judge(
  wish: TableWish,
  label: string,
  found: readonly Subject[],
  decision: string | undefined,
  byId: ReadonlyMap<string, Subject>,
): Pick<PlannedRow, 'fate' | 'owner'> {
  const owner = (subject: Subject) => ({ id: subject.id, name: subject.name });
  const canMake = wish.of === 'case' && label !== '';
  if (decision === 'leave') return { fate: 'left', owner: null };
  if (decision === 'make') return { fate: canMake ? 'new' : 'left', owner: null };
  const chosen = decision === undefined ? undefined : byId.get(decision);
  if (chosen) return { fate: 'chosen', owner: owner(chosen) };
  const [only, second] = found;
  if (only && second) return { fate: 'several', owner: null };
  if (only && wish.key.by !== 'name') return { fate: 'exact', owner: owner(only) };
  if (only) return { fate: wish.names === 'take' ? 'taken' : 'proposed', owner: owner(only) };
  return { fate: canMake && wish.unmatched === 'make' ? 'new' : 'left', owner: null };
}
