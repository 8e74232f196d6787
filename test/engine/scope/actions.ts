import { setAttribute } from '../../../src/engine/cases/attributes.ts';
import { assignCases, removeCase, renameCase } from '../../../src/engine/cases/write.ts';
import { mergeCodes } from '../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../src/engine/codebook/move.ts';
import { removeCodes } from '../../../src/engine/codebook/remove.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { removeDocument } from '../../../src/engine/documents/write.ts';
import { ColligoError } from '../../../src/engine/errors.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { reshapePassage, resizePassage } from '../../../src/engine/passages/resize.ts';
import { commentPassage, removeCodings } from '../../../src/engine/passages/write.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { redoable, undoable } from '../../../src/engine/store/steps.ts';
import { addText } from '../kit/documents.ts';
import { addPages } from '../kit/pages.ts';
import { ANNA } from '../kit/project.ts';
import { type Made, TEXTS } from './projects.ts';

type Action = (made: Made, pick: number) => unknown;

const pickOf = <One>(list: readonly One[], pick: number, action: (one: One) => unknown) => {
  const one = list[pick % list.length];
  return one === undefined ? undefined : action(one);
};

const idsIn = (
  { project: { db } }: Made,
  table: 'passages' | 'codings' | 'documents' | 'codes' | 'cases',
) => {
  const query = {
    passages: sql`SELECT id FROM passages`,
    codings: sql`SELECT id FROM codings WHERE coder_id = ${ANNA.id}`,
    documents: sql`SELECT id FROM documents`,
    codes: sql`SELECT id FROM codes`,
    cases: sql`SELECT id FROM cases`,
  }[table];
  return db.all<{ id: Uint8Array }>(query).map((row) => idText(row.id));
};

/** What is refused changes nothing, and what is kept holds then as well. */
export const ifAllowed = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    // A passage without a place, a code under itself, another's step: not what is tested here.
    if (!(error instanceof ColligoError)) throw error;
  }
};

/** A part of a page, of few that there are. */
const region = (pick: number) => ({ page: 1 + (pick % 2), x: 10 * (pick % 3), y: 5, width: 30, height: 40 });

/** Every kind of change that an answer by document can hang on. */
export const ACTIONS: readonly Action[] = [
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      pickOf(idsIn(made, 'codes'), pick >> 2, (code) =>
        applyCodes(made.project, { document, start: pick % 5, end: (pick % 5) + 1, codes: [code] }),
      ),
    ),
  (made, pick) => pickOf(idsIn(made, 'codings'), pick, (id) => removeCodings(made.project, [id])),
  (made, pick) =>
    pickOf(idsIn(made, 'passages'), pick, (id) =>
      resizePassage(made.project, id, { start: pick % 7, end: (pick % 7) + 2 }),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'passages'), pick, (id) => commentPassage(made.project, id, pick % 2 ? 'so' : '')),
  (made) => undoable(made.project.db) && made.project.undo(),
  (made) => redoable(made.project.db) && made.project.redo(),
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      pickOf(idsIn(made, 'cases'), pick >> 2, (id) => assignCases(made.project, document, [{ id }])),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'cases'), pick, (id) =>
      pick % 3 ? renameCase(made.project, id, `Case ${pick}`) : removeCase(made.project, id),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      pickOf(made.attributes.slice(0, 1), 0, (attribute) =>
        setAttribute(made.project, attribute, { document }, ['a', 'b', null][pick % 3] ?? null),
      ),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'codes'), pick, (parentId) =>
      createCode(made.project, { name: `Code ${pick}`, parentId }),
    ),
  (made, pick) => pickOf(idsIn(made, 'codes'), pick, (code) => moveCodes(made.project, [code], null, null)),
  (made, pick) => pickOf(idsIn(made, 'codes'), pick, (code) => removeCodes(made.project, [code])),
  (made, pick) =>
    pickOf(idsIn(made, 'codes'), pick, (code) =>
      pickOf(
        idsIn(made, 'codes').filter((id) => id !== code),
        pick >> 2,
        (into) => mergeCodes(made.project, [code], into, { aliases: true, append: true, note: '' }),
      ),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      setReviews(made.project, document, idsIn(made, 'codes'), pick % 2 === 0),
    ),
  (made, pick) => addText(made.project, `More ${pick}`, 'Compute matters, and water.'),
  (made, pick) =>
    addPages(made.project, `Pages ${pick}`, [{ text: 'Compute.' }, { text: 'No power.', label: 'i' }]),
  (made, pick) =>
    pickOf(idsIn(made, 'documents').slice(TEXTS.length), pick, (document) =>
      pickOf(idsIn(made, 'codes'), pick >> 2, (code) =>
        applyToRegion(made.project, { document, region: region(pick), codes: [code] }),
      ),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'passages').toReversed(), pick >> 3, (id) =>
      reshapePassage(made.project, id, region(pick + 1)),
    ),
  (made, pick) => pickOf(idsIn(made, 'documents'), pick, (id) => removeDocument(made.project, id)),
];
