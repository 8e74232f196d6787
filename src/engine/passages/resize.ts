import type { Region } from '../../contract/common.ts';
import { snapSpan } from '../../text/offsets.ts';
import type { Span } from '../../text/reading.ts';
import { removeEmptyPassages } from '../codebook/write.ts';
import { type LoadedReading, loadCurrent } from '../documents/load.ts';
import { ColligoError, gone } from '../errors.ts';
import { idBytes, idText } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import { shorten } from './apply.ts';
import { liesAt, type Place, place } from './place.ts';
import { boxOf, checkedRegion } from './region.ts';

/**
 * Moves the ends of a passage, for the present coder. Nobody changes another's judgement: where other coders have coded
 * it too, or where only some of the codings are meant, those that move go to a passage of their own and the rest stay.
 * Memos and the comment go along only where nothing stays behind.
 * @param span the new place, in UTF-16 units of the current version
 * @param codings which of the present coder's codings move; all of them where left out
 * @returns the passage that lies there now
 * @throws ColligoError NOT_FOUND; REFUSED for a span outside the text, a part of a page, or a passage
 * that only others have coded
 */
export function resizePassage(
  project: Project,
  passage: string,
  span: Span,
  codings?: readonly string[],
): Mutation<{ passageId: string }> {
  const found = passageToMove(project.db, passage);
  if (found.kind === 'region') {
    throw refused(
      'This passage is a part of a page, not words, and has no ends to move.',
      'Code the words you mean as a passage of their own.',
    );
  }
  const { text } = found.reading;
  if (span.start < 0 || span.start >= span.end || span.end > text.length) {
    throw refused(
      'There are no words at that place of the document.',
      'Select some words of the document first.',
    );
  }
  const snapped = snapSpan(text, span);
  const label = `Change the ends of “${shorten(text.slice(snapped.start, snapped.end))}”`;
  return move(project, found, { span: snapped }, { code: 'passages.resize', label, codings });
}

/**
 * Moves or resizes a part of a page, by the rules of `resizePassage`. It may go to another page.
 * @param region the new place, on a page of the current version
 * @param codings which of the present coder's codings move; all of them where left out
 * @returns the passage that lies there now
 * @throws ColligoError NOT_FOUND; REFUSED for a part that `checkedRegion` refuses, a passage of words, or one that only
 * others have coded
 */
export function reshapePassage(
  project: Project,
  passage: string,
  region: Region,
  codings?: readonly string[],
): Mutation<{ passageId: string }> {
  const found = passageToMove(project.db, passage);
  if (found.kind !== 'region') {
    throw refused(
      'This passage is words, not a part of a page, and has no shape to change.',
      'Move its ends, or code the part you mean as a passage of its own.',
    );
  }
  const checked = checkedRegion(project.db, found.reading.key, region);
  const label = `Change a part of page ${checked.page.label}`;
  return move(project, found, { region: checked.region }, { code: 'passages.reshape', label, codings });
}

interface ToMove {
  readonly id: Uint8Array;
  readonly document: Uint8Array;
  readonly comment: string;
  readonly versionId: Uint8Array;
  readonly reading: LoadedReading;
  /** Null where it has no place in the current version. */
  readonly kind: 'span' | 'region' | null;
}

function passageToMove(db: Sql, passage: string): ToMove {
  const id = idBytes(passage);
  const row = db.get<{ document: Uint8Array; comment: string }>(
    sql`SELECT document_id AS document, comment FROM passages WHERE id = ${id}`,
  );
  if (!row) throw gone('passage');
  const current = loadCurrent(db, row.document);
  const anchor = db.get<{ kind: 'span' | 'region' }>(
    sql`SELECT kind FROM anchors WHERE passage_id = ${id} AND version_id = ${current.versionId}`,
  );
  return { id, ...row, ...current, kind: anchor?.kind ?? null };
}

function move(
  project: Project,
  { id, document, versionId, comment }: ToMove,
  to: Place,
  { code, label, codings }: { code: string; label: string; codings: readonly string[] | undefined },
): Mutation<{ passageId: string }> {
  const nouns = ['passages', 'documents', 'codes', 'reviews', 'memos'] as const;
  return project.write({ code, label }, nouns, (writing) => {
    const { db } = writing;
    const all = db.all<{ id: Uint8Array; coder_id: Uint8Array }>(
      sql`SELECT id, coder_id FROM codings WHERE passage_id = ${id}`,
    );
    const own = all.filter((coding) => idText(coding.coder_id) === idText(writing.actor.id));
    const moving = codings ? own.filter((coding) => codings.includes(idText(coding.id))) : own;
    if (all.length > 0 && moving.length === 0) {
      throw refused(
        'Only other coders have coded this passage, and only they can move it.',
        'Code the place you mean yourself.',
      );
    }
    const there = db.all<{ passage_id: Uint8Array }>(
      sql`SELECT a.passage_id FROM anchors a WHERE a.version_id = ${versionId} AND ${liesAt(to)}`,
    );
    if (there.some((row) => idText(row.passage_id) === idText(id))) return { passageId: idText(id) };
    const isWhole = moving.length === all.length;
    if (isWhole && there.length === 0) {
      db.run(sql`UPDATE anchors SET ${columnsOf(to)} WHERE passage_id = ${id} AND version_id = ${versionId}`);
      return { passageId: idText(id) };
    }
    const target = place(writing, { document, versionId, ...to }).first;
    for (const coding of moving) moveCoding(writing, coding.id, target);
    if (isWhole) moveWords(writing, id, target, comment);
    removeEmptyPassages(db, sql`SELECT ${id}`);
    return { passageId: idText(target) };
  });
}

/** What of an anchor says where it lies, for SET; a passage of words stays one, and so does a part of a page. */
function columnsOf(to: Place): Query {
  if ('span' in to) return sql`start_offset = ${to.span.start}, end_offset = ${to.span.end}`;
  const { page, x0, y0, x1, y1 } = boxOf(to.region);
  return sql`page = ${page}, x0 = ${x0}, y0 = ${y0}, x1 = ${x1}, y1 = ${y1}`;
}

const refused = (message: string, remedy: string): ColligoError =>
  new ColligoError('REFUSED', message, { safe: 'Nothing was changed.', remedy });

/** A coding that meets its like at the new place becomes one with it; its memos go along. */
function moveCoding({ db }: Writing, coding: Uint8Array, target: Uint8Array): void {
  const like = db.get<{ id: Uint8Array }>(sql`
    SELECT o.id FROM codings o JOIN codings c ON c.code_id = o.code_id AND c.coder_id = o.coder_id
    WHERE c.id = ${coding} AND o.passage_id = ${target}`);
  if (!like) {
    db.run(sql`UPDATE codings SET passage_id = ${target} WHERE id = ${coding}`);
    return;
  }
  db.run(sql`UPDATE memos SET coding_id = ${like.id} WHERE coding_id = ${coding}`);
  db.run(sql`DELETE FROM codings WHERE id = ${coding}`);
}

function moveWords({ db }: Writing, from: Uint8Array, target: Uint8Array, comment: string): void {
  // Two passages that become one leave a note on the pair of them a memo about that one.
  db.run(sql`UPDATE memos SET passage_id = ${target}, other_passage_id = nullif(other_passage_id, ${target})
    WHERE passage_id = ${from}`);
  db.run(
    sql`UPDATE memos SET other_passage_id = nullif(${target}, passage_id) WHERE other_passage_id = ${from}`,
  );
  if (comment === '') return;
  const joined = sql`CASE WHEN comment = '' THEN ${comment} ELSE comment || char(10) || ${comment} END`;
  db.run(sql`UPDATE passages SET comment = ${joined} WHERE id = ${target}`);
  db.run(sql`UPDATE passages SET comment = '' WHERE id = ${from}`);
}
