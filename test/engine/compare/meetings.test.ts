import { expect, test } from 'vitest';
import type { Nearness } from '../../../src/contract/compare.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { meetingsOf } from '../../../src/engine/compare/meetings.ts';
import { addMarkdown, apply } from '../dataset/work.ts';
import { ANNA, newProject } from '../kit/project.ts';

const TEXT =
  '# Compute\n\nChips are scarce. Power is scarcer.\n\nWater cools them.\n\n## Data\n\nData is kept near water.';

test('counts where codes meet, by hand', async () => {
  const project = await newProject();
  const document = addMarkdown(project, 'one', 'One', TEXT);
  const make = (name: string) => createCode(project, { name, parentId: null }).result;
  const [scarcity, resources] = [make('Scarcity'), make('Resources')];
  apply(project, ANNA, document, TEXT, 'Chips are scarce.', [scarcity, resources]);
  apply(project, ANNA, document, TEXT, 'scarce. Power', [resources]);
  apply(project, ANNA, document, TEXT, 'Water cools', [resources]);
  apply(project, ANNA, document, TEXT, 'near water.', [resources]);
  const meeting = (near: Nearness) => {
    const { places, pairs } = meetingsOf(project.db, { near });
    expect(places).toEqual([1, 4]);
    return pairs.map((pair) => [pair.a, pair.b, pair.places, pair.documents]);
  };
  expect(meeting({ by: 'place' })).toEqual([[0, 1, 1, 1]]);
  expect(meeting({ by: 'overlap' })).toEqual([[0, 1, 2, 1]]);
  expect(meeting({ by: 'paragraph' })).toEqual([[0, 1, 2, 1]]);
  // The heading “Data” begins another section.
  expect(meeting({ by: 'section' })).toEqual([[0, 1, 3, 1]]);
  // “Power is scarcer” stands between.
  expect(meeting({ by: 'words', within: 2 })).toEqual([[0, 1, 2, 1]]);
  expect(meeting({ by: 'words', within: 3 })).toEqual([[0, 1, 3, 1]]);
  expect(meeting({ by: 'words', within: 100 })).toEqual([[0, 1, 4, 1]]);
});

test('a coder who is gone is said to be gone', async () => {
  const project = await newProject();
  const gone = '00000000-0000-7000-8000-000000000000';
  expect(() => meetingsOf(project.db, { near: { by: 'place' }, coder: gone })).toThrow('coder');
});
