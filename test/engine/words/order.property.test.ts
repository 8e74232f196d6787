import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContextRow, ContextSort } from '../../../src/contract/words.ts';
import { orderedPage } from '../../../src/engine/words/order.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';
import { found } from './ask.ts';

test('a page of an order is a part of the whole, however many are equal', () => {
  const keys = fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.oneof(fc.nat(20), fc.integer({ min: 500, max: 2000 })),
      fc.nat(40),
    )
    .chain(([levels, count, most]) =>
      fc.array(fc.array(fc.nat(most), { minLength: count, maxLength: count }), {
        minLength: levels,
        maxLength: levels,
      }),
    );
  fc.assert(
    fc.property(keys, fc.nat(2100), fc.nat(2100), (levels, from, more) => {
      const count = levels[0]?.length ?? 0;
      const whole = [...Array(count).keys()].toSorted((a, b) => {
        const apart = levels.map((level) => (level[a] ?? 0) - (level[b] ?? 0)).find((each) => each !== 0);
        return apart ?? a - b;
      });
      const page = orderedPage(
        levels.map((level) => Uint32Array.from(level)),
        41,
        from,
        from + more,
      );
      expect([...page]).toEqual(whole.slice(from, from + more));
    }),
  );
});

const WORDS = ['the', 'grid', 'Power', 'power', 'élan', 'zoo', 'a'];

const text = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((paragraphs) => paragraphs.map((words) => words.join(' ')).join('\n\n'));

const SORTS = ['left1', 'left2', 'left3', 'right1', 'right2', 'right3'] as const;

/** The words beside a place as the rule says: the one asked for, then those further away, of the paragraph only. */
function besideOf(row: ContextRow, texts: ReadonlyMap<string, string>, sort: Exclude<ContextSort, 'place'>) {
  const whole = texts.get(row.documentTitle) ?? '';
  const opens = whole.lastIndexOf('\n\n', row.start - 1) + 2;
  const begin = opens === 1 ? 0 : opens;
  const end = whole.indexOf('\n\n', row.end);
  const isLeft = sort.startsWith('left');
  const side = isLeft ? whole.slice(begin, row.start) : whole.slice(row.end, end < 0 ? whole.length : end);
  const words = side.split(' ').filter((word) => word !== '');
  const ordered = isLeft ? words.toReversed() : words;
  return [1, 2, 3].slice(Number(sort.at(-1)) - 1).map((step) => (ordered[step - 1] ?? '').toLowerCase());
}

test('places are sorted as a person would sort them, found as words or as forms', {
  timeout: 240_000,
}, async () => {
  const collator = new Intl.Collator('en');
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...SORTS),
      async (all, sort) => {
        const project = await newProject();
        const texts = new Map(all.map((body, index) => [`Text ${index}`, body]));
        for (const [title, body] of texts) addText(project, title, body);
        for (const kind of ['words', 'form'] as const) {
          const { rows } = await found(project, 'power', { kind });
          const expected = rows
            .map((row, index) => ({ row, index, key: besideOf(row, texts, sort) }))
            .toSorted((a, b) => {
              const apart = a.key.map((word, at) => collator.compare(word, b.key[at] ?? ''));
              return apart.find((each) => each !== 0) ?? a.index - b.index;
            })
            .map(({ row }) => row);
          expect((await found(project, 'power', { kind, sort })).rows).toEqual(expected);
          expect((await found(project, 'power', { kind, sort, offset: 1, limit: 3 })).rows).toEqual(
            expected.slice(1, 4),
          );
        }
        project.close();
      },
    ),
    { numRuns: 20 },
  );
});
