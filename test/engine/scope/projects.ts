import fc from 'fast-check';
import type { AttributeRow } from '../../../src/contract/cases.ts';
import type { Scope } from '../../../src/contract/scope.ts';
import { createAttribute, setAttribute } from '../../../src/engine/cases/attributes.ts';
import { assignCases, createCase } from '../../../src/engine/cases/write.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { idBytes, idText, newId } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { as, BEN } from '../dataset/work.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, newProject } from '../kit/project.ts';

export const TEXTS = [
  'Compute matters. ﬁrst things ﬁrst.\n\nStraße and STRASSE.',
  'No power,\nno compute.',
  'Plain words only 计算能力.',
  'x',
];

/** What is made up at random; numbers pick among what there is. */
export const projectModel = fc.record({
  memberships: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 6 }),
  values: fc.array(fc.record({ attribute: fc.nat(9), owner: fc.nat(3), value: fc.nat(3) }), {
    maxLength: 16,
  }),
  passages: fc.array(
    fc.record({
      document: fc.nat(3),
      start: fc.nat(24),
      length: fc.integer({ min: 1, max: 14 }),
      /** Lies where the passage before it lies, as a merge leaves two. */
      twin: fc.boolean(),
      state: fc.constantFrom('exact', 'exact', 'exact', 'lost', 'unplaced', 'region'),
      ben: fc.boolean(),
      codings: fc.uniqueArray(fc.tuple(fc.nat(3), fc.boolean()), {
        maxLength: 4,
        selector: ([code, ben]) => `${code} ${ben}`,
      }),
    }),
    { maxLength: 14 },
  ),
});
export type ProjectModel = typeof projectModel extends fc.Arbitrary<infer Model> ? Model : never;

export const KINDS = ['text', 'number', 'boolean', 'choice', 'date'] as const;

/** Values that attributes take here, and that scopes ask for. */
export const VALUES: Readonly<Record<AttributeRow['kind'], readonly (string | number | boolean)[]>> = {
  text: ['a', 'b', 'it’s', '1'],
  number: [-1, 0, 2.5, 2024],
  boolean: [true, false, true, false],
  choice: ['national', 'city', 'b', 'a'],
  date: ['2023-12-31', '2024', '2024-05', '2024-05-06'],
};

export interface Made {
  readonly project: Project;
  readonly documents: readonly string[];
  readonly cases: readonly string[];
  /** Of documents and then of cases, one of each kind. */
  readonly attributes: readonly string[];
  /** The second and third lie under the first; the fourth stands alone. */
  readonly codes: readonly string[];
  readonly coders: readonly string[];
}

const pick = <One>(list: readonly One[], number: number): One => {
  const one = list[number % list.length];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
};

export async function makeProject(model: ProjectModel): Promise<Made> {
  const project = await newProject();
  const documents = TEXTS.map((text, index) => addText(project, `Text ${index}`, text));
  const cases = ['North', 'South', 'Empty'].map((name) => createCase(project, name).result);
  for (const [index, document] of documents.entries()) {
    const own = model.memberships.filter(([of]) => of === index).map(([, ofCase]) => pick(cases, ofCase));
    assignCases(
      project,
      document,
      [...new Set(own)].map((id) => ({ id })),
    );
  }
  const attributes = (['document', 'case'] as const).flatMap((appliesTo) =>
    KINDS.map((kind) => createAttribute(project, { name: `Of ${kind}`, appliesTo, kind }).result),
  );
  for (const { attribute, owner, value } of model.values) {
    const target =
      attribute < KINDS.length ? { document: pick(documents, owner) } : { case: pick(cases, owner) };
    setAttribute(project, pick(attributes, attribute), target, pick(VALUES[pick(KINDS, attribute)], value));
  }
  const group = createCode(project, { name: 'Group', parentId: null }).result;
  const codes = [
    group,
    ...['A', 'B'].map((name) => createCode(project, { name, parentId: group }).result),
    createCode(project, { name: 'C', parentId: null }).result,
  ];
  as(project, BEN, () => {});
  addPassages(project, model, documents, codes);
  return { project, documents, cases, attributes, codes, coders: [idText(ANNA.id), idText(BEN.id)] };
}

function addPassages(
  project: Project,
  model: ProjectModel,
  documents: readonly string[],
  codes: readonly string[],
): void {
  as(project, BEN, ({ db, at }) => {
    let last = { document: 0, start: 0, end: 1 };
    for (const { twin, state, ben, codings, ...given } of model.passages) {
      const place = twin ? last : within(given);
      last = place;
      const passage = newId();
      const document = idBytes(pick(documents, place.document));
      db.run(sql`INSERT INTO passages (id, document_id, comment, created_at, created_by)
        VALUES (${passage}, ${document}, 'why', ${at}, ${ben ? BEN.id : ANNA.id})`);
      if (state === 'region') {
        db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, page, x0, y0, x1, y1)
          SELECT ${newId()}, ${passage}, id, 'region', ${(place.start % 3) + 1}, 1, 1, ${place.end + 0.25}, 2 FROM versions WHERE document_id = ${document}`);
      } else if (state !== 'unplaced') {
        db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, status, start_offset, end_offset)
          SELECT ${newId()}, ${passage}, id, 'span', ${state}, ${place.start}, ${place.end} FROM versions WHERE document_id = ${document}`);
      }
      for (const [code, byBen] of codings) {
        db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
          VALUES (${newId()}, ${passage}, ${idBytes(pick(codes, code))}, ${byBen ? BEN.id : ANNA.id}, ${at})`);
      }
    }
  });
}

function within({ document, start, length }: { document: number; start: number; length: number }) {
  const { length: units } = pick(TEXTS, document);
  const from = Math.min(start, units - 1);
  return { document, start: from, end: Math.min(from + length, units) };
}

/** A scope in terms of numbers, among them some of things that are not there. */
export const scopeModel = fc.record({
  documents: fc.array(fc.nat(5), { maxLength: 3 }),
  cases: fc.array(fc.nat(4), { maxLength: 2 }),
  attributes: fc.array(
    fc.record({
      attribute: fc.nat(10),
      is: fc.constantFrom('one_of', 'none_of', 'at_least', 'at_most', 'between', 'missing'),
      values: fc.array(fc.nat(4), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  codes: fc.array(
    fc.record({
      mode: fc.constantFrom('any', 'all', 'none'),
      codes: fc.array(fc.nat(4), { minLength: 1, maxLength: 2 }),
      below: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  coders: fc.array(fc.nat(2), { maxLength: 2 }),
  text: fc.constantFrom('', '', '', 'compute', 'FIRST', 'strasse', 'no COMPUTE', '算能', '\u00ad'),
});
type ScopeModel = typeof scopeModel extends fc.Arbitrary<infer Model> ? Model : never;

const GONE = idText(newId());
const ids = (list: readonly string[], numbers: readonly number[]) => numbers.map((n) => list[n] ?? GONE);

/** @returns the scope that is meant */
export function scopeOf(made: Made, model: ScopeModel): Scope {
  return {
    documents: ids(made.documents, model.documents),
    cases: ids(made.cases, model.cases),
    attributes: model.attributes.map(({ attribute, is, values }) => ({
      attribute: made.attributes[attribute] ?? GONE,
      is,
      values: values.map((n) => VALUES[KINDS[attribute % KINDS.length] ?? 'text'][n] ?? 'another type'),
    })),
    codes: model.codes.map((condition) => ({ ...condition, codes: ids(made.codes, condition.codes) })),
    coders: ids(made.coders, model.coders),
    text: model.text,
  };
}
