import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alongDocuments } from '../../../src/engine/along/along.ts';
import { branch, readTree } from '../../../src/engine/codebook/tree.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { mergeSpans, wordsIn } from '../../../src/text/words.ts';
import { placedInScope } from '../compare/naive.ts';
import { judgedModel, makeJudged, projectModel } from '../compare/projects.ts';
import { readingOf } from '../kit/documents.ts';
import { scopeModel, scopeOf, TEXTS } from '../scope/projects.ts';

const study = fc.record({
  project: projectModel,
  judged: judgedModel,
  asked: fc.array(
    fc.record({
      scope: fc.option(scopeModel, { nil: undefined }),
      rollUp: fc.boolean(),
      coder: fc.constantFrom(null, 0, 1),
      parts: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 3, maxLength: 8 },
  ),
});

test('stretches hold the words that the table counts, and every place found another way', {
  timeout: 240_000,
}, async () => {
  let [stretches, parts] = [0, 0];
  await fc.assert(
    fc.asyncProperty(study, async ({ project, judged, asked }) => {
      const made = await makeJudged(project, judged);
      const { db } = made.project;
      const tree = readTree(db);
      for (const one of asked) {
        const scope = one.scope && scopeOf(made, one.scope);
        const coder = one.coder === null ? undefined : made.coders[one.coder];
        const { rollUp } = one;
        const along = alongDocuments(db, { parts: one.parts, rollUp, coder, scope });
        const table = compareTable(db, { columns: { by: 'document' }, rollUp, coder, scope });
        expect(along.codes).toEqual(table.codes);
        expect(along.documents.map(({ id }) => id)).toEqual(table.columns.map(({ id }) => id));
        expect(along.beyond).toBe(0);
        const placed = placedInScope(made, scope).filter(
          (each) => coder === undefined || each.coder === coder,
        );
        for (const [column, document] of along.documents.entries()) {
          const flat = readingOf(TEXTS[made.documents.indexOf(document.id)] ?? '').words;
          expect(document.coded).toBe(table.all.find((cell) => cell.column === column)?.words);
          expect(document.words).toBe(flat.length / 2);
          const count = Math.min(one.parts, document.words);
          expect(document.parts).toEqual(
            [...Array(count).keys()].map((part) => flat[Math.floor((part * document.words) / count) * 2]),
          );
          for (const [row, code] of along.codes.entries()) {
            const own = document.codes.find((each) => each.row === row);
            const cell = table.cells.find((each) => each.row === row && each.column === column);
            const held = rollUp ? branch(tree, code) : [code];
            const found = placed.filter((each) => each.document === document.id && held.includes(each.code));
            expect(own !== undefined).toBe(found.length > 0);
            if (own === undefined) continue;
            const spans = found.flatMap(({ span }) => (span ? [{ start: span[0], end: span[1] }] : []));
            const inside = own.stretches.reduce((sum, { from, to }) => sum + to - from, 0);
            expect([own.words, inside]).toEqual([cell?.words, cell?.words]);
            expect(inside).toBe(wordsIn(flat, mergeSpans(spans)));
            expect(own.parts).toBe(new Set(found.flatMap(({ span, place }) => (span ? [] : place))).size);
            let before = 0;
            for (const { from, to, start, end } of own.stretches) {
              expect(from).toBeGreaterThanOrEqual(before);
              expect(to).toBeGreaterThan(from);
              expect([start, end]).toEqual([flat[from * 2], flat[to * 2 - 1]]);
              before = to;
              stretches++;
            }
            expect(before).toBeLessThanOrEqual(document.words);
            parts += own.parts;
          }
        }
      }
      made.project.close();
    }),
    { numRuns: 25 },
  );
  expect(Math.min(stretches, parts)).toBeGreaterThan(0);
});
