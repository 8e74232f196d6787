import { expect, test } from 'vitest';
import { storeReading } from '../../../src/engine/documents/content.ts';
import { findHeadings } from '../../../src/engine/documents/headings.ts';
import { addDocument, removeDocument } from '../../../src/engine/documents/write.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { readingOf } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';

/** Adds a document whose paragraphs that begin with `# ` are headings; the sign stays part of them. */
function addPlan(project: Project, title: string, text: string): string {
  const plain = readingOf(text);
  const blocks = plain.blocks.map((block) =>
    text.startsWith('# ', block.start) ? { ...block, kind: 'heading' as const, level: 1 } : block,
  );
  const { id } = storeReading(project.db, Buffer.from(text), { ...plain, blocks });
  const { result } = project.write({ code: 'documents.add', label: title }, ['documents'], (writing) =>
    addDocument(writing, {
      title,
      key: title.toLowerCase(),
      readingId: id,
      fileName: `${title}.txt`,
      mediaType: 'text/plain',
      caseName: null,
      attributes: [],
    }),
  );
  return idText(result);
}

test('headings are found by words in all documents, those that begin with them first', async () => {
  const project = await newProject();
  const north = addPlan(
    project,
    'North',
    '# Énergie 🌊 et réseaux\n\nText on energy.\n\n# Skills for energy',
  );
  const south = addPlan(project, 'South', 'No heading, only energy.\n\n# Renewable energy');
  const texts = (query: string, more: { document?: string; limit?: number } = {}) =>
    findHeadings(project.db, { query, limit: 50, ...more }).headings.map(({ text }) => text);
  expect(texts('energy')).toEqual(['# Skills for energy', '# Renewable energy']);
  expect(texts('# éner')[0]).toBe('# Énergie 🌊 et réseaux');
  expect(texts('reseaux ener')).toEqual(['# Énergie 🌊 et réseaux']);
  expect(texts('newab')).toEqual(['# Renewable energy']);
  expect(texts('', { document: north })).toEqual(['# Énergie 🌊 et réseaux', '# Skills for energy']);
  expect(texts('text')).toEqual([]);
  const some = findHeadings(project.db, { query: '#', limit: 1 });
  expect(some).toMatchObject({ total: 3, headings: [{ documentId: north, start: 0, end: 23, level: 1 }] });
  removeDocument(project, south);
  expect(texts('energy')).toEqual(['# Skills for energy']);
});
