import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { listPassages, passagesInDocument } from '../../../src/engine/passages/read.ts';
import { countScope } from '../../../src/engine/scope/count.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { chosenBy } from './naive.ts';
import { makeProject, projectModel, scopeModel, scopeOf } from './projects.ts';

const sorted = (list: Iterable<string>) => [...list].toSorted();

test('every list and count holds what the rule says', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      projectModel,
      fc.array(scopeModel, { minLength: 4, maxLength: 12 }),
      async (projectModelled, scopes) => {
        const made = await makeProject(projectModelled);
        const { db } = made.project;
        for (const model of scopes) {
          const scope = scopeOf(made, model);
          const chosen = chosenBy(made.project, scope);
          expect(countScope(db, scope)).toMatchObject({
            documents: chosen.documents.size,
            passages: chosen.places.size,
            codings: chosen.codings.length,
          });
          const documents = listDocuments(db, scope);
          expect(documents).toHaveLength(made.documents.length);
          for (const row of documents) {
            const own = chosen.passages.filter((passage) => passage.document === row.id);
            expect(row).toMatchObject({
              inScope: chosen.documents.has(row.id),
              passages: new Set(own.flatMap(({ place }) => place ?? [])).size,
              codings: own.flatMap((one) => one.codings).filter((coding) => chosen.codings.includes(coding))
                .length,
            });
          }
          for (const row of listCodes(db, scope)) {
            const carrying = chosen.passages.filter((passage) =>
              passage.codings.some((coding) => coding.code === row.id && chosen.codings.includes(coding)),
            );
            const places = new Set(carrying.flatMap(({ place }) => place ?? []));
            expect([row.name, row.passages]).toEqual([row.name, places.size]);
          }
          const listed = listPassages(db, { scope }, { offset: 0, limit: 100 });
          // Lost passages are listed where they were last; only those without any place are not.
          const placed = new Set(
            db.raw
              .prepare('SELECT passage_id FROM anchors')
              .all()
              .map((row) => idText((row as { passage_id: Uint8Array }).passage_id)),
          );
          expect(sorted(listed.rows.map((row) => row.id))).toEqual(
            sorted(chosen.passages.filter((passage) => placed.has(passage.id)).map((passage) => passage.id)),
          );
          // A page of the list, and the list of one document, are parts of it.
          const ids = listed.rows.map((row) => row.id);
          for (const offset of [0, 1, 3]) {
            const page = listPassages(db, { scope }, { offset, limit: 2 });
            expect(page.rows.map((row) => row.id)).toEqual(ids.slice(offset, offset + 2));
          }
          for (const document of made.documents) {
            const of = listPassages(db, { scope, document }, { offset: 0, limit: 100 });
            const theirs = listed.rows.filter((row) => row.documentId === document).map((row) => row.id);
            expect(of.rows.map((row) => row.id)).toEqual(theirs);
            expect(of.total).toBe(theirs.length);
          }
          const inDocuments = made.documents.flatMap((document) => passagesInDocument(db, document, scope));
          expect(inDocuments.map((row) => row.id)).toEqual(listed.rows.map((row) => row.id));
          for (const row of inDocuments) {
            const passage = chosen.passages.find((one) => one.id === row.id);
            expect(sorted(row.codings.map((coding) => coding.id))).toEqual(
              sorted(
                (passage?.codings ?? []).filter((one) => chosen.codings.includes(one)).map((one) => one.id),
              ),
            );
          }
        }
        made.project.close();
      },
    ),
    { numRuns: 40 },
  );
});
