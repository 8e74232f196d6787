import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { judgementsIn } from '../../../src/engine/reviews/judge.ts';
import { idBytes, newId } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { expectedMatrix, writtenMatrix } from './expected-matrix.ts';
import { type Dataset, readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { as, BEN, review, writeFrom } from './work.ts';

async function exported(project: Project): Promise<Dataset> {
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(project, folder);
  return readBack(folder);
}

test('the matrix is what the other files make it', async () => {
  const { project } = await newStudy();
  const data = await exported(project);
  expect(writtenMatrix(data)).toEqual(expectedMatrix(data));
});

test('present, absent and not judged', async () => {
  const { project, codes, ben } = await newStudy();
  const matrix = (await exported(project)).table('matrix');
  const says = (unit: string, code: string, byBen: boolean) => {
    const rows = matrix.filter(
      (row) => row['unit'] === unit && row['code_id'] === code && (row['coder_id'] === ben) === byBen,
    );
    expect(rows).toHaveLength(1);
    const { presence, spans, words, share_of_words } = rows[0] ?? {};
    return [presence, spans, words, share_of_words];
  };
  const unjudged = ['', '', '', ''];
  // Two overlapping spans, one of them twice: "lead in safety research and invest".
  expect(says('United States', codes.safety, false)).toEqual(['1', '2', '6', '0.230769']);
  expect(says('United States', codes.safety, true)).toEqual(['1', '1', '4', '0.153846']);
  expect(says('United States', codes.growth, true)).toEqual(['0', '0', '0', '0.000000']);
  expect(says('United States', codes.unused, false)).toEqual(unjudged);
  // Reviewed in one of two documents only, and then redefined.
  expect(says('G7', codes.growth, true)).toEqual(['1', '1', '4', '0.102564']);
  expect(says('G7', codes.rights, true)[0]).toBe('1');
  expect(says('Revised', codes.rights, true)).toEqual(unjudged);
  expect(says('Revised', codes.safety, true)).toEqual(['1', '1', '2', '0.500000']);
  // Anna's review is older than the redefinition, Ben's is not.
  expect(says('-China', codes.rights, false)).toEqual(unjudged);
  expect(says('-China', codes.rights, true)).toEqual(['0', '0', '0', '0.000000']);
  expect(says('No documents', codes.safety, false)).toEqual(unjudged);
  // A region counts as present but covers no words; a lost passage leaves the code unjudged.
  expect(says("'Alone", codes.growth, false)).toEqual(['1', '1', '0', '0.000000']);
  expect(says("'Alone", codes.rights, false)).toEqual(unjudged);
});

test('an absence in a case wants all its documents reviewed', async () => {
  const { project, documents, codes, ben } = await newStudy();
  const presence = async () => {
    const rows = (await exported(project)).table('matrix');
    const own = rows.filter((row) => row['code_id'] === codes.unused && row['coder_id'] === ben);
    return own.map((row) => row['presence']).join('|');
  };
  expect(await presence()).toBe('|||||');
  review(project, BEN, documents.us, [codes.unused]);
  expect(await presence()).toBe('0|||||');
  review(project, BEN, documents.eu, [codes.unused]);
  expect(await presence()).toBe('0|0||||');
  updateCode(project, codes.unused, { useWhen: 'sometimes' });
  expect(await presence()).toBe('|||||');
});

test('the rectangle is full: every unit, code and person, and nobody else', async () => {
  const { project } = await newStudy();
  const data = await exported(project);
  const matrix = data.table('matrix');
  expect(matrix).toHaveLength((5 + 1) * 5 * 2);
  const documents = matrix.filter((row) => row['unit_kind'] === 'document');
  expect(new Set(documents.map((row) => row['unit']))).toEqual(new Set(["'Alone"]));
  expect(matrix.map((row) => row['coder'])).not.toContain('Consensus');
});

test('says of a document without a case what the workbench says of it', async () => {
  const { project, documents } = await newStudy();
  as(project, ANNA, ({ db }) => db.run(sql`DELETE FROM case_documents`));
  const matrix = (await exported(project)).table('matrix').filter((row) => row['unit_kind'] === 'document');
  for (const document of [documents.us, documents.china, documents.eu]) {
    const judged = judgementsIn(project.db, document);
    for (const row of matrix.filter((candidate) => candidate['unit_id'] === document)) {
      const said = judged.find((j) => j.codeId === row['code_id'] && j.coderId === row['coder_id']);
      const presence = { present: '1', absent: '0', not_judged: '' }[said?.judgement ?? 'not_judged'];
      expect(row['presence']).toBe(presence);
      if (presence === '1') expect(row['spans']).toBe(String(said?.passages));
    }
  }
});

const TEXTS = ['One 🙂 two three-four. Five', '𝒜 b c\n\nd é f', 'x', '…'];

const codingModel = fc.record({
  document: fc.nat(3),
  code: fc.nat(2),
  ben: fc.boolean(),
  start: fc.nat(20),
  length: fc.integer({ min: 1, max: 12 }),
  lost: fc.boolean(),
});
const reviewModel = fc.record({ document: fc.nat(3), code: fc.nat(2), ben: fc.boolean() });

test('is right for studies made up at random', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(codingModel, { maxLength: 14 }),
      fc.array(reviewModel, { maxLength: 24 }),
      fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 6 }),
      fc.option(fc.nat(2)),
      async (codings, reviews, memberships, redefined) => {
        const project = await newProject();
        const documents = TEXTS.map((text, index) => addText(project, `Text ${index}`, text));
        const codes = ['A', 'B', 'C'].map((name) => createCode(project, { name, parentId: null }).result);
        as(project, BEN, ({ db, at }) => {
          for (const { document, code, ben, start, length, lost } of codings) {
            const text = TEXTS[document] ?? '';
            const from = safe(text, Math.min(start, text.length - 1));
            const to = Math.min(safe(text, Math.min(from + length, text.length)), text.length);
            if (to <= from) continue;
            const passage = newId();
            const id = idBytes(documents[document] ?? '');
            db.run(
              sql`INSERT INTO passages (id, document_id, created_at, created_by) VALUES (${passage}, ${id}, ${at}, ${BEN.id})`,
            );
            db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, status, start_offset, end_offset)
              SELECT ${newId()}, ${passage}, id, 'span', ${lost ? 'lost' : 'exact'}, ${from}, ${to} FROM versions WHERE document_id = ${id}`);
            db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
              VALUES (${newId()}, ${passage}, ${idBytes(codes[code] ?? '')}, ${ben ? BEN.id : ANNA.id}, ${at})`);
          }
          const cases = [newId(), newId(), newId()];
          cases.forEach((id, index) => {
            db.run(
              sql`INSERT INTO cases (id, name, rank, created_at) VALUES (${id}, ${`Case ${index}`}, 'a', ${at})`,
            );
          });
          for (const [ofCase, document] of memberships) {
            db.run(sql`INSERT INTO case_documents (id, case_id, document_id)
              VALUES (${newId()}, ${cases[ofCase] ?? null}, ${idBytes(documents[document] ?? '')}) ON CONFLICT DO NOTHING`);
          }
        });
        for (const { document, code, ben } of reviews) {
          review(project, ben ? BEN : ANNA, documents[document] ?? '', [codes[code] ?? '']);
        }
        if (redefined !== null) updateCode(project, codes[redefined] ?? '', { definition: 'new' });
        const data = await exported(project);
        const written = writtenMatrix(data);
        expect(written).toEqual(expectedMatrix(data));
        for (const coding of data.table('codings')) {
          const slice = data.texts
            .get(coding['document_id'] ?? '')
            ?.slice(Number(coding['start']), Number(coding['end']));
          if (coding['start'] !== '') expect(slice?.join('')).toBe(coding['quote']);
        }
        project.close();
        rmSync(data.folder, { recursive: true });
      },
    ),
    { numRuns: 30 },
  );
});

/** The nearest offset at or after this one that splits no surrogate pair. */
function safe(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
