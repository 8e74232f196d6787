import { type Cell, cellText, type Sheet } from './sheet.ts';

/** Columns by which Colligo's own list of attribute values is known. */
const LONG = ['attribute_id', 'attribute', 'applies_to', 'owner_id', 'value'] as const;

/**
 * Turns the list of attribute values of a dataset, a row for each value, into tables with a row for each document or case
 * and a column for each attribute, which keep the identities of the attributes. Other sheets stay as they are.
 */
export function unfold(sheet: Sheet): Sheet[] {
  const at = Object.fromEntries(LONG.map((name) => [name, sheet.head.indexOf(name)]));
  if (LONG.some((name) => at[name] === -1)) return [sheet];
  const text = (cells: readonly Cell[], name: (typeof LONG)[number]) => cellText(cells[at[name] ?? 0]);
  return (['case', 'document'] as const).flatMap((owner): Sheet[] => {
    const own = sheet.rows.filter(({ cells }) => text(cells, 'applies_to') === owner);
    if (own.length === 0) return [];
    const attributes = new Map(
      own.map(({ cells }) => [text(cells, 'attribute_id'), text(cells, 'attribute')]),
    );
    const places = new Map([...attributes.keys()].map((id, index) => [id, index + 1]));
    const rows = new Map<string, { number: number; cells: Cell[] }>();
    for (const { number, cells } of own) {
      const id = text(cells, 'owner_id');
      const row = rows.get(id) ?? { number, cells: [id, ...[...attributes].map(() => null)] };
      row.cells[places.get(text(cells, 'attribute_id')) ?? 0] = cells[at['value'] ?? 0] ?? null;
      rows.set(id, row);
    }
    return [
      {
        name: sheet.name === '' ? owner : `${sheet.name}: ${owner}`,
        decimalComma: sheet.decimalComma,
        head: [`${owner}_id`, ...attributes.values()],
        rows: [...rows.values()],
        attributes: [undefined, ...attributes.keys()],
      },
    ];
  });
}
