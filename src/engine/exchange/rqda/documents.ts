import type { Span } from '../../../text/reading.ts';
import { CodePoints } from '../anchoring/code-points.ts';
import { QuotedText } from '../anchoring/quoted-text.ts';
import type { CaseLinks } from '../case-links.ts';
import type { ExchangedDocument, ExchangedMemo, Remark } from '../model.ts';
import { PassageBook } from '../passage-book.ts';
import { Grouped } from '../sqlite/grouped.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import { textSource } from '../text-source.ts';
import type { Attributes } from './attributes.ts';
import { ownerOf, type RqdaProject } from './project.ts';

type Codes = ReadonlyMap<number, { readonly id: string; readonly name: string }>;

/** How much of a text says where an annotation stands. */
const SHOWN = 40;

/** The files of a project, read one after the other with everything that is coded in each. */
export class Documents {
  /** Ids of the documents, by the number of the file. */
  readonly ids = new Map<number, string>();
  /** About codings and documents; they come after all documents. */
  readonly memos: ExchangedMemo[] = [];
  readonly #project: RqdaProject;
  readonly #codes: Codes;
  readonly #cases: CaseLinks;
  readonly #attributes: Attributes;
  readonly #codings: Grouped;
  readonly #second: Grouped;
  readonly #notes: Grouped;

  constructor(project: RqdaProject, codes: Codes, cases: CaseLinks, attributes: Attributes) {
    this.#project = project;
    this.#codes = codes;
    this.#cases = cases;
    this.#attributes = attributes;
    const columns = ['cid', 'fid', 'selfirst', 'selend'];
    const order = { order: ['fid', 'selfirst', 'selend'] };
    this.#codings = new Grouped(project.live('coding', columns, ['seltext', 'memo'], order), 'fid');
    this.#second = new Grouped(project.live('coding2', columns, ['seltext', 'memo'], order), 'fid');
    const notes = project.live('annotation', ['fid', 'position'], ['annotation'], {
      order: ['fid', 'position'],
    });
    this.#notes = new Grouped(notes, 'fid');
  }

  /** @returns the document; null where the file has no words, which is said */
  read(row: ForeignRow, language: string): ExchangedDocument | null {
    const number = row.whole('id');
    if (number === null) return null;
    const [codings, notes] = [this.#codings.take(number), this.#notes.take(number)];
    const second = new Set(this.#second.take(number));
    const title = this.#project.text(row, 'name').trim() || `File ${number}`;
    const source = textSource(this.#project.text(row, 'file'), language);
    const { text } = source.read.reading;
    if (text.trim() === '') {
      this.#project.say('left', 'A text without words was left out.', title);
      return null;
    }
    const id = this.#project.id('document', title);
    this.ids.set(number, id);
    const passages = new PassageBook(id);
    const points = new CodePoints(source.raw);
    const quoted = new QuotedText(text);
    const at = (coding: ForeignRow, column: string) =>
      source.toCanonical(points.toUtf16(coding.whole(column)));
    const place = (coding: ForeignRow, exact: string): Span | null => {
      const said = { start: at(coding, 'selfirst'), end: at(coding, 'selend') };
      const { span, remark } = quoted.place(said, { exact });
      if (remark) this.#project.say(remark.what, remark.message, `${title}: ${exact.slice(0, 60)}`);
      return span;
    };
    for (const coding of [...codings, ...second]) {
      const code = this.#codes.get(coding.whole('cid') ?? Number.NaN);
      if (!code) {
        this.#project.say('left', 'A coding names a code that was deleted, or is not listed.', title);
        continue;
      }
      const span = place(coding, this.#project.text(coding, 'seltext'));
      if (span) this.#code(passages, span, coding, code.id, second.has(coding));
    }
    for (const part of this.#cases.partsOf(number)) {
      const span = place(part.row, '');
      if (span) this.#code(passages, span, part.row, part.code);
    }
    for (const note of notes) this.#note(id, title, text, at(note, 'position'), note);
    this.#memo(
      this.#project.id('memo of a file', title),
      '',
      this.#project.text(row, 'memo'),
      { kind: 'document', id },
      row,
    );
    return {
      id,
      title,
      fileName: /\.(txt|md)$/i.test(title) ? title : `${title}.txt`,
      read: source.read,
      values: this.#attributes.of('document', number),
      passages: passages.list(),
      ...this.#project.made(row),
    };
  }

  /** @returns what belongs to nothing, one by one */
  *finish(): Generator<Remark> {
    const message = 'A coding or annotation belongs to a file that was deleted, or is not listed.';
    for (let lost = this.#codings.finish() + this.#second.finish() + this.#notes.finish(); lost > 0; lost--)
      yield { what: 'left', message, subject: '' };
  }

  #code(passages: PassageBook, span: Span, row: ForeignRow, code: string, isSecond = false): void {
    const made = this.#project.made(row, isSecond);
    const passage = passages.at(span, made);
    const id = this.#project.id('coding', passage, code, isSecond ? ownerOf(row, true) : row.text('owner'));
    const { createdAt, createdBy } = made;
    const isNew = passages.code(passage, {
      id,
      code,
      ...(createdBy !== undefined && { coder: createdBy }),
      ...(createdAt !== undefined && { createdAt }),
    });
    const about = isNew ? ({ kind: 'coding', id } as const) : ({ kind: 'passage', id: passage } as const);
    const body = this.#project.text(row, 'memo');
    this.#memo(this.#project.id('memo of a coding', id, body), '', body, about, row);
  }

  /** An annotation stands at a place between two letters: it becomes a memo that quotes what follows. */
  #note(document: string, title: string, text: string, position: number, row: ForeignRow): void {
    const at = Number.isFinite(position) ? Math.min(Math.max(position, 0), text.length) : 0;
    const words = text
      .slice(at, at + SHOWN)
      .toWellFormed()
      .replace(/\s+/g, ' ')
      .trim();
    const body = this.#project.text(row, 'annotation');
    // An annotation is deleted by emptying it.
    if (body.trim() === '') return;
    const id = this.#project.id('annotation', title, String(at), body);
    this.#project.say(
      'kept',
      'An annotation became a memo about its document, which quotes where it stands.',
      title,
    );
    this.#memo(id, words === '' ? '' : `At “${words}”`, body, { kind: 'document', id: document }, row);
  }

  #memo(id: string, title: string, body: string, about: ExchangedMemo['about'], row: ForeignRow): void {
    if (body.trim() !== '') this.memos.push({ id, title, body, about, ...this.#project.made(row) });
  }
}
