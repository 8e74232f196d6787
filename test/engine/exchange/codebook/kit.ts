import fc from 'fast-check';
import type { CodebookNode, CodeLabel, CodeLink } from '../../../../src/engine/codebook/whole.ts';
import { ALL_LABELS, ALL_LINKS, type Book } from '../../../../src/engine/exchange/codebook/book.ts';

/** Words of several scripts, with signs that formats give a meaning to, without what a project would not keep. */
const WORDS = [
  'Tax',
  'Öl & Gas',
  '规则',
  '"quoted"',
  "it's <b>",
  'a; b',
  '# x',
  '=1+1',
  '\\n',
  '🌍 all',
  'e\u0301t\u00e9',
  '- z',
];
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((each) => each.join(' '));
const text = fc.oneof(
  fc.constant(''),
  words,
  fc.tuple(words, words).map((each) => each.join('\n')),
);

const label: fc.Arbitrary<CodeLabel> = fc.record({
  kind: fc.constantFrom(...ALL_LABELS),
  language: fc.constantFrom('', 'en', 'de', 'de-AT'),
  text: words,
});

/** Kinds as a project gives them: in the order of their names. */
const labels = fc
  .uniqueArray(label, {
    maxLength: 5,
    selector: ({ kind, language, text }) => `${kind} ${language.toLowerCase()} ${text}`,
  })
  .map((list) => list.toSorted((one, other) => (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0)));

/** Identities that differ in what is looked at; each number is one. */
export const idOf = (number: number): string => `0199a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const own = fc.record({
  name: words,
  definition: text,
  useWhen: text,
  useNotWhen: text,
  example: text,
  colour: fc.constantFrom('#3273b5', '#a56a16', '#000000'),
  codable: fc.boolean(),
  labels,
});

/** A codebook of at most eight codes out of the same eight, in any order, as a project would give it. */
export const codebook: fc.Arbitrary<CodebookNode[]> = fc
  .record({
    numbers: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    codes: fc.array(fc.tuple(own, fc.nat()), { minLength: 8, maxLength: 8 }),
    pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(...ALL_LINKS)), { maxLength: 4 }),
  })
  .map(({ numbers, codes, pairs }) => {
    const ids = numbers.map(idOf);
    const loose = codes.slice(0, ids.length).map(([fields, above], index) => {
      // One of those before it, or none.
      const parentId = ids.slice(0, index)[above % (index + 1)] ?? null;
      return { ...fields, id: ids[index] ?? '', parentId, links: [] };
    });
    return linked(
      inTreeOrder(loose),
      pairs.map(([one, two, kind]) => [idOf(one), idOf(two), kind]),
    );
  });

/** @returns parents before the codes under them, siblings as they come */
export function inTreeOrder(nodes: readonly CodebookNode[]): CodebookNode[] {
  const below = Map.groupBy(nodes, ({ parentId }) => parentId);
  const visit = (parent: string | null): CodebookNode[] =>
    (below.get(parent) ?? []).flatMap((node) => [node, ...visit(node.id)]);
  return visit(null);
}

/** @returns the codes with these links, on both sides, in the order in which a project gives them */
export function linked(
  nodes: readonly CodebookNode[],
  pairs: readonly (readonly [string, string, CodeLink['kind']])[],
): CodebookNode[] {
  const there = new Set(nodes.map(({ id }) => id));
  const keys = new Map(
    pairs
      .filter(([one, two]) => one !== two && there.has(one) && there.has(two))
      .map(([one, two, kind]) => {
        const [first = '', second = ''] = [one, two].toSorted();
        return [`${kind} ${first} ${second}`, { first, second, kind }] as const;
      }),
  );
  const sorted = [...keys].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
  return nodes.map((node) => ({
    ...node,
    links: sorted.flatMap(({ first, second, kind }): CodeLink[] =>
      node.id === first ? [{ kind, other: second }] : node.id === second ? [{ kind, other: first }] : [],
    ),
  }));
}

/** @returns a codebook as a file that holds all of it would give it */
export const asBook = (nodes: readonly CodebookNode[]): Book => ({
  title: '',
  description: '',
  language: '',
  isOrdered: true,
  labelKinds: ALL_LABELS,
  linkKinds: ALL_LINKS,
  codes: nodes.map((node) => ({ ...node, isIdentified: true })),
  remarks: [],
});
