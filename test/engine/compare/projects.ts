import fc from 'fast-check';
import { updateCode } from '../../../src/engine/codebook/write.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { as, BEN } from '../dataset/work.ts';
import { ANNA } from '../kit/project.ts';
import { type Made, makeProject, type ProjectModel, projectModel } from '../scope/projects.ts';

const reviewModel = fc.record({
  document: fc.nat(3),
  codes: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }),
  ben: fc.boolean(),
  /** Whether it was made after some codes were redefined. */
  late: fc.boolean(),
});

/** What is made up beside the project itself; numbers pick among what there is. */
export const judgedModel = fc.record({
  reviews: fc.array(reviewModel, { maxLength: 14 }),
  /** Whether everything was reviewed by somebody beforehand, so that absences are not rare. */
  thorough: fc.constantFrom('nobody', 'nobody', 'anna', 'each in turn'),
  redefined: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  /** Whether the code above others only groups them. */
  groups: fc.boolean(),
});

/** A project of which it is known what reviews hold. */
export interface Judged extends Made {
  /** By document, code and coder, joined by spaces. */
  readonly reviewed: ReadonlySet<string>;
}

export async function makeJudged(
  model: ProjectModel,
  {
    reviews,
    thorough,
    redefined,
    groups,
  }: typeof judgedModel extends fc.Arbitrary<infer Model> ? Model : never,
): Promise<Judged> {
  const made = await makeProject(model);
  const { project, documents, codes } = made;
  // Both are coders of the project, whatever they do.
  as(project, BEN, ({ db }) => db.run(sql`UPDATE cases SET description = 'Described by Ben.'`));
  if (groups)
    as(project, ANNA, ({ db }) =>
      db.run(sql`UPDATE codes SET codable = 0 WHERE id = ${idBytes(codes[0] ?? '')}`),
    );
  const everything = documents.map((_, document) => ({
    document,
    codes: codes.map((_code, index) => index),
    ben: thorough === 'each in turn' && document % 2 === 1,
    late: false,
  }));
  const all = [...(thorough === 'nobody' ? [] : everything), ...reviews];
  const reviewed = new Set<string>();
  const say = (late: boolean) => {
    for (const review of all.filter((one) => one.late === late)) {
      project.actor = review.ben ? BEN : ANNA;
      const document = documents[review.document] ?? '';
      const named = review.codes.map((code) => codes[code] ?? '');
      setReviews(project, document, named, true);
      for (const code of named) reviewed.add([document, code, made.coders[review.ben ? 1 : 0]].join(' '));
    }
  };
  say(false);
  for (const number of redefined) {
    const code = codes[number] ?? '';
    updateCode(project, code, { definition: 'Something else.' });
    for (const key of reviewed) if (key.includes(code)) reviewed.delete(key);
  }
  say(true);
  return { ...made, reviewed };
}

export { projectModel };
