import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Nearness } from '../../../src/contract/compare.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { meetingOf } from '../../../src/engine/compare/meeting.ts';
import { meetingsOf } from '../../../src/engine/compare/meetings.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { type Sql, sql } from '../../../src/engine/store/sql.ts';
import { paragraphAt } from '../../../src/text/places.ts';
import { readingOf } from '../kit/documents.ts';
import { projectModel, scopeModel, scopeOf, TEXTS } from '../scope/projects.ts';
import { type Placed, placedInScope } from './naive.ts';
import { judgedModel, makeJudged } from './projects.ts';

const nearness: fc.Arbitrary<Nearness> = fc.oneof(
  fc.constantFrom('place', 'overlap', 'paragraph', 'section').map((by) => ({ by })),
  fc.nat(3).map((within) => ({ by: 'words' as const, within })),
);

/** Whether two places of a text are near each other, looking at every letter or word between them. */
function areNear(text: string, a: Placed, b: Placed, near: Nearness): boolean {
  if (a.place === b.place) return true;
  if (near.by === 'place' || !a.span || !b.span) return false;
  const letters = ([start, end]: readonly [number, number]) =>
    Array.from({ length: end - start }, (_, index) => start + index);
  const [of, by] = [letters(a.span), letters(b.span)];
  const { blocks, words } = readingOf(text);
  if (near.by === 'overlap') return of.some((letter) => by.includes(letter));
  // These texts have no headings.
  if (near.by === 'section') return true;
  if (near.by === 'paragraph') {
    const inOf = of.flatMap((letter) => paragraphAt(blocks, letter) ?? []).map(({ start }) => start);
    return by.some((letter) => inOf.includes(paragraphAt(blocks, letter)?.start ?? -1));
  }
  const [first, second] = a.span[0] <= b.span[0] ? [a.span, b.span] : [b.span, a.span];
  const between = [...words].filter((at, index) => index % 2 === 0 && at >= first[1] && at < second[0]);
  return between.length <= near.within;
}

/** @returns by the id of a coding that of its passage */
function passagesBehind(db: Sql): ReadonlyMap<string, string> {
  const rows = db.all<{ id: Uint8Array; passage_id: Uint8Array }>(sql`SELECT id, passage_id FROM codings`);
  return new Map(rows.map(({ id, passage_id }) => [idText(id), idText(passage_id)]));
}

test('pairs of places are those that one finds by looking at each two', { timeout: 240_000 }, async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      projectModel,
      judgedModel,
      fc.array(
        fc.record({
          near: nearness,
          scope: fc.option(scopeModel, { nil: undefined }),
          coder: fc.constantFrom(undefined, 0, 1),
        }),
        { minLength: 5, maxLength: 15 },
      ),
      async (model, judged, asked) => {
        const made = await makeJudged(model, judged);
        const { db } = made.project;
        const codes = readTree(db).map(({ id }) => id);
        for (const { near, scope: modelled, coder: number } of asked) {
          const scope = modelled && scopeOf(made, modelled);
          const coder = number === undefined ? undefined : made.coders[number];
          const meetings = meetingsOf(db, { near, coder, scope });
          const found = placedInScope(made, scope).filter(
            (one) => coder === undefined || one.coder === coder,
          );
          const placesOf = (code: string) => [
            ...new Map(found.filter((one) => one.code === code).map((one) => [one.place, one])).values(),
          ];
          const listed = (a: string, b: string, page: { offset: number; limit: number }) =>
            meetingOf(db, { codes: [a, b], near, coder, scope, sort: 'document', ...page });
          const passageOf = passagesBehind(db);
          const passagesOn = ({ place, code }: Placed) =>
            found
              .filter((one) => one.place === place && one.code === code)
              .map(({ id }) => passageOf.get(id));
          const expected = codes.flatMap((a, row) =>
            codes.slice(row + 1).flatMap((b, offset) => {
              const pairs = placesOf(a).flatMap((one) =>
                placesOf(b)
                  .filter(
                    (other) =>
                      other.document === one.document &&
                      areNear(TEXTS[made.documents.indexOf(one.document)] ?? '', one, other, near),
                  )
                  .map((other) => [one, other] as const),
              );
              const documents = new Set(pairs.map(([{ document }]) => document)).size;
              // What is listed is what was counted, whichever code is named first, and in pages as well as in one.
              const behind = new Set(pairs.flat().flatMap(passagesOn));
              const list = listed(a, b, { offset: 0, limit: 5000 });
              expect([list.pairs, list.documents, list.total]).toEqual([
                pairs.length,
                documents,
                behind.size,
              ]);
              expect(new Set(list.rows.map(({ id }) => id))).toEqual(behind);
              expect(listed(b, a, { offset: 0, limit: 5000 })).toEqual(list);
              expect(listed(a, b, { offset: 1, limit: 2 }).rows).toEqual(list.rows.slice(1, 3));
              return pairs.length > 0
                ? [{ a: row, b: row + 1 + offset, places: pairs.length, documents }]
                : [];
            }),
          );
          expect({ near, pairs: meetings.pairs }).toEqual({ near, pairs: expected });
          expect(meetings.codes).toEqual(codes);
          expect(meetings.places).toEqual(codes.map((code) => placesOf(code).length));
          if (expected.length > 0) met.add(near.by);
        }
        made.project.close();
      },
    ),
    { numRuns: 40 },
  );
  expect([...met].toSorted()).toEqual(['overlap', 'paragraph', 'place', 'section', 'words']);
});
