import { snapSpan } from '../../text/offsets.ts';
import type { Span } from '../../text/reading.ts';
import { removeEmptyPassages } from '../codebook/write.ts';
import { loadCurrent } from '../documents/load.ts';
import { ColligoError, gone } from '../errors.ts';
import { idBytes, idText } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { place, shorten } from './apply.ts';

/**
 * Moves the ends of a passage, for the present coder. Nobody changes another's judgement: where other coders have coded
 * it too, or where only some of the codings are meant, those that move go to a passage of their own and the rest stay.
 * Memos and the comment go along only where nothing stays behind.
 * @param span the new place, in UTF-16 units of the current version
 * @param codings which of the present coder's codings move; all of them where left out
 * @returns the passage that lies there now
 * @throws ColligoError NOT_FOUND; REFUSED for a span outside the text, a region of a page, or a passage
 * that only others have coded
 */
export function resizePassage(
  project: Project,
  passage: string,
  span: Span,
  codings?: readonly string[],
): Mutation<{ passageId: string }> {
  const { db } = project;
  const id = idBytes(passage);
  const row = db.get<{ document_id: Uint8Array; comment: string }>(
    sql`SELECT document_id, comment FROM passages WHERE id = ${id}`,
  );
  if (!row) throw gone('passage');
  const { versionId, reading } = loadCurrent(db, row.document_id);
  const region = sql`SELECT 1 FROM anchors WHERE passage_id = ${id} AND version_id = ${versionId} AND kind = 'region'`;
  if (db.get(region)) {
    throw new ColligoError(
      'REFUSED',
      'This passage is a part of a page, not words, and has no ends to move.',
      {
        safe: 'Nothing was changed.',
        remedy: 'Code the words you mean as a passage of their own.',
      },
    );
  }
  if (span.start < 0 || span.start >= span.end || span.end > reading.text.length) {
    throw new ColligoError('REFUSED', 'There are no words at that place of the document.', {
      safe: 'Nothing was changed.',
      remedy: 'Select some words of the document first.',
    });
  }
  const snapped = snapSpan(reading.text, span);
  const label = `Change the ends of “${shorten(reading.text.slice(snapped.start, snapped.end))}”`;
  return project.write(
    { code: 'passages.resize', label },
    ['passages', 'documents', 'codes', 'reviews', 'memos'],
    (writing) => {
      const all = db.all<{ id: Uint8Array; coder_id: Uint8Array }>(
        sql`SELECT id, coder_id FROM codings WHERE passage_id = ${id}`,
      );
      const own = all.filter((coding) => idText(coding.coder_id) === idText(writing.actor.id));
      const moving = codings ? own.filter((coding) => codings.includes(idText(coding.id))) : own;
      if (all.length > 0 && moving.length === 0) {
        throw new ColligoError(
          'REFUSED',
          'Only other coders have coded this passage, and only they can move its ends.',
          {
            safe: 'Nothing was changed.',
            remedy: 'Code the words you mean yourself.',
          },
        );
      }
      const isSame =
        db.get(sql`SELECT 1 FROM anchors WHERE passage_id = ${id} AND version_id = ${versionId} AND kind = 'span'
      AND start_offset = ${snapped.start} AND end_offset = ${snapped.end}`);
      if (isSame) return { passageId: passage };
      const isWhole = moving.length === all.length;
      const there = db.get(sql`SELECT 1 FROM anchors WHERE version_id = ${versionId} AND kind = 'span'
      AND start_offset = ${snapped.start} AND end_offset = ${snapped.end}`);
      if (isWhole && !there) {
        db.run(sql`UPDATE anchors SET start_offset = ${snapped.start}, end_offset = ${snapped.end}
        WHERE passage_id = ${id} AND version_id = ${versionId}`);
        return { passageId: passage };
      }
      const target = place(writing, { document: row.document_id, versionId, span: snapped }).first;
      for (const coding of moving) moveCoding(writing, coding.id, target);
      if (isWhole) moveWords(writing, id, target, row.comment);
      removeEmptyPassages(db, sql`SELECT ${id}`);
      return { passageId: idText(target) };
    },
  );
}

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
  db.run(sql`UPDATE memos SET passage_id = ${target} WHERE passage_id = ${from}`);
  if (comment === '') return;
  const joined = sql`CASE WHEN comment = '' THEN ${comment} ELSE comment || char(10) || ${comment} END`;
  db.run(sql`UPDATE passages SET comment = ${joined} WHERE id = ${target}`);
  db.run(sql`UPDATE passages SET comment = '' WHERE id = ${from}`);
}
