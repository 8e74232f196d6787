import type { Region } from '../../../contract/common.ts';
import { snapSpan } from '../../../text/offsets.ts';
import { loadText } from '../../documents/load.ts';
import { ColligoError } from '../../errors.ts';
import { boxOf, checkedRegion } from '../../passages/region.ts';
import { idBytes, idText, newId } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { ExchangedCoding, ExchangedPassage, ExchangedPlace } from '../model.ts';
import { type Carrying, type LandedDocument, momentOr } from './context.ts';
import { passagesOf } from './gather.ts';

/** Adds passages and codings, document by document. */
export function carryPassages(carrying: Carrying): void {
  for (const { id, passages } of carrying.gathered.documents) {
    const document = carrying.documents.get(id);
    if (document) new Places(carrying, document).add(passagesOf(passages));
  }
  const { db } = carrying.writing;
  for (const { document, passages } of carrying.gathered.passages) {
    const row = db.get<{ id: Uint8Array; title: string; version_id: Uint8Array }>(sql`
      SELECT d.id, d.title, v.id AS version_id FROM documents d JOIN versions v ON v.document_id = d.id
      WHERE d.id = ${idBytes(document)} ORDER BY v.number DESC LIMIT 1`);
    if (!row) continue;
    const landed = { id: row.id, title: row.title, versionId: row.version_id, isNew: false };
    new Places(carrying, landed).add(passagesOf(passages));
  }
}

/** The places of one document's present version, those of the project and those of the file. */
class Places {
  readonly #carrying: Carrying;
  readonly #document: LandedDocument;
  readonly #readingKey: number;
  readonly #text: string;
  /** Passages by their place. */
  readonly #known = new Map<string, Uint8Array>();
  /** Those that this import made, with their comment. */
  readonly #made = new Map<string, string>();

  constructor(carrying: Carrying, document: LandedDocument) {
    this.#carrying = carrying;
    this.#document = document;
    const { db } = carrying.writing;
    this.#readingKey = db.one<{ key: number }>(
      sql`SELECT r.key FROM versions v JOIN readings r ON r.id = v.reading_id WHERE v.id = ${document.versionId}`,
    ).key;
    this.#text = loadText(db, this.#readingKey);
    if (document.isNew) return;
    for (const row of db.all<{
      id: Uint8Array;
      start_offset: number | null;
      end_offset: number | null;
      page: number | null;
      x0: number | null;
      y0: number | null;
      x1: number | null;
      y1: number | null;
    }>(sql`
      SELECT passage_id AS id, start_offset, end_offset, page, x0, y0, x1, y1 FROM anchors
      WHERE version_id = ${document.versionId} ORDER BY passage_id DESC`)) {
      const key =
        row.page === null
          ? spanKey(row.start_offset ?? 0, row.end_offset ?? 0)
          : boxKey(row.page, row.x0 ?? 0, row.y0 ?? 0, row.x1 ?? 0, row.y1 ?? 0);
      this.#known.set(key, row.id);
    }
  }

  add(passages: readonly ExchangedPassage[]): void {
    for (const passage of passages) {
      const place = this.#checked(passage.place);
      if (!place) continue;
      const codings = passage.codings.flatMap((coding) => {
        const code = this.#codeOf(coding);
        return code ? [{ ...coding, codeId: code }] : [];
      });
      if (codings.length === 0 && this.#saysNothing(passage)) {
        this.#say('left', 'A selection carries neither a code nor a note.');
        continue;
      }
      const id = this.#passage(passage, place);
      if (passage.id !== undefined && this.#carrying.noted.has(passage.id))
        this.#carrying.passages.set(passage.id, id);
      for (const coding of codings) this.#coding(id, coding, passage);
    }
  }

  /** A passage with no coding, comment or memo is nothing. */
  #saysNothing({ id, comment = '' }: ExchangedPassage): boolean {
    return comment === '' && (id === undefined || !this.#carrying.noted.has(id));
  }

  #codeOf({ code }: ExchangedCoding): Uint8Array | null {
    const id = this.#carrying.codes.get(code)?.id ?? this.#ownCode(code);
    if (!id) this.#say('left', 'A coding names a code that the file does not list.');
    return id;
  }

  #say(what: 'mended' | 'left', message: string): void {
    this.#carrying.book.say({ what, message, subject: this.#document.title });
  }

  /** @returns the place as it is kept, or null where there is none such in the text */
  #checked(place: ExchangedPlace): ExchangedPlace | null {
    if ('page' in place) return this.#checkedRegion(place);
    const span = snapSpan(this.#text, place);
    if (span.start >= span.end) {
      this.#say('left', 'A passage lies outside its text, or holds none of it.');
      return null;
    }
    if (span.start !== place.start || span.end !== place.end)
      this.#say(
        'mended',
        'A passage ran past its text or through a character; its ends were moved to the nearest that fit.',
      );
    return span;
  }

  #checkedRegion(place: Region): Region | null {
    try {
      return checkedRegion(this.#carrying.writing.db, this.#readingKey, place).region;
    } catch (error) {
      if (!(error instanceof ColligoError)) throw error;
      this.#say('left', `A part of a page could not be placed: ${error.message}`);
      return null;
    }
  }

  #passage(passage: ExchangedPassage, place: ExchangedPlace): Uint8Array {
    const { writing, gathered } = this.#carrying;
    const own = passage.id === undefined ? null : idBytes(passage.id);
    const key = keyOf(place);
    const keeps = gathered.project?.keepsPassages === true && own !== null;
    const known = keeps ? undefined : this.#known.get(key);
    if (known) {
      const isOwn = own !== null && this.#carrying.has('passages', own);
      return this.#there(isOwn ? own : known, passage);
    }
    const id = own ?? newId();
    const made = writing.db.run(sql`INSERT INTO passages (id, document_id, comment, created_at, created_by)
      VALUES (${id}, ${this.#document.id}, ${passage.comment ?? ''}, ${momentOr(passage.createdAt, writing.at)}, ${this.#carrying.maker(passage.createdBy)})
      ON CONFLICT (id) DO NOTHING`);
    if (made === 0) return this.#there(id, passage);
    this.#anchor(id, place);
    this.#made.set(idText(id), passage.comment ?? '');
    this.#known.set(key, id);
    this.#carrying.count('passages', true);
    return id;
  }

  /** @returns a passage that was there already, with what the file says about it */
  #there(id: Uint8Array, { comment = '' }: ExchangedPassage): Uint8Array {
    this.#comment(id, comment);
    this.#carrying.count('passages', false);
    return id;
  }

  #anchor(id: Uint8Array, place: ExchangedPlace): void {
    const { db } = this.#carrying.writing;
    const { versionId } = this.#document;
    if ('page' in place) {
      const { page, x0, y0, x1, y1 } = boxOf(place);
      db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, page, x0, y0, x1, y1)
        VALUES (${newId()}, ${id}, ${versionId}, 'region', ${page}, ${x0}, ${y0}, ${x1}, ${y1})`);
    } else {
      db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, start_offset, end_offset)
        VALUES (${newId()}, ${id}, ${versionId}, 'span', ${place.start}, ${place.end})`);
    }
  }

  /** A second comment at one place stands below the first, or, where the first was the project's own, in a memo. */
  #comment(passage: Uint8Array, comment: string): void {
    if (comment === '') return;
    const { writing } = this.#carrying;
    const { db } = writing;
    const made = this.#made.get(idText(passage));
    if (made !== undefined) {
      if (made.split('\n\n').includes(comment)) return;
      const both = made === '' ? comment : `${made}\n\n${comment}`;
      db.run(sql`UPDATE passages SET comment = ${both} WHERE id = ${passage}`);
      this.#made.set(idText(passage), both);
      return;
    }
    const row = db.one<{ comment: string }>(sql`SELECT comment FROM passages WHERE id = ${passage}`);
    if (row.comment === comment || row.comment.split('\n\n').includes(comment)) return;
    const id = this.#carrying.derived('comment', passage, comment);
    db.run(sql`INSERT INTO memos (id, title, body, passage_id, created_at, created_by)
      VALUES (${id}, '', ${comment}, ${passage}, ${writing.at}, ${writing.actor.id}) ON CONFLICT (id) DO NOTHING`);
  }

  #coding(
    passage: Uint8Array,
    coding: ExchangedCoding & { readonly codeId: Uint8Array },
    of: ExchangedPassage,
  ): void {
    const { db, at } = this.#carrying.writing;
    const code = coding.codeId;
    const coder = this.#carrying.coder(coding.coder);
    // Most are new: what is in the way, an identity or the same judgement, is only looked for where something is.
    const insert = (id: Uint8Array) =>
      db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, weight, created_at)
        VALUES (${id}, ${passage}, ${code}, ${coder}, ${weightOf(coding)}, ${momentOr(coding.createdAt ?? of.createdAt, at)})
        ON CONFLICT DO NOTHING`) > 0;
    const wished = coding.id === undefined ? newId() : idBytes(coding.id);
    let id = wished;
    let isNew = insert(wished);
    if (!isNew) {
      const there = db.get<{ id: Uint8Array }>(sql`
        SELECT id FROM codings WHERE passage_id = ${passage} AND code_id = ${code} AND coder_id = ${coder}`);
      id = there?.id ?? newId();
      isNew = !there && insert(id);
    }
    if (coding.id !== undefined && this.#carrying.notedCodings.has(coding.id))
      this.#carrying.codings.set(coding.id, id);
    this.#carrying.count('codings', isNew);
  }

  /** A code of the project, which a form without a codebook of its own may name. */
  #ownCode(code: string): Uint8Array | null {
    const id = idBytes(code);
    return this.#carrying.has('codes', id) ? id : null;
  }
}

function weightOf({ weight }: ExchangedCoding): number | null {
  if (weight === undefined || weight === null || !Number.isFinite(weight)) return null;
  return Math.min(Math.max(Math.round(weight), 0), 100);
}

const spanKey = (start: number, end: number): string => `${start}-${end}`;
const boxKey = (page: number, ...corners: readonly number[]): string =>
  `${page}:${corners.map((corner) => corner.toFixed(1)).join(',')}`;

function keyOf(place: ExchangedPlace): string {
  if (!('page' in place)) return spanKey(place.start, place.end);
  const { page, x0, y0, x1, y1 } = boxOf(place);
  return boxKey(page, x0, y0, x1, y1);
}
