import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { placeOfStep } from '../../../src/engine/history/place.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes, applyToPassages, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { passageHistory } from '../../../src/engine/passages/history.ts';
import { listPassages, passagesInDocument } from '../../../src/engine/passages/read.ts';
import { replaceCode } from '../../../src/engine/passages/replace.ts';
import { reshapePassage, resizePassage } from '../../../src/engine/passages/resize.ts';
import { commentPassage, removeCodings, weighCoding } from '../../../src/engine/passages/write.ts';
import { checkProject } from '../../../src/engine/projects/check.ts';
import { judgementsIn } from '../../../src/engine/reviews/judge.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { countScope } from '../../../src/engine/scope/count.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { undoable } from '../../../src/engine/store/steps.ts';
import { addText } from '../kit/documents.ts';
import { addPages, PAGE } from '../kit/pages.ts';
import { ANNA, coder, newProject } from '../kit/project.ts';

const BEN = coder('Ben');

/** One of the pages has no text, as a full-page figure has none. */
const PAGES = [{ text: 'One two three.', label: 'iv' }, { text: 'Four five.', label: '1' }, { text: '' }];

const PART = { page: 2, x: 10.004, y: 20, width: 30, height: 40 };
const KEPT = { page: 2, x: 10, y: 20, width: 30, height: 40 };

async function study() {
  const project = await newProject();
  const document = addPages(project, 'Plan', PAGES);
  const a = createCode(project, { name: 'A', parentId: null }).result;
  const b = createCode(project, { name: 'B', parentId: null }).result;
  const part = (region: typeof PART, codes: readonly string[] = [a]) =>
    applyToRegion(project, { document, region, codes });
  const words = (start: number, end: number) =>
    applyCodes(project, { document, start, end, codes: [a] }).result.passageId;
  const rows = () => passagesInDocument(project.db, document);
  const list = (sort: 'document' | 'newest' | 'code' | 'length' = 'document') =>
    listPassages(project.db, {}, { sort, offset: 0, limit: 100 }).rows;
  return { project, document, a, b, part, words, rows, list };
}

test('a part of a page is a passage that begins where the text of its page does, and has no words', async () => {
  const { document, part, list, rows } = await study();
  const { step, result } = part(PART);
  expect(step?.label).toBe('Apply A to a part of page 1');
  expect(rows()).toMatchObject([
    {
      id: result.passageId,
      start: 16,
      end: 16,
      region: KEPT,
      page: { number: 2, label: '1' },
      status: 'exact',
    },
  ]);
  expect(list()).toMatchObject([
    {
      documentId: document,
      quote: '',
      before: '',
      after: '',
      words: 0,
      paragraph: 2,
      section: '',
      region: KEPT,
    },
  ]);
});

test('words say on which page they begin; a text without pages has none', async () => {
  const { project, a, words, rows } = await study();
  words(4, 20);
  words(16, 20);
  expect(rows().map(({ page, region }) => [page, region])).toEqual([
    [{ number: 1, label: 'iv' }, null],
    [{ number: 2, label: '1' }, null],
  ]);
  const plain = addText(project, 'Plain', 'Words.');
  applyCodes(project, { document: plain, start: 0, end: 5, codes: [a] });
  expect(passagesInDocument(project.db, plain)[0]).toMatchObject({ page: null, region: null });
});

test('the same part, code and coder again does nothing; another code or coder uses the same passage', async () => {
  const { project, a, b, part, rows } = await study();
  const { passageId } = part(PART).result;
  const again = part({ ...PART, x: 10.05, y: 19.96, width: 29.99 });
  expect(again.step).toBeNull();
  expect(again.result.passageId).toBe(passageId);
  expect(part(PART, [b]).result.passageId).toBe(passageId);
  project.actor = BEN;
  expect(part(PART).result.passageId).toBe(passageId);
  expect(rows()).toHaveLength(1);
  expect(rows()[0]?.codings).toHaveLength(3);
  expect(part({ ...PART, x: 10.2 }, [a]).result.passageId).not.toBe(passageId);
  expect(part({ ...PART, page: 1 }, [a]).result.passageId).not.toBe(passageId);
  expect(countScope(project.db, SCOPE)).toMatchObject({ passages: 3, codings: 5 });
});

const SCOPE = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

test('what cannot be a part of a page is refused in a sentence', async () => {
  const { project, a, part } = await study();
  const message = (region: typeof PART) => {
    try {
      part(region);
    } catch (error) {
      return (error as Error).message;
    }
    return null;
  };
  expect(message({ ...PART, page: 4 })).toBe('There is no page 4: the document has 3 pages.');
  expect(message({ ...PART, x: 380 })).toMatch(
    /^That part reaches beyond the edge of page 1, which is 400 by 300/,
  );
  expect(message({ ...PART, y: -1 })).toMatch(/beyond the edge/);
  expect(message({ ...PART, width: 3.9 })).toMatch(/^That part is too small/);
  const plain = addText(project, 'Plain', 'Words.');
  expect(() => applyToRegion(project, { document: plain, region: PART, codes: [a] })).toThrow(/has no pages/);
  expect(message({ page: 3, x: -0.04, y: 0, width: PAGE.width + 0.08, height: PAGE.height })).toBeNull();
  expect(checkProject(project.db)).toMatchObject({ ok: true });
});

test('a list runs as the text: parts stand before the words of their page, from the top', async () => {
  const { part, words, list } = await study();
  const order = [
    part({ ...PART, page: 1 }).result.passageId,
    words(0, 3),
    part({ ...PART, y: 5 }).result.passageId,
    part({ ...PART, y: 50 }).result.passageId,
    words(16, 26),
    words(16, 20),
    part({ ...PART, page: 3 }).result.passageId,
  ];
  expect(list().map(({ id }) => id)).toEqual(order);
  expect(list('length').map(({ words: count }) => count)).toEqual([2, 1, 1, 0, 0, 0, 0]);
  for (const sort of ['code', 'newest'] as const)
    expect(new Set(list(sort).map(({ id }) => id))).toEqual(new Set(order));
});

test('what reads codings reads those on parts of pages', async () => {
  const { project, document, a, b, part, rows } = await study();
  const { passageId } = part(PART).result;
  applyToPassages(project, [passageId], [b]);
  expect(listCodes(project.db).map(({ name, passages }) => [name, passages])).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
  expect(listDocuments(project.db)[0]).toMatchObject({ passages: 1, codings: 2 });
  setReviews(project, document, [a, b], true);
  expect(judgementsIn(project.db, document).map(({ judgement }) => judgement)).toEqual([
    'present',
    'present',
  ]);
  const inScope = (scope: Partial<typeof SCOPE> & { codes?: unknown[] }) =>
    countScope(project.db, { ...SCOPE, ...scope } as Parameters<typeof countScope>[1]).passages;
  expect(inScope({ codes: [{ mode: 'all', codes: [a, b], below: false }] } as never)).toBe(1);
  expect(inScope({ codes: [{ mode: 'none', codes: [a], below: false }] } as never)).toBe(0);
  expect(inScope({ text: 'Four' })).toBe(0);
  const [first, second] = rows()[0]?.codings ?? [];
  expect(weighCoding(project, first?.id ?? '', 40).step).not.toBeNull();
  expect(replaceCode(project, [second?.id ?? ''], { code: a }).step).not.toBeNull();
  expect(rows()[0]?.codings).toMatchObject([{ codeId: a, weight: 40 }]);
  removeCodings(project, [first?.id ?? '']);
  expect(rows()).toEqual([]);
});

test('a comment and a memo hold a part of a page, and history names where it is', async () => {
  const { project, document, part, rows } = await study();
  const { result, step } = part(PART);
  commentPassage(project, result.passageId, 'a map');
  writeMemo(project, { kind: 'passage', id: result.passageId }, { title: 'Why', body: '' });
  expect(listMemos(project.db)).toMatchObject([
    { documentId: document, about: 'a part of page 1', start: 16, end: 16 },
  ]);
  expect(undoable(project.db)?.label).toBe('Write a memo on a part of page 1');
  const place = { documentId: document, start: 16, end: 16, region: KEPT };
  expect(placeOfStep(project.db, step?.seq ?? 0)).toEqual(place);
  expect(passageHistory(project.db, result.passageId, 9).map(({ code }) => code)).toEqual([
    'passages.comment',
    'codings.applyRegion',
  ]);
  removeCodings(project, [rows()[0]?.codings[0]?.id ?? '']);
  expect(rows()).toHaveLength(1);
  for (let step = 0; step < 3; step++) project.undo();
  const undone = project.undo();
  expect(rows()).toEqual([]);
  // It is gone: where it was is known from the log.
  expect(placeOfStep(project.db, undone.step.seq)).toEqual(place);
});

test('reshaping moves the whole passage of one coder, to another page too', async () => {
  const { project, part, rows } = await study();
  const { passageId } = part(PART).result;
  commentPassage(project, passageId, 'why');
  const to = { page: 3, x: 1, y: 2, width: 50, height: 60.5 };
  const { step, result } = reshapePassage(project, passageId, to);
  expect([step?.label, result.passageId]).toEqual(['Change a part of page 3', passageId]);
  expect(rows()).toMatchObject([{ region: to, comment: 'why', page: { number: 3, label: '3' } }]);
  expect(reshapePassage(project, passageId, { ...to, x: 1.04 }).step).toBeNull();
  expect(() => reshapePassage(project, passageId, { ...to, page: 9 })).toThrow(/no page 9/);
});

test("nobody moves another's judgement: it stays on its part, and meets its like on the other", async () => {
  const { project, a, b, part, words, rows } = await study();
  const one = part(PART, [a, b]).result.passageId;
  const other = { ...KEPT, x: 200 };
  const two = part(other).result.passageId;
  commentPassage(project, one, 'both');
  project.actor = BEN;
  expect(() => reshapePassage(project, one, other)).toThrow(/Only other coders/);
  part(PART);
  const before = dump(project.db);
  project.actor = ANNA;
  expect(reshapePassage(project, one, other).result.passageId).toBe(two);
  const shown = () => rows().map(({ region, codings, comment }) => [region?.x, codings.length, comment]);
  expect(shown()).toEqual([
    [10, 1, 'both'],
    [200, 2, ''],
  ]);
  project.undo();
  expect(dump(project.db)).toBe(before);
  const [first] = rows()[0]?.codings ?? [];
  reshapePassage(project, one, { ...KEPT, x: 100 }, [first?.id ?? '']);
  expect(shown().map(([x, codings]) => [x, codings])).toEqual([
    [10, 2],
    [100, 1],
    [200, 1],
  ]);
  expect(() => resizePassage(project, one, { start: 0, end: 3 })).toThrow(/not words/);
  expect(() => reshapePassage(project, words(0, 3), other)).toThrow(/is words, not a part/);
});

test('a check finds a part that lies outside its page, or on none', async () => {
  const { project, part } = await study();
  const { passageId } = part(PART).result;
  const plain = addText(project, 'Plain', 'Words.');
  const problems = () => checkProject(project.db).problems;
  const damage = (change: ReturnType<typeof sql>) =>
    project.write({ code: 'test.damage', label: 'Damage' }, [], ({ db }) => {
      db.run(sql`UPDATE anchors SET ${change} WHERE passage_id = ${idBytes(passageId)}`);
    });
  expect(problems()).toEqual([]);
  damage(sql`x1 = 401`);
  expect(problems()).toEqual(['1 passage of “Plan” lies outside its page']);
  damage(sql`x1 = 40, page = 4`);
  expect(problems()).toEqual(['1 passage of “Plan” lies outside its page']);
  damage(sql`page = 1, version_id = (SELECT id FROM versions WHERE document_id = ${idBytes(plain)})`);
  expect(problems()).toEqual(['1 passage of “Plain” lies outside its page']);
});

test('whatever part is drawn is kept within its page to a hundredth of a point, and found again', async () => {
  const { project, document, a } = await study();
  const side = fc.double({ min: 4.01, max: 150, noNaN: true });
  await fc.assert(
    fc.property(fc.double({ min: 0, max: 150, noNaN: true }), side, side, (at, width, height) => {
      const region = { page: 1, x: at, y: at / 2, width, height };
      const made = applyToRegion(project, { document, region, codes: [a] }).result.passageId;
      const kept = passagesInDocument(project.db, document).find(({ id }) => id === made)?.region;
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(Math.abs((kept?.[side] ?? 0) - region[side])).toBeLessThan(0.08);
      expect(applyToRegion(project, { document, region: kept ?? region, codes: [a] }).step).toBeNull();
    }),
    { numRuns: 40 },
  );
});
