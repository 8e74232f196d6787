import { expect, test } from 'vitest';
import { sectionStarts } from '../../../src/engine/compare/near.ts';
import { loadBlocks, loadCurrent } from '../../../src/engine/documents/load.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import { outlineOf } from '../../../src/text/outline.ts';
import { addMarkdown } from '../dataset/work.ts';
import { addPages } from '../kit/pages.ts';
import { newProject } from '../kit/project.ts';

test('sections start where the outline says, whatever stands before, between and behind headings', async () => {
  const project = await newProject();
  const texts = [
    '',
    'Only words.',
    '# Heading',
    'Before.\n\n# One\n\nText.\n\n## Two\n\n### Three\n\n- list\n- list\n\n# Four',
    '\f\n\n# After a page\n\nText.\n\n\f\n\nMore.',
    '\f\n\nBefore.\n\n\f\n\n## Two\n\n# One',
  ];
  const documents = texts.map((text, index) => addMarkdown(project, `t${index}`, `Text ${index}`, text));
  documents.push(addPages(project, 'Pages', [{ text: 'A head' }, { text: 'Words.', label: 'i' }]));
  for (const document of documents) {
    const { reading } = loadCurrent(project.db, idBytes(document));
    const blocks = loadBlocks(project.db, reading.key);
    const wanted = outlineOf({ text: reading.text, blocks }).map(({ start }) => start);
    expect(sectionStarts(project.db, reading.key)).toEqual(wanted);
  }
});
