import type { Span } from '../../text/reading.ts';
import { type IdBytes, idBytes, idText, newId } from '../store/ids.ts';
import type { Writing } from '../store/mutate.ts';
import { sql } from '../store/sql.ts';
import type { Placed } from './place.ts';

/** Rows that travel to SQLite as one parameter. */
const AT_ONCE = 5_000;

const hex = (id: Uint8Array): string => Buffer.from(id).toString('hex');

/** Gives rows to a statement, many at a time, as JSON: one statement a row costs more than the row. */
function inParts<Row>(rows: readonly Row[], insert: (json: string) => void): void {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    insert(JSON.stringify(rows.slice(from, from + AT_ONCE)));
  }
}

/**
 * Finds the passages with exactly these spans, or makes them, as `place` does for one.
 * @param at the spans in text order, no two alike
 * @returns them, in the order of the spans
 */
export function placeAll(
  writing: Writing,
  at: { document: Uint8Array; versionId: Uint8Array; spans: readonly Span[] },
): Placed[] {
  const { db } = writing;
  const found = passagesAt(writing, at);
  const made: { id: IdBytes; span: Span }[] = [];
  const placed = at.spans.map((span): Placed => {
    const there = found.get(`${span.start}-${span.end}`);
    if (there) return there;
    const id = newId();
    made.push({ id, span });
    return { first: id, all: [id] };
  });
  inParts(
    made.map(({ id }) => hex(id)),
    (ids) =>
      db.run(sql`INSERT INTO passages (id, document_id, created_at, created_by)
        SELECT unhex(value), ${at.document}, ${writing.at}, ${writing.actor.id} FROM json_each(${ids})`),
  );
  inParts(
    made.map(({ id, span }) => [hex(newId()), hex(id), span.start, span.end]),
    (rows) =>
      db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, start_offset, end_offset)
        SELECT unhex(value ->> 0), unhex(value ->> 1), ${at.versionId}, 'span', value ->> 2, value ->> 3
        FROM json_each(${rows})`),
  );
  return placed;
}

/** The passages of a version between the first and the last of the spans, by their span. */
function passagesAt(
  { db }: Writing,
  { versionId, spans }: { versionId: Uint8Array; spans: readonly Span[] },
): Map<string, { first: Uint8Array; all: Uint8Array[] }> {
  const found = new Map<string, { first: Uint8Array; all: Uint8Array[] }>();
  const rows = db.all<{ passage_id: Uint8Array; start_offset: number; end_offset: number }>(sql`
    SELECT passage_id, start_offset, end_offset FROM anchors
    WHERE version_id = ${versionId} AND kind = 'span'
      AND start_offset BETWEEN ${spans[0]?.start ?? 0} AND ${spans.at(-1)?.start ?? 0} ORDER BY passage_id`);
  for (const { passage_id: id, start_offset: start, end_offset: end } of rows) {
    const there = found.get(`${start}-${end}`);
    if (there) there.all.push(id);
    else found.set(`${start}-${end}`, { first: id, all: [id] });
  }
  return found;
}

/**
 * Applies a code to many places, as `addCoding` does to one.
 * @param weight 0 to 100, or null
 * @returns how many codings were made: none where this coder had applied the code already, on whichever of its passages
 */
export function addCodings(
  { db, actor, at }: Writing,
  placed: readonly Placed[],
  code: string,
  weight: number | null,
): number {
  const codeId = idBytes(code);
  const coded = new Set<string>();
  inParts(
    placed.flatMap(({ all }) => all.map(hex)),
    (ids) => {
      for (const row of db.all<{ passage_id: Uint8Array }>(sql`
        SELECT c.passage_id FROM json_each(${ids}) AS asked CROSS JOIN codings c
        WHERE c.passage_id = unhex(asked.value) AND c.code_id = ${codeId} AND c.coder_id = ${actor.id}`)) {
        coded.add(idText(row.passage_id));
      }
    },
  );
  const fresh = placed.filter(({ all }) => coded.size === 0 || !all.some((id) => coded.has(idText(id))));
  inParts(
    fresh.map(({ first }) => [hex(newId()), hex(first)]),
    (rows) =>
      db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, weight, created_at)
        SELECT unhex(value ->> 0), unhex(value ->> 1), ${codeId}, ${actor.id}, ${weight}, ${at} FROM json_each(${rows})`),
  );
  return fresh.length;
}
