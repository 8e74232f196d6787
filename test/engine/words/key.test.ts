import { expect, test } from 'vitest';
import { assignCases, createCase } from '../../../src/engine/cases/write.ts';
import { keyOf } from '../../../src/engine/words/key.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';
import { listed } from './ask.ts';

test('log-likelihood and log ratio, by hand', () => {
  // E = 1000 · 40 / 4000 = 10 and 3000 · 40 / 4000 = 30; 2 (20 ln 2 + 20 ln ⅔).
  const key = keyOf({ group: 20, others: 20 }, { group: 1000, others: 3000 });
  expect(key?.g2).toBeCloseTo(2 * (20 * Math.log(2) + 20 * Math.log(2 / 3)), 10);
  expect(key?.g2).toBeCloseTo(11.5073, 4);
  expect(key?.logRatio).toBeCloseTo(Math.log2(3), 12);
  // What is missing in one of them has half an occurrence there for the ratio, and none for the likelihood.
  const only = keyOf({ group: 4, others: 0 }, { group: 100, others: 100 });
  expect(only?.g2).toBeCloseTo(2 * 4 * Math.log(2), 12);
  expect(only?.logRatio).toBeCloseTo(3, 12);
  expect(keyOf({ group: 5, others: 15 }, { group: 100, others: 300 })?.g2).toBeCloseTo(0, 12);
  expect(keyOf({ group: 5, others: 0 }, { group: 100, others: 0 })).toBe(null);
});

test('a group is compared with the other documents in scope, its own words first', async () => {
  const project = await newProject();
  const north = addText(project, 'North', 'grid grid grid people the the');
  addText(project, 'South', 'people people people the the the');
  const id = createCase(project, 'North').result;
  assignCases(project, north, [{ id }]);
  const group = { columns: { by: 'case' as const }, column: id };
  const list = await listed(project, { group, sort: 'key' });
  expect(list).toMatchObject({ words: 12, group: 6 });
  expect(list.rows.map(({ word, key }) => [word, key?.count])).toEqual([
    ['grid', 3],
    ['the', 2],
    ['people', 1],
  ]);
  expect(list.rows[0]?.key).toEqual(keyOf({ group: 3, others: 0 }, { group: 6, others: 6 }));
  expect(list.rows.map(({ key }) => Math.sign(key?.logRatio ?? 0))).toEqual([1, -1, -1]);
  await expect(listed(project, { group: { ...group, column: 'gone' } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
