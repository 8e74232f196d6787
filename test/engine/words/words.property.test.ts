import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { narrow } from '../../../src/engine/scope/narrow.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { chosenBy } from '../scope/naive.ts';
import { type Made, makeProject, projectModel, scopeModel, scopeOf, TEXTS } from '../scope/projects.ts';
import { found, listed } from './ask.ts';

const study = fc.record({
  project: projectModel,
  scopes: fc.array(fc.record({ scope: scopeModel, coded: fc.boolean() }), { minLength: 3, maxLength: 6 }),
});

/** The words that lie in scope, as the rule says it: cut anew by the segmenter, each looked at in every passage. */
function naive(made: Made, scope: Scope, coded: boolean): Map<string, number> {
  const { db } = made.project;
  const { documents, passages } = chosenBy(made.project, scope);
  const isChosen = coded || narrow(db, scope).narrowsPassages;
  const named = scope.coders.filter((coder) => made.coders.includes(coder));
  const spans = db
    .all<{ id: Uint8Array; start: number; end: number }>(sql`
      SELECT passage_id AS id, start_offset AS start, end_offset AS "end" FROM anchors WHERE kind = 'span' AND status <> 'lost'`)
    .map(({ id, ...span }) => ({ ...span, passage: passages.find((one) => one.id === idText(id)) }))
    .filter(({ passage }) => {
      if (!coded) return true;
      return passage?.codings.some(({ coder }) => named.length === 0 || named.includes(coder)) ?? false;
    });
  const counts = new Map<string, number>();
  made.documents.forEach((document, index) => {
    if (!documents.has(document)) return;
    const rules = new Intl.Segmenter('en', { granularity: 'word' });
    for (const { segment, index: at, isWordLike } of rules.segment(TEXTS[index] ?? '')) {
      const lies = spans.some(
        ({ passage, start, end }) => passage?.document === document && start <= at && at < end,
      );
      if (!isWordLike || (isChosen && !lies)) continue;
      const word = segment.toLowerCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  });
  return counts;
}

test('words in any scope are those that the rule says, and each is found where it was counted', {
  timeout: 240_000,
}, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(study, async ({ project: model, scopes }) => {
      const made = await makeProject(model);
      for (const { scope: numbers, coded } of scopes) {
        const scope = scopeOf(made, numbers);
        const asked = { scope, ...(coded && { passages: { codes: [], below: false } }) };
        const list = await listed(made.project, asked);
        const expected = naive(made, scope, coded);
        expect(new Map(list.rows.map(({ word, count }) => [word, count]))).toEqual(expected);
        expect(list.words).toBe([...expected.values()].reduce((sum, count) => sum + count, 0));
        expect(list.counted).toBe(list.words);
        for (const { word, count, documents, dispersion } of list.rows) {
          const context = await found(made.project, word, { ...asked, kind: 'form', limit: 1 });
          expect([context.total, context.documents]).toEqual([count, documents]);
          expect(dispersion).toBeGreaterThanOrEqual(0);
          expect(dispersion).toBeLessThan(1);
        }
        seen.add(`${coded} ${list.words > 0}`);
      }
      made.project.close();
    }),
    { numRuns: 40 },
  );
  expect(seen.size).toBe(4);
});

test('without a scope the sum is that of the words in the store', async () => {
  const made = await makeProject({ memberships: [], values: [], passages: [] });
  const { words } = made.project.db.one<{ words: number }>(
    sql`SELECT sum(word_count) AS words FROM readings`,
  );
  expect((await listed(made.project)).counted).toBe(words);
});
