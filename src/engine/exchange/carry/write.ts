import { idBytes } from '../../store/ids.ts';
import type { Writing } from '../../store/mutate.ts';
import { sql } from '../../store/sql.ts';
import { carryAttributes, carryCases, carryDocumentValues } from './cases.ts';
import { carryCodes } from './codes.ts';
import { Carrying } from './context.ts';
import { carryDocuments } from './documents.ts';
import type { Gathered } from './gather.ts';
import { carryMemos } from './memos.ts';
import { carryPassages } from './passages.ts';
import type { ReportBook } from './report.ts';
import { carryAttachments, carryReviews, carryVersions } from './rest.ts';

/**
 * Makes rows of what was gathered, within a step. What the project has already, by identity, is not changed, so that the
 * same file a second time changes nothing.
 * @param adopt whether the project takes title, description and language of what was read
 * @throws ColligoError REFUSED where there are new codes and the codebook is locked
 */
export function writeGathered(writing: Writing, gathered: Gathered, book: ReportBook, adopt: boolean): void {
  const carrying = new Carrying(writing, gathered, book);
  if (adopt) adoptTitle(writing, gathered);
  for (const coder of gathered.coders) carrying.addCoder(coder);
  carryCodes(carrying);
  carryAttributes(carrying);
  carryDocuments(carrying);
  carryDocumentValues(carrying);
  carryPassages(carrying);
  carryCases(carrying);
  carryMemos(carrying);
  makeCodable(carrying);
  carryReviews(carrying);
  carryVersions(carrying);
  carryAttachments(carrying);
}

function adoptTitle({ db }: Writing, { project }: Gathered): void {
  const title = project?.title.trim();
  if (title) db.run(sql`UPDATE projects SET title = ${title}`);
  if (project?.description) db.run(sql`UPDATE projects SET description = ${project.description}`);
  if (project?.language) db.run(sql`UPDATE projects SET language = ${project.language}`);
}

/** A code that only groups can't be applied here: one of the file that was applied there is made codable. */
function makeCodable({ writing: { db }, gathered, book }: Carrying): void {
  for (const { id, name, codable } of gathered.codes) {
    if (codable !== false) continue;
    const made = db.run(sql`UPDATE codes SET codable = 1 WHERE id = ${idBytes(id)} AND codable = 0
      AND EXISTS (SELECT 1 FROM codings WHERE code_id = codes.id)`);
    if (made > 0)
      book.say({
        what: 'mended',
        message: 'A code that only groups others was applied to passages: it can be applied here, too.',
        subject: name,
      });
  }
}
