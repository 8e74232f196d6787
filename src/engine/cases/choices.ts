import { ColligoError } from '../errors.ts';
import { ranksAfter } from '../order.ts';
import { idBytes, newId } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { attributeOf } from './attributes.ts';

const NOUNS = ['cases', 'documents'] as const;

/** A choice as it shall be. */
export interface WantedChoice {
  /** Its label up to now; null for a new one. */
  readonly was: string | null;
  readonly label: string;
}

interface Choice {
  readonly id: Uint8Array;
  readonly label: string;
  readonly rank: string;
}

/**
 * Says what the choices of an attribute are, in which order. One that was there keeps its values under its new label; one
 * that is left out goes with its values.
 * @throws ColligoError NOT_FOUND; REFUSED for an attribute of another kind, and where two would have one label
 */
export function changeChoices(project: Project, id: string, wanted: readonly WantedChoice[]): Mutation<void> {
  const { name, kind } = attributeOf(project, id);
  const attribute = idBytes(id);
  const present = project.db.all<Choice>(sql`
    SELECT id, label, rank FROM attribute_choices WHERE attribute_id = ${attribute} ORDER BY rank, id`);
  refuseWrong(name, kind, wanted, present);
  return project.write(
    { code: 'attributes.choices', label: `Change the choices of “${name}”` },
    NOUNS,
    ({ db }) => {
      for (const choice of present) {
        if (!wanted.some(({ was }) => was === choice.label)) removeChoice(db, choice.id);
      }
      write(db, attribute, wanted, present);
    },
  );
}

function removeChoice(db: Sql, choice: Uint8Array): void {
  db.run(sql`DELETE FROM attribute_values WHERE choice_id = ${choice}`);
  db.run(sql`DELETE FROM attribute_choices WHERE id = ${choice}`);
}

function write(
  db: Sql,
  attribute: Uint8Array,
  wanted: readonly WantedChoice[],
  present: readonly Choice[],
): void {
  const before = new Map(present.map((choice) => [choice.label, choice]));
  const kept = wanted.flatMap(({ was }) => (was === null ? [] : [before.get(was)?.rank ?? '']));
  // Where those that were there stay in their order and new ones follow, nothing but these is written.
  const isSame =
    kept.every((rank, at) => at === 0 || (kept[at - 1] ?? '') < rank) &&
    wanted.every(({ was }, at) => was === null || at < kept.length);
  const ranks = isSame
    ? [...kept, ...ranksAfter(kept.at(-1) ?? null, wanted.length - kept.length)]
    : ranksAfter(null, wanted.length);
  const renamed = wanted.filter(({ was, label }) => was !== null && was !== label);
  // Two may change their labels with one another; no two may have the same on the way.
  for (const { was } of renamed) {
    const choice = before.get(was ?? '');
    if (choice) {
      const between = Buffer.from(choice.id).toString('hex');
      db.run(sql`UPDATE attribute_choices SET label = ${between} WHERE id = ${choice.id}`);
    }
  }
  for (const [at, { was, label }] of wanted.entries()) {
    const rank = ranks[at] ?? 'a0';
    const choice = was === null ? undefined : before.get(was);
    db.run(
      choice
        ? sql`UPDATE attribute_choices SET label = ${label}, rank = ${rank} WHERE id = ${choice.id}`
        : sql`INSERT INTO attribute_choices (id, attribute_id, label, rank) VALUES (${newId()}, ${attribute}, ${label}, ${rank})`,
    );
  }
}

function refuseWrong(
  name: string,
  kind: string,
  wanted: readonly WantedChoice[],
  present: readonly Choice[],
): void {
  const refuse = (sentence: string) => {
    throw new ColligoError('REFUSED', sentence, { safe: 'Nothing was changed.' });
  };
  if (kind !== 'choice') refuse(`“${name}” has no choices.`);
  const labels = wanted.map(({ label }) => label);
  const twice = labels.find((label, at) => labels.indexOf(label) !== at);
  if (twice !== undefined) refuse(`“${twice}” is a choice of “${name}” already.`);
  const before = wanted.flatMap(({ was }) => (was === null ? [] : [was]));
  const gone = before.find((was) => !present.some(({ label }) => label === was));
  if (gone !== undefined)
    throw new ColligoError('NOT_FOUND', `“${gone}” is not a choice of “${name}” any more.`);
  if (new Set(before).size < before.length) refuse('A choice cannot become two.');
}
