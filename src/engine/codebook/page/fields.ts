import type { ChangedField, FieldChange } from '../../../contract/codebook-versions.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import type { Image, RowChange } from './log.ts';

/** Columns of a code, and what they are called where changes are told. */
const COLUMNS: readonly (readonly [column: string, field: ChangedField])[] = [
  ['name', 'name'],
  ['definition', 'definition'],
  ['use_when', 'useWhen'],
  ['use_not_when', 'useNotWhen'],
  ['example', 'example'],
  ['codable', 'codable'],
  ['colour', 'colour'],
];

/**
 * Says what one step made other of a code.
 * @param changes of that step, of the rows that say something of the code
 * @param nameOf names a code, also one that is gone
 * @returns nothing for what only came or went as a whole. A place has no words on either side: only that it changed is told.
 */
export function fieldsOf(
  code: string,
  changes: readonly RowChange[],
  nameOf: (id: string) => string,
): FieldChange[] {
  const own = changes.find((change) => change.table === 'codes');
  return [
    ...(own?.before && own.after ? columnsOf(own.before, own.after, nameOf) : []),
    ...wordsOf(code, changes),
    ...linksOf(code, changes, nameOf),
  ];
}

function columnsOf(before: Image, after: Image, nameOf: (id: string) => string): FieldChange[] {
  const fields: FieldChange[] = COLUMNS.filter(([column]) => before[column] !== after[column]).map(
    ([column, field]) => ({
      field,
      before: written(field, before[column] ?? ''),
      after: written(field, after[column] ?? ''),
    }),
  );
  const parent = (image: Image) => (image['parent_id'] ? nameOf(String(image['parent_id'])) : '');
  if (before['parent_id'] !== after['parent_id'])
    fields.push({ field: 'parent', before: parent(before), after: parent(after) });
  else if (before['rank'] !== after['rank']) fields.push({ field: 'place', before: '', after: '' });
  return fields;
}

const written = (field: ChangedField, value: string | number): string =>
  field === 'codable' ? (value === 1 ? 'yes' : 'no') : String(value);

/** Words by kind and language: those that went and those that came, a line each. */
function wordsOf(code: string, changes: readonly RowChange[]): FieldChange[] {
  const sides = changes
    .filter((change) => change.table === 'code_labels')
    .flatMap(({ before, after }) => [
      ...(before?.['code_id'] === code ? [{ side: 'before' as const, image: before }] : []),
      ...(after?.['code_id'] === code ? [{ side: 'after' as const, image: after }] : []),
    ])
    .filter(({ image }) => image['kind'] !== 'change');
  const groups = Map.groupBy(sides, ({ image }) => `${image['kind']} ${image['language']}`);
  return [...groups.values()].flatMap((group) => {
    const words = (side: 'before' | 'after') =>
      group.filter((each) => each.side === side).map(({ image }) => String(image['text']));
    const [before, after] = [words('before'), words('after')];
    if (before.toSorted().join('\n') === after.toSorted().join('\n')) return [];
    const { kind, language } = group[0]?.image ?? {};
    return [
      {
        field: kind as ChangedField,
        language: String(language),
        before: before.join('\n'),
        after: after.join('\n'),
      },
    ];
  });
}

function linksOf(code: string, changes: readonly RowChange[], nameOf: (id: string) => string): FieldChange[] {
  const told = (image: Image | null, kind: ChangedField): string[] => {
    const ends = [String(image?.['code_id']), String(image?.['other_code_id'])];
    if (image?.['kind'] !== kind || !ends.includes(code)) return [];
    return [nameOf(ends.find((id) => id !== code) ?? '')];
  };
  const links = changes.filter((change) => change.table === 'code_links');
  const kinds: readonly ChangedField[] = ['see_also', 'not_to_be_confused'];
  return kinds.flatMap((field) => {
    const before = links.flatMap((change) => told(change.before, field)).join('\n');
    const after = links.flatMap((change) => told(change.after, field)).join('\n');
    return before === after ? [] : [{ field, before, after }];
  });
}

/** @returns a function that names a code by its id; one that is gone by the name it had last */
export function namesOfCodes(db: Sql): (id: string) => string {
  const names = new Map(
    db
      .all<{ id: Uint8Array; name: string }>(sql`SELECT id, name FROM codes`)
      .map((row) => [idText(row.id), row.name]),
  );
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const last = db.get<{ name: string }>(sql`
      SELECT json_extract(before, '$.name') AS name FROM changes
      WHERE table_name = 'codes' AND row_id = ${idBytes(id)} AND before IS NOT NULL ORDER BY key DESC LIMIT 1`);
    names.set(id, last?.name ?? '');
    return last?.name ?? '';
  };
}
