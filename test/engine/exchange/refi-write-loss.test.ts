import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossOf } from '../../../src/engine/exchange/refi/write/loss.ts';
import { decimal, isDay } from '../../../src/engine/exchange/refi/write/values.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { as } from '../dataset/work.ts';
import { ANNA, newProject } from '../kit/project.ts';
import { newWhole, STANDARD } from './refi-write-kit.ts';

const NOTE = 'kept in a note that Colligo reads back; other programs show it as text';

test('everything that the file holds otherwise is counted, with what becomes of it', async () => {
  const { project } = await newWhole();
  const { n: steps } = project.db.one<{ n: number }>(sql`SELECT count(*) AS n FROM steps`);
  const lines = lossOf(project.db, { refi: STANDARD });
  expect(Object.fromEntries(lines.map(({ what, count }) => [what, count]))).toEqual({
    'Codes with rules of use or an example': 1,
    'Links between codes': 2,
    'Documents from Markdown or HTML': 2,
    'Parts of pages and pictures': 1,
    'Memos about cases and about codes in a document or case': 3,
    'Memos about two passages': 1,
    'Values that were chosen from a list': 2,
    'Dates without their day': 1,
    'Weights of codings': 4,
    'Reviews: what was looked for and where': 4,
    'Other names and notes of codes': 2,
    'When and by whom codes were made': 4,
    'Named versions of the codebook': 1,
    'Choices of attributes and their order': 2,
    'File names, short keys and languages of documents': 5,
    // A definition, a comment, and the words of every memo.
    'Texts with characters that XML cannot hold': 2 + 11,
    'Files kept with the project': 2,
    'Steps of the history': steps,
  });
  const plain = lossOf(project.db, { refi: { profile: 'standard', plain: true } });
  expect(plain.find(({ what }) => what === 'Weights of codings')?.becomes).toBe('left out');
  expect(lines.find(({ what }) => what === 'Weights of codings')?.becomes).toBe(NOTE);
  expect(plain.filter(({ becomes }) => becomes.includes('note that Colligo'))).toEqual([]);
  const renamed = lossOf(project.db, { refi: { profile: 'qualcoder', plain: false } });
  expect(renamed[1]).toMatchObject({ what: 'Codes that share their name with another code', count: 2 });
  const linked = lossOf(project.db, { refi: { profile: 'atlas', plain: false } });
  expect(linked.find(({ what }) => what === 'Memos about documents')?.count).toBe(2);
  as(project, ANNA, ({ db }) => db.run(sql`UPDATE coders SET kind = 'consensus' WHERE id <> ${ANNA.id}`));
  const agreed = (plain: boolean) =>
    lossOf(project.db, { refi: { profile: 'standard', plain } }).find(({ what }) =>
      what.includes('consensus'),
    );
  expect(agreed(true)).toMatchObject({ count: 1, becomes: 'users like others' });
  expect(agreed(false)?.becomes).toBe(`users, ${NOTE}`);
});

test('a scope and pseudonyms count as well, and an empty project loses its history only', async () => {
  const { project, documents } = await newWhole();
  const scope = {
    documents: [documents.markdown],
    cases: [],
    attributes: [],
    codes: [],
    coders: [],
    text: '',
  };
  const lines = lossOf(project.db, { scope, refi: STANDARD });
  const count = (what: string) => lines.find((line) => line.what === what)?.count;
  expect(count('Documents from Markdown or HTML')).toBe(1);
  expect(count('Weights of codings')).toBeUndefined();
  expect(count('Reviews: what was looked for and where')).toBe(1);
  expect(count('Files kept with the project that are not of this part')).toBe(2);
  const hidden = lossOf(project.db, { pseudonyms: true, refi: STANDARD });
  expect(hidden.find(({ what }) => what.startsWith('Files kept'))).toMatchObject({
    count: 2,
    becomes: 'left out',
  });
  const empty = await newProject();
  expect(lossOf(empty.db, { refi: STANDARD }).map(({ what }) => what)).toEqual(['Steps of the history']);
});

test('a number in digits alone is the same number, and a day is one of the calendar', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(decimal(number)).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(decimal(number)) === number).toBe(true);
    }),
  );
  expect(decimal(-1.5e-9)).toBe('-0.0000000015');
  expect(decimal(1.25e21)).toBe('1250000000000000000000');
  expect(['2024-02-29', '2023-02-29', '2024', '2024-02', '0000-01-01'].map(isDay)).toEqual([
    true,
    ...Array(4).fill(false),
  ]);
});
