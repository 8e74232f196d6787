import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodebookChange } from '../../../../src/contract/codebook-versions.ts';
import { diffCodebooks } from '../../../../src/engine/codebook/diff.ts';
import { nodesIn, presentState } from '../../../../src/engine/codebook/state.ts';
import { readTree } from '../../../../src/engine/codebook/tree.ts';
import { diffVersions } from '../../../../src/engine/codebook/versions/diff.ts';
import { restorePlan } from '../../../../src/engine/codebook/versions/plan.ts';
import { restoreVersion } from '../../../../src/engine/codebook/versions/restore.ts';
import { signatureOf } from '../../../../src/engine/codebook/versions/signature.ts';
import { nameVersion } from '../../../../src/engine/codebook/versions/write.ts';
import { dump } from '../../../../src/engine/store/dump.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { sql } from '../../../../src/engine/store/sql.ts';
import { addText } from '../../kit/documents.ts';
import { newProject } from '../../kit/project.ts';
import { EVENTS, happen } from './world.ts';

const events = (most: number) =>
  fc.array(fc.tuple(fc.nat(EVENTS.length - 1), fc.nat(1000)), { minLength: 1, maxLength: most });

/** Everything that people judged and wrote. */
const judgements = ({ db }: Project) =>
  JSON.stringify([
    db.all(sql`SELECT hex(id), hex(code_id), hex(coder_id), created_at, weight FROM codings ORDER BY id`),
    db.all(sql`SELECT hex(id), hex(code_id), hex(meaning_sha256) FROM reviews ORDER BY id`),
    db.all(sql`SELECT hex(id), hex(code_id), body FROM memos ORDER BY id`),
  ]);

async function started(before: readonly (readonly [number, number])[]) {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta gamma delta epsilon zeta.');
  for (const pick of [1, 2, 3]) happen(project, document, [0, pick]);
  for (const event of before) happen(project, document, event);
  return { project, document };
}

test('going back gives the codebook of then but for what was said; nothing judged is lost; undo gives identical rows', async () => {
  await fc.assert(
    fc.asyncProperty(events(12), events(16), async (before, after) => {
      const { project, document } = await started(before);
      const { result: version } = nameVersion(project, 'Round 1', '', false);
      const then = presentState(project.db);
      for (const event of after) happen(project, document, event);

      const judged = judgements(project);
      const rows = dump(project.db);
      const plan = restorePlan(project.db, version);
      restoreVersion(project, version);

      expect(judgements(project)).toBe(judged);
      const left = diffVersions(project.db, version, null);
      expect(left.every(({ kind }) => kind === 'added')).toBe(true);
      const kept = new Set(plan.kept.map(({ id }) => id));
      const added = left.map(({ code }) => code).filter(({ id }) => !kept.has(id));
      expect(left.length - added.length).toBe(kept.size);
      expect(added.map(({ path }) => path)).toEqual(kept.size > 0 ? [plan.group] : []);
      // What lies outside the gathering branch is, row by row, what it was.
      const now = presentState(project.db).filter(({ id }) => then.some((node) => node.id === id));
      const inBoth = new Set(then.map(({ id }) => id));
      expect(
        now.map((node) => ({ ...node, links: node.links.filter(({ other }) => inBoth.has(other)) })),
      ).toEqual(then);

      expect(restoreVersion(project, version).step).toBeNull();
      if (dump(project.db) !== rows) {
        project.undo();
        expect(dump(project.db)).toBe(rows);
      }
      project.close();
    }),
    { numRuns: 40 },
  );
}, 180_000);

/** The same change seen from the other side. */
function mirrored({ kind, fields, code }: CodebookChange) {
  const opposite = { added: 'removed', removed: 'added' } as Record<string, string>;
  return {
    kind: opposite[kind] ?? kind,
    id: code.id,
    fields: fields.map(({ before, after, ...field }) => ({ ...field, before: after, after: before })),
  };
}

const plain = ({ kind, fields, code }: CodebookChange) => ({ kind, id: code.id, fields });
const byCode = (one: { kind: string; id: string }, other: { kind: string; id: string }) =>
  one.kind + one.id < other.kind + other.id ? -1 : 1;

test('comparing the other way round tells the same changes mirrored, and nothing differs from itself', async () => {
  await fc.assert(
    fc.asyncProperty(events(12), events(16), async (before, after) => {
      const { project, document } = await started(before);
      const then = presentState(project.db);
      for (const event of after) happen(project, document, event);
      const now = presentState(project.db);
      const there = diffCodebooks(then, now);
      const back = diffCodebooks(now, then);
      expect(back.map(plain).toSorted(byCode)).toEqual(there.map(mirrored).toSorted(byCode));
      expect(diffCodebooks(now, nodesIn(JSON.stringify(now)))).toEqual([]);
      expect(signatureOf(now) === signatureOf(then)).toBe(there.length === 0);
      // A second way of telling: which rows of the codes differ at all.
      const differs = (id: string) => {
        const [one, other] = [then, now].map((nodes) => nodes.find((node) => node.id === id));
        const said = (node: typeof one) =>
          node &&
          JSON.stringify([node.name, node.definition, node.colour, node.parentId, node.codable, node.labels]);
        return said(one) !== said(other);
      };
      const ids = [...new Set([...then, ...now].map(({ id }) => id))];
      const told = new Set(
        there.flatMap(({ kind, code, fields }) =>
          kind === 'reordered' ||
          (fields.every(({ field }) => /see_also|not_to_be/.test(field)) && fields.length > 0)
            ? []
            : [code.id],
        ),
      );
      expect(ids.filter(differs).toSorted()).toEqual([...told].toSorted());
      expect(readTree(project.db).map(({ id }) => id)).toEqual(now.map(({ id }) => id));
      project.close();
    }),
    { numRuns: 40 },
  );
}, 180_000);
