import { counted } from '../find.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import type { TaxonomyCode } from './taxonomy.ts';
import { readTree } from './tree.ts';
import { insertCode } from './write.ts';

/**
 * Adds the codes of a taxonomy that are not there yet, as one step. A code is there if its id is, or, where the file
 * gives none, a code of that name under the same parent; what is there is never changed.
 * @param source what the codes came from, for the step's label
 * @param parentId the code they go under, or null
 * @returns how many were added and how many were there
 */
export function importTaxonomy(
  project: Project,
  taxonomy: readonly TaxonomyCode[],
  source: string,
  parentId: string | null = null,
): Mutation<{ added: number; skipped: number }> {
  return project.write(
    { code: 'codes.import', label: `Import codes from ${source}` },
    ['codes', 'reviews'],
    (writing) => {
      const nodes = readTree(writing.db);
      const ids = new Set(nodes.map((node) => node.id));
      const byName = new Map(nodes.map((node) => [`${node.parentId}\n${node.name}`, node.id]));
      let added = 0;
      let skipped = 0;
      const add = (codes: readonly TaxonomyCode[], parent: string | null) => {
        for (const code of codes) {
          const { children, id, ...fields } = code;
          const there =
            id !== undefined ? (ids.has(id) ? id : undefined) : byName.get(`${parent}\n${code.name}`);
          const own =
            there ?? insertCode(writing, { ...fields, parentId: parent, ...(id !== undefined && { id }) });
          if (there === undefined) added++;
          else skipped++;
          ids.add(own);
          byName.set(`${parent}\n${code.name}`, own);
          add(children ?? [], own);
        }
      };
      add(taxonomy, parentId);
      writing.describe(`Import ${counted(added, 'code')} from ${source}`);
      return { added, skipped };
    },
  );
}
