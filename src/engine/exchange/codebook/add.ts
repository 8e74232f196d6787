import { addLabel } from '../../codebook/labels.ts';
import { addLink } from '../../codebook/links.ts';
import { readTree } from '../../codebook/tree.ts';
import { insertCode } from '../../codebook/write.ts';
import { counted } from '../../find.ts';
import { idBytes } from '../../store/ids.ts';
import type { Mutation } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import type { Book } from './book.ts';

/**
 * Adds the codes of a book that are not there yet, with their other words and links, as one step. A code is there if its
 * identity is, or, where the file gives none, a code of that name under the same parent; what is there is never changed.
 * @param source what the codes came from, for the step's label
 * @returns how many were added and how many were there
 * @throws ColligoError REFUSED while the codebook is locked
 */
export function addBook(
  project: Project,
  { codes }: Pick<Book, 'codes'>,
  source: string,
): Mutation<{ added: number; skipped: number }> {
  const step = { code: 'codes.import', label: `Import codes from ${source}` };
  return project.write(step, ['codes', 'reviews'], (writing) => {
    const nodes = readTree(writing.db);
    const there = new Set(nodes.map(({ id }) => id));
    const byName = new Map(nodes.map(({ id, parentId, name }) => [`${parentId}\n${name}`, id]));
    /** What each code of the file is in the project. */
    const ids = new Map<string, string>();
    const fresh = new Set<string>();
    for (const { id, isIdentified, parentId, labels, links: _, ...fields } of codes) {
      const parent = parentId === null ? null : (ids.get(parentId) ?? null);
      const known = isIdentified ? (there.has(id) ? id : undefined) : byName.get(`${parent}\n${fields.name}`);
      const own = known ?? insertCode(writing, { ...fields, parentId: parent, ...(isIdentified && { id }) });
      ids.set(id, own);
      if (known !== undefined) continue;
      fresh.add(own);
      there.add(own);
      byName.set(`${parent}\n${fields.name}`, own);
      for (const label of labels) addLabel(writing, idBytes(own), label);
    }
    for (const { id, links } of codes) {
      const own = ids.get(id) ?? '';
      for (const { kind, other } of links)
        if (fresh.has(own)) addLink(writing, idBytes(own), idBytes(ids.get(other) ?? ''), kind);
    }
    writing.describe(`Import ${counted(fresh.size, 'code')} from ${source}`);
    return { added: fresh.size, skipped: codes.length - fresh.size };
  });
}
