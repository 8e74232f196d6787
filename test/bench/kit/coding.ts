import { readTree } from '../../../src/engine/codebook/tree.ts';
import { loadCurrent } from '../../../src/engine/documents/load.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { addCoding } from '../../../src/engine/passages/apply.ts';
import { place } from '../../../src/engine/passages/place.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';

/**
 * Codes sentences all over a project, evenly over documents and codes, as one step.
 * @returns how many codings were made
 */
export function codeEverywhere(project: Project, count: number): number {
  const documents = listDocuments(project.db);
  const codes = readTree(project.db).filter((code) => code.codable);
  const each = Math.ceil(count / documents.length);
  const { result } = project.write(
    { code: 'codings.bench', label: 'Code everywhere' },
    ['passages'],
    (writing) => {
      let made = 0;
      for (const { id } of documents) {
        const document = idBytes(id);
        const { versionId, reading } = loadCurrent(project.db, document);
        const sentences = reading.sentences.length / 2;
        for (let number = 0; number < each && made < count; number++) {
          const sentence = number % sentences;
          const start = reading.sentences[sentence * 2] ?? 0;
          const end = reading.sentences[sentence * 2 + 1] ?? 0;
          // More codings than sentences: the next round gives each another code.
          const code = codes[(made + Math.floor(number / sentences)) % codes.length];
          const placed = place(writing, { document, versionId, span: { start, end } });
          if (code && addCoding(writing, placed, code.id, null)) made++;
        }
      }
      return made;
    },
  );
  return result;
}
