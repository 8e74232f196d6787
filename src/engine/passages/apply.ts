import { snapSpan } from '../../text/offsets.ts';
import type { Span } from '../../text/reading.ts';
import { readTree } from '../codebook/tree.ts';
import { insertCode } from '../codebook/write.ts';
import { loadCurrent } from '../documents/load.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';

export interface Application {
  readonly document: string;
  /** UTF-16 units of the current version. */
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
  /** A code to make on the way. */
  readonly create?: { readonly name: string; readonly parentId: string | null } | undefined;
  readonly weight?: number | null;
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
  const { db } = project;
  const { versionId, reading } = loadCurrent(db, idBytes(application.document));
  const span = checkedSpan(reading.text, application);
  const names = application.codes.map((code) => codableName(db, code));
  if (application.create) names.push(application.create.name);
  if (names.length === 0)
    throw new ColligoError('REFUSED', 'There is no code to apply.', { safe: 'Nothing was changed.' });
  const label = `Apply ${names.join(', ')} to “${shorten(reading.text.slice(span.start, span.end))}”`;
  return project.write(
    { code: 'codings.apply', label },
    ['passages', 'documents', 'codes', 'reviews'],
    (writing) => {
      const created = application.create ? [insertCode(writing, application.create)] : [];
      const codeIds = [...application.codes, ...created];
      const placed = place(writing, { document: idBytes(application.document), versionId, span });
      for (const code of codeIds) addCoding(writing, placed, code, application.weight ?? null);
      return { passageId: idText(placed.first), codeIds };
    },
  );
}

/**
 * Applies codes to several passages as the present coder's judgement, as one step.
 * @returns how many codings were made, and how many were there
 * @throws ColligoError NOT_FOUND; REFUSED for a code that only groups
 */
export function applyToPassages(
  project: Project,
  passages: readonly string[],
  codes: readonly string[],
): Mutation<{ applied: number; already: number }> {
  const names = codes.map((code) => codableName(project.db, code));
  const step = {
    code: 'codings.applyTo',
    label: `Apply ${names.join(', ')} to ${counted(passages.length, 'passage')}`,
  };
  return project.write(step, ['passages', 'documents', 'codes', 'reviews'], (writing) => {
    let applied = 0;
    for (const passage of passages) {
      const placed = placedAs(writing.db, idBytes(passage));
      for (const code of codes) if (addCoding(writing, placed, code, null)) applied++;
    }
    return { applied, already: passages.length * codes.length - applied };
  });
}

/** A passage with those that have the same span in the same version. */
function placedAs(db: Sql, passage: Uint8Array): Placed {
  if (!db.get(sql`SELECT 1 FROM passages WHERE id = ${passage}`)) {
    throw new ColligoError('NOT_FOUND', 'That passage is not in this project any more.');
  }
  const all = db.all<{ passage_id: Uint8Array }>(sql`
    SELECT o.passage_id FROM anchors a JOIN anchors o ON o.version_id = a.version_id AND o.kind = a.kind
      AND o.start_offset = a.start_offset AND o.end_offset = a.end_offset
    WHERE a.passage_id = ${passage}`);
  return { first: passage, all: [passage, ...all.map((row) => row.passage_id)] };
}

/** The passages that have exactly this span in this version: several may coexist after a merge. */
export interface Placed {
  readonly first: Uint8Array;
  readonly all: readonly Uint8Array[];
}

/**
 * Finds the passages with exactly this span, or makes one.
 * @returns them; what is new has no coding yet
 */
export function place(
  writing: Writing,
  at: { document: Uint8Array; versionId: Uint8Array; span: Span },
): Placed {
  const { db } = writing;
  const found = db
    .all<{ passage_id: Uint8Array }>(sql`
      SELECT passage_id FROM anchors WHERE version_id = ${at.versionId} AND kind = 'span'
        AND start_offset = ${at.span.start} AND end_offset = ${at.span.end} ORDER BY passage_id`)
    .map((row) => row.passage_id);
  const [first] = found;
  if (first) return { first, all: found };
  const id = newId();
  db.run(
    sql`INSERT INTO passages (id, document_id, created_at, created_by) VALUES (${id}, ${at.document}, ${writing.at}, ${writing.actor.id})`,
  );
  db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, start_offset, end_offset)
    VALUES (${newId()}, ${id}, ${at.versionId}, 'span', ${at.span.start}, ${at.span.end})`);
  return { first: id, all: [id] };
}

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
  if (!node) throw new ColligoError('NOT_FOUND', 'That code is not in this project any more.');
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
    });
  }
  return snapSpan(text, { start, end });
}
