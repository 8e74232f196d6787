import { create } from 'zustand';
import { textOf } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';
import { attributeOf, type Words } from './model.ts';
import type { Of } from './state.ts';
import type { Shown } from './useLines.ts';

/** What the table in front shows, for the command that copies it. */
export const useShownLines = create<{ readonly shown: (Shown & { words: Words; of: Of }) | null }>(() => ({
  shown: null,
}));

const quoted = (cell: string) => (/[",\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What a spreadsheet would take for a formula gets an apostrophe, as in the dataset; an import takes it off again. */
const escaped = (cell: string) => (/^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell);

/** Copies the table as it is shown as CSV, with the identities of its rows, so that it can be edited and imported again. */
export async function copyTable(): Promise<void> {
  const { shown } = useShownLines.getState();
  if (shown === null) return;
  const { of, lines, columns } = shown;
  const attributes = columns.flatMap((column) => attributeOf(column) ?? []);
  const head = [`${of}_id`, of === 'case' ? 'name' : 'title', ...attributes.map(({ name }) => escaped(name))];
  const rows = lines.map(({ id, name, values }) => [
    id,
    escaped(name),
    ...attributes.map((attribute) => {
      const value = values.get(attribute.id);
      return typeof value === 'string' ? escaped(value) : String(value ?? '');
    }),
  ]);
  const text = [head, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
  await navigator.clipboard.writeText(text);
  say(textOf('caseTable.copiedTable'));
}
