import type { AttributeRow } from '../../../contract/cases.ts';
import { createCase, inspectCase, renameCase } from '../../cases/actions.ts';
import { write } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { textOf } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';
import { useWorkspace } from '../../state/workspace.ts';
import {
  attributeOf,
  type Block,
  type Column,
  fromClipboard,
  type Line,
  taken,
  type Value,
  type Words,
} from './model.ts';
import type { Of } from './state.ts';

const ownerOf = (of: Of, { id }: Line) => (of === 'case' ? { case: id } : { document: id });

/** Why something that was typed does not fit, as a sentence. */
export const misfitOf = (kind: AttributeRow['kind'], name: string, text: string): string =>
  textOf(`caseTable.misfit.${kind}`, { name, text });

/**
 * Writes what was typed into a cell.
 * @param line undefined for the row in which a new case is named
 * @returns why it does not fit, or null where it was written
 */
export async function writeCell(
  of: Of,
  line: Line | undefined,
  column: Column,
  typed: string,
  words: Words,
): Promise<string | null> {
  const text = typed.trim();
  if (line === undefined) {
    if (text !== '' && column.id === 'name') await createCase(text);
    return null;
  }
  if (column.id === 'name') {
    if (text === '') return textOf('caseTable.misfit.name');
    if (text === line.name) return null;
    if (of === 'case') await renameCase(line, text);
    else await write(api.documents.rename.mutationOptions(), { document: line.id, title: text });
    return null;
  }
  const attribute = attributeOf(column);
  if (attribute === undefined) return null;
  const result = taken(typed, attribute, words);
  if ('misfit' in result) return misfitOf(result.misfit, attribute.name, text);
  if ((line.values.get(attribute.id) ?? null) === result.value) return null;
  const input = { attribute: attribute.id, owner: ownerOf(of, line), value: result.value };
  await write(api.attributes.set.mutationOptions(), input);
  return null;
}

/**
 * Says what belongs to a case or document, as one step.
 * @param members ids; null where nothing was changed
 */
export async function setMembers(of: Of, line: Line, members: readonly string[] | null): Promise<void> {
  if (members === null) return say(textOf('caseTable.members.same'));
  const done =
    of === 'case'
      ? await write(api.cases.hold.mutationOptions(), { case: line.id, documents: [...members] })
      : await write(api.cases.assign.mutationOptions(), {
          document: line.id,
          cases: members.map((id) => ({ id })),
        });
  if (done !== undefined)
    say(textOf(`caseTable.members.done.${of}`, { name: line.name, count: members.length }));
}

interface Wanted {
  readonly attribute: string;
  readonly owner: { readonly case: string } | { readonly document: string };
  readonly value: Value | null;
}

/** Clears the attributes in a block, as one step. */
export async function clearBlock(
  of: Of,
  lines: readonly Line[],
  columns: readonly Column[],
  block: Block,
): Promise<void> {
  const values: Wanted[] = [];
  for (const line of lines.slice(block.top, block.bottom + 1))
    for (const column of columns.slice(block.start, block.end + 1)) {
      const attribute = attributeOf(column);
      if (attribute !== undefined && line.values.has(attribute.id))
        values.push({ attribute: attribute.id, owner: ownerOf(of, line), value: null });
    }
  if (values.length === 0) return;
  if ((await write(api.attributes.fill.mutationOptions(), { values })) !== undefined)
    say(textOf('caseTable.cleared', { cells: values.length }));
}

/**
 * Pastes what a spreadsheet copied, from a cell on, as one step; a single cell fills the whole block. Nothing is changed where
 * one of the cells does not fit.
 */
export async function pasteInto(
  of: Of,
  lines: readonly Line[],
  columns: readonly Column[],
  block: Block,
  text: string,
  words: Words,
): Promise<void> {
  const cells = fromClipboard(text);
  const [only] = cells[0] ?? [];
  const isOne = cells.length === 1 && cells[0]?.length === 1;
  const rows = isOne ? block.bottom - block.top + 1 : cells.length;
  const width = isOne ? block.end - block.start + 1 : Math.max(...cells.map(({ length }) => length));
  if (block.top + rows > lines.length || block.start + width > columns.length)
    return say(textOf('caseTable.paste.beyond'));
  const values: Wanted[] = [];
  const names: { case: string; name: string }[] = [];
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < width; at++) {
      const line = lines[block.top + row];
      const column = columns[block.start + at];
      const typed = isOne ? (only ?? '') : cells[row]?.[at];
      if (line === undefined || column === undefined || typed === undefined) continue;
      const attribute = attributeOf(column);
      if (attribute === undefined) {
        const isSame = typed.trim() === (column.id === 'name' ? line.name : line.members.join(', '));
        if (isSame) continue;
        if (of !== 'case' || column.id !== 'name' || typed.trim() === '')
          return say(textOf('caseTable.paste.fixed', { name: line.name }));
        names.push({ case: line.id, name: typed.trim() });
        continue;
      }
      const result = taken(typed, attribute, words);
      if ('misfit' in result)
        return say(
          textOf('caseTable.paste.misfit', {
            name: line.name,
            why: misfitOf(result.misfit, attribute.name, typed.trim()),
          }),
        );
      if ((line.values.get(attribute.id) ?? null) !== result.value)
        values.push({ attribute: attribute.id, owner: ownerOf(of, line), value: result.value });
    }
  if (values.length + names.length === 0) return say(textOf('caseTable.paste.same'));
  if ((await write(api.attributes.fill.mutationOptions(), { values, names })) !== undefined)
    say(textOf('caseTable.pasted', { cells: values.length + names.length }));
}

/** Shows a case in the inspector, or opens a document. */
export function visit(of: Of, { id }: Line): void {
  if (of === 'case') inspectCase(id);
  else useWorkspace.getState().open(id);
}
