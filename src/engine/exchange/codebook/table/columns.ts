import type { CodeLabel } from '../../../codebook/whole.ts';

/** What a column of a table of codes can say. */
export type Column =
  | 'id'
  | 'parent'
  | 'path'
  | 'depth'
  | 'name'
  | 'definition'
  | 'useWhen'
  | 'useNotWhen'
  | 'example'
  | 'colour'
  | 'codable'
  | 'notation'
  | 'alias'
  | 'hidden'
  | 'note'
  | 'see_also'
  | 'not_to_be_confused';

/** Headings by which a column is known, folded as `fold` does; the first is the one that is written. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'guid', 'uuid', 'code id', 'identifier'],
  parent: ['parent', 'parent id', 'parent code', 'parent name', 'broader', 'category', 'theme', 'under'],
  path: ['path', 'code path', 'full path', 'full name', 'hierarchy'],
  depth: ['depth', 'indent', 'level'],
  name: ['name', 'code', 'code name', 'label', 'title', 'term', 'pref label', 'tag'],
  definition: ['definition', 'description', 'meaning', 'comment', 'memo', 'text'],
  useWhen: ['use when', 'when to use', 'inclusion', 'inclusion criteria', 'include'],
  useNotWhen: [
    'use not when',
    'do not use when',
    'not when',
    'when not to use',
    'exclusion',
    'exclusion criteria',
    'exclude',
  ],
  example: ['example', 'examples', 'typical example', 'anchor example'],
  colour: ['colour', 'color'],
  codable: ['codable', 'is codable', 'can be applied'],
  notation: ['notation', 'number', 'sign', 'no'],
  alias: ['aliases', 'alias', 'synonyms', 'alt label', 'also called'],
  hidden: ['words to find it by', 'hidden', 'hidden label', 'keywords'],
  note: ['notes', 'note', 'scope note', 'remarks'],
  see_also: ['see also', 'related'],
  not_to_be_confused: ['not to be confused with', 'not to be confused'],
};

/** Labels that a column of their own holds, one a line of the cell. */
export const LABEL_COLUMNS = [
  'notation',
  'alias',
  'hidden',
  'note',
] as const satisfies readonly CodeLabel['kind'][];

/** Links, by the path of the other code, one a line. */
export const LINK_COLUMNS = ['see_also', 'not_to_be_confused'] as const;

/** The columns that are written, in their order. */
export const WRITTEN = [
  'id',
  'parent',
  'path',
  'name',
  'definition',
  'useWhen',
  'useNotWhen',
  'example',
  'colour',
  'codable',
  'notation',
  'alias',
  'hidden',
  'note',
  'see_also',
  'not_to_be_confused',
] as const satisfies readonly Column[];

/** @returns how a column is headed where it is written */
export const headingOf = (column: Column): string => HEADINGS[column][0] ?? column;

const fold = (heading: string): string =>
  heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where each column stands in a table. */
export interface Head {
  readonly at: Partial<Readonly<Record<Column, number>>>;
  /** Columns “level 1”, “level 2” …, of which the last that is filled is the code and the others say where it lies. */
  readonly levels: readonly number[];
}

/** @returns what the columns of a table mean; those of other headings mean nothing */
export function headOf(headings: readonly string[]): Head {
  const at: Partial<Record<Column, number>> = {};
  const levels: { readonly level: number; readonly index: number }[] = [];
  for (const [index, heading] of headings.entries()) {
    const folded = fold(heading);
    const level = /^(?:level|code|code level|theme|ebene|niveau) ?(\d+)$/.exec(folded)?.[1];
    if (level !== undefined) levels.push({ level: Number(level), index });
    const column = (Object.keys(HEADINGS) as Column[]).find((each) => HEADINGS[each].includes(folded));
    if (column !== undefined) at[column] ??= index;
  }
  levels.sort((one, other) => one.level - other.level);
  return { at, levels: levels.map(({ index }) => index) };
}
