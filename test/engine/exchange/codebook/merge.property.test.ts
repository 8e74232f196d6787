import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MergeAnswers } from '../../../../src/contract/codebook-exchange.ts';
import { presentState } from '../../../../src/engine/codebook/state.ts';
import { type CodebookNode, type CodeLabel, readCodebook } from '../../../../src/engine/codebook/whole.ts';
import { applyMerge } from '../../../../src/engine/exchange/codebook/merge/apply.ts';
import { mergeCodebooks } from '../../../../src/engine/exchange/codebook/merge/merge.ts';
import { newProject } from '../../kit/project.ts';
import { asBook, codebook } from './kit.ts';

const NONE = MergeAnswers.parse({});

/** Why a code was changed is a history that grows: it is not compared. Each language has an order of its own. */
const told = (nodes: readonly CodebookNode[]) =>
  nodes.map((node) => ({
    ...node,
    labels: node.labels
      .filter(({ kind }) => kind !== 'change')
      .toSorted((one, other) => compare(keyOf(one), keyOf(other))),
  }));
const keyOf = ({ kind, language }: CodeLabel) => `${kind} ${language}`;
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

test('a file that is as the common ancestor changes nothing', () => {
  fc.assert(
    fc.property(codebook, codebook, (base, mine) => {
      const merged = mergeCodebooks(base, mine, asBook(base), NONE);
      expect(merged.target).toEqual(mine);
      expect([...merged.added, ...merged.changed, ...merged.conflicts, ...merged.missing]).toEqual([]);
      expect(merged.links).toBe(0);
    }),
  );
});

test('a project that is as the common ancestor becomes as the file, once what is missing may go', () => {
  fc.assert(
    fc.property(codebook, codebook, (base, theirs) => {
      const first = mergeCodebooks(base, base, asBook(theirs), NONE);
      expect(first.conflicts).toEqual([]);
      const names = Object.fromEntries(first.namesakes.map(({ key }) => [key, 'new' as const]));
      const remove = first.missing.map(({ id }) => id);
      const merged = mergeCodebooks(base, base, asBook(theirs), { ...NONE, names, remove });
      expect(told(merged.target)).toEqual(told(theirs));
    }),
  );
});

test('the same again, with the same answers, changes nothing', () => {
  const side = fc.constantFrom('mine', 'theirs');
  fc.assert(
    fc.property(
      fc.option(codebook),
      codebook,
      codebook,
      side,
      fc.infiniteStream(fc.option(side)),
      fc.infiniteStream(fc.boolean()),
      (base, mine, theirs, prefer, sides, goes) => {
        const { missing } = mergeCodebooks(base, mine, asBook(theirs), { ...NONE, prefer });
        const remove = missing.map(({ id }) => id).filter(() => goes.next().value === true);
        const { conflicts } = mergeCodebooks(base, mine, asBook(theirs), { ...NONE, prefer, remove });
        const fields = Object.fromEntries(
          conflicts.flatMap(({ key }) => {
            const answer = sides.next().value;
            return answer ? [[key, answer] as const] : [];
          }),
        );
        const answers = { ...NONE, prefer, fields, remove };
        const once = mergeCodebooks(base, mine, asBook(theirs), answers);
        expect(once.removed).toEqual(remove);
        expect(once.target).toHaveLength(mine.length + once.added.length - remove.length);
        const twice = mergeCodebooks(base, once.target, asBook(theirs), answers);
        expect(twice.target).toEqual(once.target);
        expect(twice.added).toEqual([]);
        // Who is asked again and says nothing keeps what was answered.
        expect(mergeCodebooks(base, once.target, asBook(theirs), NONE).target).toEqual(once.target);
      },
    ),
  );
});

test('what both changed is a conflict whichever of them is mine', () => {
  const key = ({ key, mine, theirs }: { key: string; mine: string; theirs: string }) => [key, mine, theirs];
  fc.assert(
    fc.property(codebook, codebook, codebook, (base, mine, theirs) => {
      const one = mergeCodebooks(base, mine, asBook(theirs), NONE).conflicts;
      const other = mergeCodebooks(base, theirs, asBook(mine), NONE).conflicts;
      const own = (list: typeof one) =>
        list.filter(({ field }) => !['change', 'parent', 'order', 'presence'].includes(field)).map(key);
      const swapped = own(other).map(([key, mine, theirs]) => [key, theirs, mine]);
      expect(own(one).toSorted()).toEqual(swapped.toSorted());
    }),
  );
});

test('without a common ancestor every field that differs is asked, and mine stays where nothing is said', () => {
  fc.assert(
    fc.property(codebook, codebook, (mine, theirs) => {
      const merged = mergeCodebooks(null, mine, asBook(theirs), NONE);
      expect(merged.changed).toEqual([]);
      expect(merged.open).toBe(merged.conflicts.length);
      const target = new Map(merged.target.map((node) => [node.id, node]));
      for (const { id, name, definition, codable, labels } of mine)
        expect(target.get(id)).toMatchObject({ name, definition, codable, labels });
    }),
  );
});

test('a project takes what the merge came to as one step, which undo takes back', async () => {
  await fc.assert(
    fc.asyncProperty(codebook, codebook, fc.constantFrom('mine', 'theirs'), async (first, second, prefer) => {
      const project = await newProject();
      const take = (nodes: readonly CodebookNode[]) => {
        const mine = readCodebook(project.db);
        const answers = { ...NONE, prefer };
        const merged = mergeCodebooks(null, mine, asBook(nodes), answers);
        return { merged, made: applyMerge(project, merged, mine, 'book.json') };
      };
      take(first);
      expect(readCodebook(project.db)).toEqual(first);
      const before = presentState(project.db);
      const { merged, made } = take(second);
      expect(told(readCodebook(project.db))).toEqual(told(merged.target));
      expect(take(second).made.step).toBeNull();
      if (made.step) {
        project.undo();
        expect(presentState(project.db)).toEqual(before);
      }
      await project.close();
    }),
    { numRuns: 15 },
  );
});
