import type { QuoteRow } from '../../contract/passages.ts';
import type { Grouping } from './view.ts';

/** Passages under one heading. */
export interface Group {
  /** Unique among the groups of a list. */
  readonly key: string;
  readonly title: string;
  readonly rows: readonly QuoteRow[];
}

/** What groups are called where the rows do not say. */
export interface GroupNames {
  readonly code: (id: string | null) => string;
  readonly coder: (id: string) => string;
  readonly section: (row: QuoteRow) => string;
}

/** The headings that a passage stands under, and what they are called. */
function headingsOf(row: QuoteRow, by: Grouping, names: GroupNames): readonly (readonly [string, string])[] {
  const { documentId, documentTitle, section, codings } = row;
  if (by === 'document') return [[documentId, documentTitle]];
  if (by === 'section') return [[`${documentId} ${section}`, names.section(row)]];
  if (by === 'none') return [['', '']];
  // A passage that is only commented on has neither code nor coder, and stands under a heading of its own.
  if (codings.length === 0) return [['', names.code(null)]];
  if (by === 'coder')
    return [...new Set(codings.map(({ coderId }) => coderId))].map((id) => [id, names.coder(id)]);
  return [...new Set(codings.map(({ codeId }) => codeId))].map((id) => [id, names.code(id)]);
}

/**
 * Puts passages under headings, in the order they come. With codes and coders a passage stands under each of its own, so
 * that it can have several rows; nothing is dropped.
 * @param order codes in their order, for groups by code; others come in the order of their first passage
 */
export function groupsOf(
  rows: readonly QuoteRow[],
  by: Grouping,
  names: GroupNames,
  order: readonly string[] = [],
): Group[] {
  const groups = new Map<string, { title: string; rows: QuoteRow[] }>();
  for (const row of rows) {
    for (const [key, title] of headingsOf(row, by, names)) {
      const group = groups.get(key) ?? { title, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  const all = [...groups].map(([key, group]) => ({ key: `${by}:${key}`, ...group }));
  if (by !== 'code') return all;
  const place = new Map(order.map((id, index) => [`code:${id}`, index]));
  const placeOf = ({ key }: Group) => place.get(key) ?? order.length;
  return all.sort((a, b) => placeOf(a) - placeOf(b));
}

const SEPARATOR = '|';

/** The key of a passage's row under a group. */
export const rowKey = (group: Group, row: QuoteRow): string => `${group.key}${SEPARATOR}${row.id}`;

/** The passage that a row's key stands for. */
export const passageOf = (key: string): string => key.slice(key.lastIndexOf(SEPARATOR) + 1);
