import {
  BookOpen,
  Command as CommandSign,
  FileText,
  FolderOpen,
  Heading,
  Library,
  type LucideIcon,
  PanelsTopLeft,
  Quote,
  Search,
  Tag,
  Tags,
  Type,
} from 'lucide-react';
import type { CodeRow } from '../../contract/codes.ts';
import type { DocumentRow, HeadingRow } from '../../contract/documents.ts';
import type { SearchHit } from '../../contract/search.ts';
import { commandContext } from '../commands/context.ts';
import { type Command, keysOf } from '../commands/registry.ts';
import { runCommand } from '../commands/useCommands.ts';
import { textOf } from '../messages/intl.tsx';
import { onOneLine } from '../reader/words.ts';
import { openPalette } from '../state/sheet.ts';
import { goTo, showCode } from './go.ts';
import { PREFIXES } from './prefixes.ts';
import type { PaletteRow } from './rows.ts';

/** The sign of a command: where it belongs. */
const SIGNS: Partial<Record<Command['group'], LucideIcon>> = {
  view: PanelsTopLeft,
  project: FolderOpen,
  library: Library,
  codebook: Tags,
  reader: BookOpen,
  coding: Tag,
  passages: Quote,
};

/** Commands as rows, those that apply first. Asked while the focus still stands where it was. */
export function commandRows(commands: Iterable<Command>): PaletteRow[] {
  const context = commandContext();
  const rows = [...commands].map((command): PaletteRow => {
    const verdict = command.when?.(context) ?? true;
    return {
      key: `command ${command.id}`,
      name: textOf(command.title),
      icon: SIGNS[command.group] ?? CommandSign,
      keys: keysOf(command, context.kind)[0],
      reason: verdict === true ? undefined : textOf(verdict),
      run: () => runCommand(command.id),
    };
  });
  return rows.toSorted((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined));
}

/** Commands as a table of keys: those that have one first, each with where it acts. They can be run from here as well. */
export function keyRows(commands: readonly Command[]): PaletteRow[] {
  const rows = commandRows(commands);
  const places = new Map(commands.map(({ id, group }) => [`command ${id}`, group]));
  return rows
    .map((row): PaletteRow => {
      const group = places.get(row.key);
      return group === undefined ? row : { ...row, place: textOf(`command.group.${group}`) };
    })
    .toSorted((a, b) => Number(a.keys === undefined) - Number(b.keys === undefined));
}

/** Codes as rows. */
export function codeRows(codes: readonly CodeRow[]): PaletteRow[] {
  return codes.map(({ id, name, path, colour, codable, passages }) => ({
    key: `code ${id}`,
    name,
    place: path.slice(0, Math.max(0, path.length - name.length)).replace(/ \/ $/, ''),
    icon: { name, colour, grouping: !codable },
    count: { number: passages, words: textOf('palette.count.passages', { count: passages }) },
    run: () => showCode(id, codes),
  }));
}

/** Documents as rows. */
export function documentRows(documents: readonly DocumentRow[]): PaletteRow[] {
  return documents.map(({ id, title, cases, codings }) => ({
    key: `document ${id}`,
    name: title,
    place: cases.map(({ name }) => name).join(', '),
    icon: FileText,
    count: { number: codings, words: textOf('palette.count.codings', { count: codings }) },
    run: () => goTo(id),
  }));
}

/** Headings as rows. */
export function headingRows(
  headings: readonly HeadingRow[],
  documents: readonly DocumentRow[],
): PaletteRow[] {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return headings.map(({ documentId, text, start, end }) => ({
    key: `heading ${documentId} ${start}`,
    name: text,
    place: titles.get(documentId),
    icon: Heading,
    run: () => goTo(documentId, { start, end, take: false }),
  }));
}

/** Places in the texts as rows. */
export function hitRows(hits: readonly SearchHit[]): PaletteRow[] {
  return hits.map(({ documentId, documentTitle, start, end, before, match, after }) => ({
    key: `hit ${documentId} ${start}`,
    name: onOneLine(match),
    place: documentTitle,
    icon: Type,
    quote: { before: onOneLine(before), after: onOneLine(after) },
    run: () => goTo(documentId, { start, end }),
  }));
}

/** The signs as rows; choosing one writes it into the field. */
export function helpRows(): PaletteRow[] {
  return PREFIXES.filter(({ mode }) => mode !== 'help').map(({ sign, words }) => ({
    key: `help ${sign}`,
    name: textOf(words),
    icon: Search,
    keys: sign,
    run: () => openPalette(sign),
  }));
}
