import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setLabels } from '../../../src/engine/codebook/labels.ts';
import { linksOf, setLinks } from '../../../src/engine/codebook/links.ts';
import { mergeCodes, mergeNumbers } from '../../../src/engine/codebook/merge/merge.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { readCodebook } from '../../../src/engine/codebook/whole.ts';
import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { judgementsIn } from '../../../src/engine/reviews/judge.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, coder, newProject } from '../kit/project.ts';

const BEN = coder('Ben');
const CODERS = [ANNA, BEN];
const TEXT = 'One two three four five six seven eight nine ten.';
/** Spans that are few enough to meet. */
const SPANS = [
  [0, 3],
  [4, 7],
  [8, 13],
  [4, 13],
] as const;

interface Coding {
  readonly passage: string;
  readonly code: string;
  readonly coder: string;
  readonly at: string;
}

const codingsOf = (project: Project): Coding[] =>
  project.db
    .all<Record<'passage_id' | 'code_id' | 'coder_id', Uint8Array> & { created_at: string }>(
      sql`SELECT passage_id, code_id, coder_id, created_at FROM codings`,
    )
    .map((row) => ({
      passage: idText(row.passage_id),
      code: idText(row.code_id),
      coder: idText(row.coder_id),
      at: row.created_at,
    }));

const seat = (coding: Coding, code = coding.code) => `${coding.passage} ${code} ${coding.coder}`;

const pick = fc.nat(40);
const work = fc.record({
  parents: fc.array(fc.option(fc.nat(5), { nil: null }), { minLength: 3, maxLength: 7 }),
  sayings: fc.array(fc.constantFrom('', 'A meaning.', 'Another.'), { minLength: 7, maxLength: 7 }),
  codings: fc.array(fc.tuple(pick, pick, pick, fc.option(fc.nat(100), { nil: null })), { maxLength: 20 }),
  reviews: fc.array(fc.tuple(pick, pick), { maxLength: 10 }),
  memos: fc.array(fc.tuple(pick, fc.boolean()), { maxLength: 4 }),
  labels: fc.array(
    fc.tuple(pick, fc.constantFrom('alias', 'notation', 'hidden', 'name', 'definition'), pick),
    {
      maxLength: 6,
    },
  ),
  links: fc.array(fc.tuple(pick, pick, fc.boolean()), { maxLength: 5 }),
  merged: fc.array(pick, { minLength: 1, maxLength: 3 }),
  into: pick,
  aliases: fc.boolean(),
  append: fc.boolean(),
});

type Work = typeof work extends fc.Arbitrary<infer Value> ? Value : never;

const one = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Makes a project in which two coders have worked; @returns its document and its codes */
async function made(parts: Work) {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const codes: string[] = [];
  for (const [index, parent] of parts.parents.entries()) {
    const parentId = parent === null || codes.length === 0 ? null : one(codes, parent);
    // Names are few, so that some codes mean the very same.
    const fields = { name: `Code ${index % 4}`, definition: one(parts.sayings, index) };
    codes.push(createCode(project, { ...fields, parentId }).result);
  }
  for (const [code, span, who, weight] of parts.codings) {
    project.actor = one(CODERS, who);
    const [start, end] = one(SPANS, span);
    applyCodes(project, { document, start, end, codes: [one(codes, code)], weight });
  }
  for (const [code, who] of parts.reviews) {
    project.actor = one(CODERS, who);
    setReviews(project, document, [one(codes, code)], true);
  }
  project.actor = ANNA;
  for (const [at, ofCoding] of parts.memos) {
    const codings = project.db.all<{ id: Uint8Array }>(sql`SELECT id FROM codings ORDER BY id`);
    const target =
      ofCoding && codings.length > 0
        ? ({ kind: 'coding', id: idText(one(codings, at).id) } as const)
        : ({ kind: 'code', id: one(codes, at) } as const);
    writeMemo(project, target, { title: 'Memo', body: '' });
  }
  for (const [code, kind, text] of parts.labels) {
    const language = kind === 'name' || kind === 'definition' ? 'de' : '';
    setLabels(project, one(codes, code), [kind], [{ kind, language, text: `word ${text % 3}` }]);
  }
  for (const [code, other, isLike] of parts.links) {
    const [from, to] = [one(codes, code), one(codes, other)];
    if (from === to) continue;
    const kind = isLike ? 'see_also' : 'not_to_be_confused';
    setLinks(project, from, [...linksOf(project.db, from), { kind, other: to }]);
  }
  return { project, document, codes };
}

test('a merge loses no coding, makes none twice, tells beforehand, and undo gives back identical rows', async () => {
  await fc.assert(
    fc.asyncProperty(work, async (parts) => {
      const { project, document, codes } = await made(parts);
      const into = one(codes, parts.into);
      const merged = [...new Set(parts.merged.map((at) => one(codes, at)))].filter((id) => id !== into);
      fc.pre(merged.length > 0);
      const choices = { aliases: parts.aliases, append: parts.append, note: '' };
      const before = dump(project.db);
      const [codings, tree, book] = [codingsOf(project), readTree(project.db), readCodebook(project.db)];
      const memos = listMemos(project.db).length;
      const told = mergeNumbers(project.db, merged, into, choices);
      const { result } = mergeCodes(project, merged, into, choices);

      const followed = (coding: Coding) => (merged.includes(coding.code) ? into : coding.code);
      const expected = new Set(codings.map((coding) => seat(coding, followed(coding))));
      const now = codingsOf(project);
      expect(now.map((coding) => seat(coding)).sort()).toEqual([...expected].sort());
      // A date is one that a coding of that coder on that passage had before.
      const dates = new Set(codings.map((coding) => `${seat(coding, followed(coding))} ${coding.at}`));
      for (const coding of now) expect(dates).toContain(`${seat(coding)} ${coding.at}`);
      expect(result).toEqual({ followed: told.follow, already: told.already });
      expect(told.follow + told.already).toBe(codings.filter(({ code }) => merged.includes(code)).length);
      expect(told.already).toBe(codings.length - now.length);

      const after = readTree(project.db);
      expect(after.map(({ id }) => id).sort()).toEqual(
        tree
          .map(({ id }) => id)
          .filter((id) => !merged.includes(id))
          .sort(),
      );
      expect(listMemos(project.db)).toHaveLength(memos);
      for (const { id, links } of readCodebook(project.db)) {
        expect(links.map(({ other }) => other)).not.toContain(id);
        expect(new Set(links.map(({ kind, other }) => kind + other)).size).toBe(links.length);
      }
      // Another way to the links: rename the ends on paper.
      const name = (id: string) => (merged.includes(id) ? into : id);
      const paper = book.flatMap(({ id, links }) =>
        links.map(({ kind, other }) => `${name(id)} ${kind} ${name(other)}`),
      );
      const isLoop = (link: string) => link.split(' ')[0] === link.split(' ')[2];
      expect(
        readCodebook(project.db)
          .flatMap(({ id, links }) => links.map(({ kind, other }) => `${id} ${kind} ${other}`))
          .sort(),
      ).toEqual([...new Set(paper.filter((link) => !isLoop(link)))].sort());

      const judged = judgementsIn(project.db, document).filter(({ codeId }) => codeId === into);
      expect(judged.filter(({ reviewed }) => reviewed)).toHaveLength(told.reviews);
      expect(judged.filter(({ stale }) => stale)).toHaveLength(told.stale);

      project.undo();
      expect(dump(project.db)).toBe(before);
      project.redo();
      expect(readTree(project.db)).toEqual(after);
    }),
    { numRuns: 60 },
  );
});

test('an absence stands after a merge only where its coder had looked for each meaning', async () => {
  const looks = fc.record({
    a: fc.boolean(),
    b: fc.boolean(),
    redefined: fc.boolean(),
    append: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(looks, async ({ a, b, redefined, append }) => {
      const project = await newProject();
      const document = addText(project, 'Text', TEXT);
      const first = createCode(project, { name: 'A', parentId: null, definition: 'One.' }).result;
      const second = createCode(project, { name: 'B', parentId: null, definition: 'Two.' }).result;
      if (a) setReviews(project, document, [first], true);
      if (b) setReviews(project, document, [second], true);
      if (redefined) updateCode(project, second, { definition: 'Three.' });
      mergeCodes(project, [second], first, { aliases: true, append, note: '' });
      const [judgement] = judgementsIn(project.db, document);
      const holds = a && b && !redefined;
      expect(judgement?.judgement).toBe(a || b ? (holds ? 'absent' : 'not_judged') : undefined);
      expect(judgement?.stale).toBe(a || b ? !holds : undefined);
    }),
    { numRuns: 16 },
  );
});
