import { readCsv } from '../../../cases/import/csv.ts';
import { cellText, type Sheet } from '../../../cases/import/sheet.ts';
import { readXlsx } from '../../../cases/import/xlsx/read.ts';
import type { CodeLabel, CodeLink } from '../../../codebook/whole.ts';
import { guidOf, identityOf } from '../../identity.ts';
import type { Remark } from '../../model.ts';
import { colourOf } from '../../refi/read/codes.ts';
import { arranged, type Book, type BookCode, unreadable } from '../book.ts';
import { type Column, headOf, LABEL_COLUMNS, LINK_COLUMNS } from './columns.ts';

/** What may stand between the names of a path. */
const BETWEEN = [/ \/ /, /\s*>\s*/, /\s*›\s*/, /\s*::\s*/];

/** @returns the names of a path; the first sign that stands between any of them is the one between all */
const namesIn = (path: string): string[] =>
  path
    .split(BETWEEN.find((each) => each.test(path)) ?? ' / ')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** @returns the codes of a CSV file; @throws ColligoError UNREADABLE, ImportError for what is no text */
export function readCodesCsv(bytes: Uint8Array): Book {
  const { sheet } = readCsv(bytes);
  return bookOf(sheet ? [sheet] : []);
}

/** @returns the codes of a workbook: of its first sheet that has a column of codes; @throws ColligoError UNREADABLE */
export async function readCodesXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Book> {
  return bookOf(await readXlsx(bytes));
}

/** A row whose place in the tree is not known yet. */
interface Row {
  readonly code: BookCode;
  /** Its names from the top. */
  readonly path: readonly string[];
  /** The same as others refer to it. */
  readonly key: string;
  /** What its links say, by kind: paths, names or ids. */
  readonly linked: readonly { readonly kind: CodeLink['kind']; readonly to: string }[];
  /** What its column for the parent says. */
  readonly parent: string;
}

function bookOf(sheets: readonly Sheet[]): Book {
  for (const sheet of sheets) {
    const { at, levels } = headOf(sheet.head);
    const isList = at.name !== undefined || at.path !== undefined || levels.length > 0;
    if (isList) return bookOfSheet(sheet);
  }
  throw unreadable(
    'The table has no column of codes.',
    'Call a column “name”, “path”, or a row of them “level 1”, “level 2” and so on.',
  );
}

function bookOfSheet(sheet: Sheet): Book {
  const { at, levels } = headOf(sheet.head);
  const remarks: Remark[] = [];
  const rows = rowsOf(sheet, at, levels);
  const byId = new Map(rows.map((row) => [row.code.id, row]));
  const byPath = new Map(
    rows.flatMap((row) => [row.path.join(' / '), row.key].map((path) => [path, row] as const)),
  );
  const byName = Map.groupBy(rows, ({ code }) => code.name);
  const find = (text: string): Row | undefined => {
    const several = byName.get(text) ?? [];
    return (
      byId.get(guidOf(text) ?? '') ?? byPath.get(text) ?? (several.length === 1 ? several[0] : undefined)
    );
  };
  const hasParents = at.parent !== undefined;
  const made = new Map<string, BookCode>();
  const groups = new Map<string, BookCode>();
  const above = (path: readonly string[]): string | null => {
    if (path.length === 0) return null;
    const row = byPath.get(path.join(' / '));
    if (row) return row.code.id;
    const key = path.join(' / ');
    const known = groups.get(key);
    if (known) return known.id;
    const parentId = above(path.slice(0, -1));
    const name = path.at(-1) ?? '';
    const group = { ...empty(parentId, name), codable: false };
    groups.set(key, group);
    made.set(group.id, group);
    return group.id;
  };
  for (const { code, path, linked, parent } of rows) {
    const named = hasParents && parent !== '' ? find(parent) : undefined;
    const isTop = hasParents && code.isIdentified && parent === '';
    const parentId =
      named && named.code !== code
        ? named.code.id
        : isTop
          ? null
          : above(placeAbove(path, hasParents, parent));
    const links = linked.flatMap(({ kind, to }): CodeLink[] => {
      const other = find(to)?.code.id;
      if (other === undefined)
        remarks.push({ what: 'left', message: 'A link led to a code that is not in the file.', subject: to });
      return other === undefined ? [] : [{ kind, other }];
    });
    made.set(code.id, { ...code, parentId, links });
  }
  return arranged({
    title: '',
    description: '',
    language: '',
    isOrdered: true,
    labelKinds: LABEL_COLUMNS.filter((kind) => at[kind] !== undefined),
    linkKinds: LINK_COLUMNS.filter((kind) => at[kind] !== undefined),
    codes: [...made.values()],
    remarks,
  });
}

/** A parent that has no row of its own becomes a code that groups. */
const placeAbove = (path: readonly string[], hasParents: boolean, parent: string): readonly string[] =>
  hasParents && path.length < 2 && parent !== '' && guidOf(parent) === null ? [parent] : path.slice(0, -1);

const empty = (parentId: string | null, name: string): BookCode => ({
  id: identityOf('code-by-name', parentId ?? '', name),
  isIdentified: false,
  parentId,
  name,
  labels: [],
  links: [],
});

function rowsOf(sheet: Sheet, at: Partial<Record<Column, number>>, levels: readonly number[]): Row[] {
  const rows: Row[] = [];
  const open: { readonly indent: number; readonly name: string }[] = [];
  let before: readonly string[] = [];
  for (const { cells } of sheet.rows) {
    const raw = (column: Column) => {
      const index = at[column];
      return index === undefined ? '' : cellText(cells[index]).replace(/\r\n?/g, '\n');
    };
    const say = (column: Column) => raw(column).trim();
    const levelled = pathInLevels(
      levels.map((index) => cellText(cells[index]).trim()),
      before,
    );
    before = levelled;
    const names =
      say('path') !== ''
        ? namesIn(say('path'))
        : levelled.length > 0
          ? levelled
          : at.name === undefined
            ? []
            : indented(raw('name'), say('depth'), open);
    const name = say('name') || (names.at(-1) ?? '');
    if (name === '') continue;
    const path = say('path') !== '' && at.name !== undefined ? [...names.slice(0, -1), name] : names;
    const known = guidOf(say('id'));
    const colour = colourOf(say('colour'));
    rows.push({
      path,
      key: say('path') || path.join(' / '),
      parent: say('parent'),
      linked: LINK_COLUMNS.flatMap((kind) => lines(raw(kind)).map((to) => ({ kind, to }))),
      code: {
        id:
          known ??
          (say('id') === '' ? identityOf('code-by-name', ...path) : identityOf('code-by-sign', say('id'))),
        isIdentified: known !== null,
        parentId: null,
        name,
        ...said(at, raw),
        ...(colour !== undefined && { colour }),
        ...(say('codable') !== '' && { codable: !/^(no|false|0|nein|non)$/i.test(say('codable')) }),
        labels: LABEL_COLUMNS.flatMap((kind): CodeLabel[] =>
          lines(raw(kind)).map((text) => ({ kind, language: '', text })),
        ),
        links: [],
      },
    });
  }
  return rows;
}

function said(at: Partial<Record<Column, number>>, raw: (column: Column) => string) {
  const fields = ['definition', 'useWhen', 'useNotWhen', 'example'] as const;
  return Object.fromEntries(
    fields.filter((field) => at[field] !== undefined).map((field) => [field, raw(field)]),
  );
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Of columns for levels the last that is filled is the code; those before it may be left empty where they are as above. */
function pathInLevels(filled: readonly string[], before: readonly string[]): readonly string[] {
  const last = filled.findLastIndex((text) => text !== '');
  if (last < 0) return [];
  const first = filled.findIndex((text) => text !== '');
  return filled
    .slice(0, last + 1)
    .map((text, at) => (at < first ? (before[at] ?? '') : text))
    .filter((text) => text !== '');
}

/** @returns the path of a name that says by its spaces, or a number beside it, how deep it lies */
function indented(
  raw: string,
  depth: string,
  open: { readonly indent: number; readonly name: string }[],
): string[] {
  const expanded = raw.replaceAll('\t', '    ');
  const indent = /^\d+$/.test(depth) ? Number(depth) : expanded.length - expanded.trimStart().length;
  while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
  open.push({ indent, name: expanded.trim() });
  return open.map(({ name }) => name);
}
