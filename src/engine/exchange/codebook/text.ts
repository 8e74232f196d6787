import { parseLines } from '../../codebook/taxonomy.ts';
import type { CodebookNode } from '../../codebook/whole.ts';
import { arranged, type Book } from './book.ts';
import { flattened } from './json.ts';

/** @returns the codes of indented lines, each a name */
export const readText = (text: string): Book =>
  arranged({
    title: '',
    description: '',
    language: '',
    isOrdered: true,
    labelKinds: [],
    linkKinds: [],
    codes: flattened(parseLines(text.replace(/^\ufeff/, ''))),
    remarks: [],
  });

/** @returns a line a code, indented by two spaces for each code that it lies under */
export function* writeText(nodes: readonly CodebookNode[]): Generator<string, void> {
  const depths = new Map<string | null, number>([[null, -1]]);
  for (const { id, parentId, name } of nodes) {
    const depth = (depths.get(parentId) ?? -1) + 1;
    depths.set(id, depth);
    yield `${'  '.repeat(depth)}${name.replace(/\s+/g, ' ')}\n`;
  }
}
