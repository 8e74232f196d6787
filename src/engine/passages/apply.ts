import type { Region } from '../../contract/common.ts';
import { snapSpan } from '../../text/offsets.ts';
import type { Span } from '../../text/reading.ts';
import { readTree } from '../codebook/tree.ts';
import { insertCode } from '../codebook/write.ts';
import { loadCurrent } from '../documents/load.ts';
import { ColligoError, gone } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Place, type Placed, place, placedAs } from './place.ts';
import { checkedRegion } from './region.ts';

/** A code that is made in the step that applies it. */
export interface CodeToMake {
  readonly name: string;
  readonly parentId: string | null;
}

interface Codes {
  readonly document: string;
  readonly codes: readonly string[];
  /** A code to make on the way. */
  readonly create?: CodeToMake | undefined;
  readonly weight?: number | null;
}

export interface Application extends Codes {
  /** UTF-16 units of the current version. */
  readonly start: number;
  readonly end: number;
}

export interface RegionApplication extends Codes {
  /** On a page of the current version. */
  readonly region: Region;
}

/**
 * Applies codes to a span as the present coder's judgement. Where the same coder has applied the same code to the same
 * span already, nothing happens.
 * @returns the passage and the codes; the mutation's step is null where all of it was there
 * @throws ColligoError NOT_FOUND; REFUSED for a span outside the text, an empty one, or a code that only groups
 */
export function applyCodes(
  project: Project,
  application: Application,
): Mutation<{ passageId: string; codeIds: string[] }> {
  const { versionId, reading } = loadCurrent(project.db, idBytes(application.document));
  const span = checkedSpan(reading.text, application);
  const words = `“${shorten(reading.text.slice(span.start, span.end))}”`;
  return applyAt(project, application, { versionId, span }, { code: 'codings.apply', to: words });
}

/**
 * Applies codes to a part of a page, as `applyCodes` does to words. Parts whose corners lie within 0.05 points are one.
 * @returns the passage and the codes; the mutation's step is null where all of it was there
 * @throws ColligoError NOT_FOUND; REFUSED for a part that `checkedRegion` refuses, or a code that only groups
 */
export function applyToRegion(
  project: Project,
  application: RegionApplication,
): Mutation<{ passageId: string; codeIds: string[] }> {
  const { versionId, reading } = loadCurrent(project.db, idBytes(application.document));
  const { region, page } = checkedRegion(project.db, reading.key, application.region);
  const step = { code: 'codings.applyRegion', to: `a part of page ${page.label}` };
  return applyAt(project, application, { versionId, region }, step);
}

function applyAt(
  project: Project,
  application: Codes,
  at: { readonly versionId: Uint8Array } & Place,
  { code, to }: { code: string; to: string },
): Mutation<{ passageId: string; codeIds: string[] }> {
  const label = `Apply ${namesToApply(project.db, application)} to ${to}`;
  return project.write({ code, label }, ['passages', 'documents', 'codes', 'reviews'], (writing) => {
    const codeIds = made(writing, application);
    const placed = place(writing, { document: idBytes(application.document), ...at });
    for (const one of codeIds) addCoding(writing, placed, one, application.weight ?? null);
    return { passageId: idText(placed.first), codeIds };
  });
}

/**
 * Applies codes to several passages as the present coder's judgement, as one step.
 * @param create a code to make on the way
 * @returns how many codings were made, how many were there, and the codes
 * @throws ColligoError NOT_FOUND; REFUSED for a code that only groups
 */
export function applyToPassages(
  project: Project,
  passages: readonly string[],
  codes: readonly string[],
  create?: CodeToMake,
): Mutation<{ applied: number; already: number; codeIds: string[] }> {
  const names = namesToApply(project.db, { codes, create });
  const step = {
    code: 'codings.applyTo',
    label: `Apply ${names} to ${counted(passages.length, 'passage')}`,
  };
  return project.write(step, ['passages', 'documents', 'codes', 'reviews'], (writing) => {
    const codeIds = made(writing, { codes, create });
    let applied = 0;
    for (const passage of passages) {
      const placed = placedAs(writing.db, idBytes(passage));
      for (const code of codeIds) if (addCoding(writing, placed, code, null)) applied++;
    }
    return { applied, already: passages.length * codeIds.length - applied, codeIds };
  });
}

type ToApply = Pick<Codes, 'codes' | 'create'>;

/** The names of the codes that are applied, for a label; throws where there is none, or one that cannot be applied. */
function namesToApply(db: Sql, { codes, create }: ToApply): string {
  const names = codes.map((code) => codableName(db, code));
  if (create) names.push(create.name);
  if (names.length > 0) return names.join(', ');
  throw new ColligoError('REFUSED', 'There is no code to apply.', {
    safe: 'Nothing was changed.',
    remedy: 'Choose a code first.',
  });
}

/** The codes that are applied, with the one that is made on the way. */
const made = (writing: Writing, { codes, create }: ToApply): string[] => [
  ...codes,
  ...(create ? [insertCode(writing, create)] : []),
];

/** @returns false where this coder has applied the code to that span already, on whichever of its passages */
export function addCoding(
  { db, actor, at }: Writing,
  placed: Placed,
  code: string,
  weight: number | null,
): boolean {
  const codeId = idBytes(code);
  const there = placed.all.some((passage) =>
    db.get(
      sql`SELECT 1 FROM codings WHERE passage_id = ${passage} AND code_id = ${codeId} AND coder_id = ${actor.id}`,
    ),
  );
  if (there) return false;
  db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, weight, created_at)
    VALUES (${newId()}, ${placed.first}, ${codeId}, ${actor.id}, ${weight}, ${at})`);
  return true;
}

/**
 * @returns the code's name
 * @throws ColligoError NOT_FOUND where it is gone, REFUSED where it only groups others
 */
export function codableName(db: Sql, code: string): string {
  const node = readTree(db).find((candidate) => candidate.id === code);
  if (!node) throw gone('code');
  if (!node.codable) {
    throw new ColligoError('REFUSED', `“${node.name}” only groups other codes, so it cannot be applied.`, {
      safe: 'Nothing was changed.',
      remedy: 'Apply one of the codes under it, or make it codable in the codebook.',
    });
  }
  return node.name;
}

/** @returns the first words of a quote, for a label */
export function shorten(text: string, units = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= units) return line;
  const cut = snapSpan(line, { start: 0, end: units }).end;
  return `${line.slice(0, cut).trimEnd()}…`;
}

/**
 * @returns the span, widened so that it splits no character
 * @throws ColligoError REFUSED for an empty span, or one outside the text
 */
export function checkedSpan(text: string, { start, end }: Span): Span {
  if (start >= end || end > text.length) {
    throw new ColligoError('REFUSED', 'There are no words at that place of the document.', {
      safe: 'Nothing was changed.',
      remedy: 'Select some words of the document first.',
    });
  }
  return snapSpan(text, { start, end });
}
