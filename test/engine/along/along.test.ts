import { expect, test } from 'vitest';
import { alongDocuments } from '../../../src/engine/along/along.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';

const ASKED = { parts: 0, rollUp: false };

test('places that overlap are one stretch, and those that only meet are two', async () => {
  const project = await newProject();
  const document = addText(project, 'Plan', 'one two three four five six.');
  const code = createCode(project, { name: 'Safety', parentId: null }).result;
  for (const [start, end] of [
    [0, 7],
    [4, 13],
    [14, 18],
    [27, 28],
  ] as const)
    applyCodes(project, { document, start, end, codes: [code] });
  const along = alongDocuments(project.db, { ...ASKED, parts: 4 });
  expect(along).toEqual({
    codes: [code],
    beyond: 0,
    documents: [
      {
        id: document,
        title: 'Plan',
        words: 6,
        coded: 4,
        // Six words in four parts begin with words 0, 1, 3 and 4.
        parts: [0, 4, 14, 19],
        codes: [
          {
            row: 0,
            words: 4,
            parts: 0,
            stretches: [
              { from: 0, to: 3, start: 0, end: 13 },
              { from: 3, to: 4, start: 14, end: 18 },
            ],
          },
        ],
      },
    ],
  });
  project.close();
});

test('sixty documents at most are gone through, and those that are named in the order of the project', async () => {
  const project = await newProject();
  const all = Array.from({ length: 62 }, (_, number) =>
    addText(project, `Plan ${number}`, `Text ${number}.`),
  );
  const along = alongDocuments(project.db, ASKED);
  expect([along.documents.map(({ id }) => id), along.beyond]).toEqual([all.slice(0, 60), 2]);
  const [second = '', last = ''] = [all[1], all[61]];
  const two = alongDocuments(project.db, { ...ASKED, documents: [last, second, crypto.randomUUID()] });
  expect([two.documents.map(({ id }) => id), two.beyond]).toEqual([[second, last], 0]);
  project.close();
});

test('a coder who is gone is an error', async () => {
  const project = await newProject();
  expect(() => alongDocuments(project.db, { ...ASKED, coder: crypto.randomUUID() })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
  project.close();
});
