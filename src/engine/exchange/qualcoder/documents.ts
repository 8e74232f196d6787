import type { ReadFile } from '../../import/read-source.ts';
import { CodePoints } from '../anchoring/code-points.ts';
import { QuotedText } from '../anchoring/quoted-text.ts';
import type { CaseLinks } from '../case-links.ts';
import { momentOf } from '../identity.ts';
import type { ExchangedDocument, ExchangedMemo, ReaderContext, Remark } from '../model.ts';
import { PassageBook } from '../passage-book.ts';
import { Grouped } from '../sqlite/grouped.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import { placeOfArea, readPicture } from './areas.ts';
import type { Attributes } from './attributes.ts';
import type { KnownCode } from './codes.ts';
import { type MediaPath, readMediaPath } from './media-path.ts';
import type { QualCoderProject } from './project.ts';
import { type CodedText, placeOf, type Selection } from './selections.ts';
import { type Original, originalOf, plainSource, reread } from './text-of.ts';

const CODING = ['cid', 'fid', 'seltext', 'pos0', 'pos1', 'owner', 'date', 'memo', 'important'];

/** What of QualCoder's sources has words or is a picture, read one after the other with everything that is coded in it. */
export class Documents {
  /** Ids of the documents, by the number of the source. */
  readonly ids = new Map<number, string>();
  /** About passages, codings and documents; they come after all documents. */
  readonly memos: ExchangedMemo[] = [];
  /** Originals that are kept beside a text that reads differently. */
  readonly originals: { readonly document: string; readonly path: MediaPath }[] = [];
  readonly #project: QualCoderProject;
  readonly #codes: ReadonlyMap<number, KnownCode>;
  readonly #cases: CaseLinks;
  readonly #codings: Grouped;
  readonly #notes: Grouped;
  /** Parts of pages, by source: few, and those of pictures are wanted too. */
  readonly #areas: ReadonlyMap<number, ForeignRow[]>;

  constructor(
    project: QualCoderProject,
    codes: ReadonlyMap<number, KnownCode>,
    cases: CaseLinks,
    areas: ReadonlyMap<number, ForeignRow[]>,
  ) {
    this.#project = project;
    this.#codes = codes;
    this.#cases = cases;
    this.#areas = areas;
    const order = { order: ['fid', 'pos0', 'pos1'] };
    this.#codings = new Grouped(project.file.rows('code_text', CODING, order), 'fid');
    const notes = ['fid', 'pos0', 'pos1', 'memo', 'owner', 'date'];
    this.#notes = new Grouped(project.file.rows('annotation', notes, order), 'fid');
  }

  /**
   * @param source a row of the table of sources, in the order of their numbers
   * @returns the document; null where the source is neither a text nor a picture, or has no words, which is said of a text
   */
  async read(
    source: ForeignRow,
    attributes: Attributes,
    { language }: ReaderContext,
  ): Promise<ExchangedDocument | null> {
    const number = source.whole('id');
    if (number === null) return null;
    const codings = this.#codings.take(number);
    const notes = this.#notes.take(number);
    const title = source.text('name').trim() || `Source ${number}`;
    const path = readMediaPath(source.text('mediapath'), this.#project.found);
    if (path.kind === 'picture') {
      const read = await readPicture(this.#project.folder, path, language);
      return read && this.#picture(source, number, { title, fileName: path.name, read }, attributes);
    }
    if (path.kind !== 'text') return null;
    const fulltext = source.text('fulltext');
    const original = originalOf(this.#project.folder, path);
    if (path.folder === null && !original)
      this.#project.say(
        'kept',
        'The original of a text lies outside of the project: the text that was coded was taken alone.',
        title,
      );
    const plain = plainSource(fulltext, language, original);
    const text: CodedText = {
      source: plain,
      points: new CodePoints(plain.raw),
      quoted: new QuotedText(plain.read.reading.text),
      title,
    };
    const selections = this.#selections(text, codings, notes, number);
    const reading =
      original && !plain.isOriginal ? await this.#reread(original, text, selections, language) : null;
    if (!reading && fulltext.trim() === '') {
      this.#project.say('left', 'A text without words was left out.', title);
      return null;
    }
    const id = this.#project.id('document', title);
    this.ids.set(number, id);
    if (original && !reading && !plain.isOriginal)
      this.originals.push({ document: id, path: { ...path, name: original.name } });
    const passages = new PassageBook(id);
    for (const selection of reading?.selections ?? selections) this.#add(passages, id, selection);
    this.#addAreas(passages, id, number, reading?.read ?? null, title);
    this.#addMemo(id, title, source);
    const createdAt = momentOf(source.text('date'));
    const createdBy = this.#project.coder(source);
    return {
      id,
      title,
      fileName: reading || plain.isOriginal ? (original?.name ?? title) : textName(title),
      read: reading?.read ?? plain.read,
      values: attributes.of('file', number),
      passages: passages.list(),
      ...(createdAt !== undefined && { createdAt }),
      ...(createdBy !== undefined && { createdBy }),
    };
  }

  /** A picture as a document, with what is coded in it. */
  #picture(
    source: ForeignRow,
    number: number,
    made: Pick<ExchangedDocument, 'title' | 'fileName' | 'read'>,
    attributes: Attributes,
  ): ExchangedDocument {
    const { title, read } = made;
    const id = this.#project.id('document', title);
    this.ids.set(number, id);
    const passages = new PassageBook(id);
    this.#addAreas(passages, id, number, read, title);
    this.#addMemo(id, title, source);
    const values = attributes.of('file', number);
    return { id, ...made, values, passages: passages.list(), ...this.#project.made(source) };
  }

  /** @returns what belongs to nothing, one by one: there may be as many as the file has rows */
  *finish(): Generator<Remark> {
    for (let lost = this.#codings.finish(); lost > 0; lost--)
      yield {
        what: 'left',
        message: 'A coding belongs to a text that the project does not list.',
        subject: '',
      };
    for (let lost = this.#notes.finish(); lost > 0; lost--)
      yield {
        what: 'left',
        message: 'An annotation belongs to a text that the project does not list.',
        subject: '',
      };
  }

  #selections(text: CodedText, codings: ForeignRow[], notes: ForeignRow[], number: number): Selection[] {
    const selections: Selection[] = [];
    const add = (kind: Selection['kind'], row: ForeignRow, code: KnownCode | null) => {
      const span = placeOf(this.#project, text, row);
      if (span) selections.push({ kind, span, row, code });
    };
    for (const row of codings) {
      const code = this.#codes.get(row.whole('cid') ?? Number.NaN);
      if (code) add('coding', row, code);
      else this.#project.say('left', 'A coding names a code that the project does not list.', text.title);
    }
    for (const row of notes) add('annotation', row, null);
    for (const { row, code } of this.#cases.partsOf(number)) add('part', row, { id: code, name: '' });
    return selections;
  }

  /** @returns the original as an import reads it with the selections in it; null where it does not hold all of them */
  async #reread(
    original: Original,
    { quoted, title }: CodedText,
    selections: readonly Selection[],
    language: string,
  ): Promise<{ read: ReadFile; selections: Selection[] } | null> {
    const spans = selections.map(({ span }) => span);
    const found = await reread(original, quoted.text, spans, language);
    if (!found) {
      this.#project.say(
        'kept',
        'The original of a text reads differently from what was coded: the coded text was taken, and the original kept as a file with it.',
        title,
      );
      return null;
    }
    const { read } = found;
    return {
      read,
      selections: selections.map((selection, index) => ({
        ...selection,
        span: found.spans[index] ?? selection.span,
      })),
    };
  }

  #add(passages: PassageBook, document: string, { kind, span, row, code }: Selection): void {
    const made = this.#project.made(row);
    const passage = passages.at(span, made);
    const note = row.text('memo');
    if (!code) {
      const id = this.#project.id('annotation', passage, row.text('owner'));
      this.memos.push({ id, title: '', body: note, about: { kind: 'passage', id: passage }, ...made });
      return;
    }
    this.#code(passages, document, passage, row, code, kind === 'part' ? '' : code.name);
  }

  #code(
    passages: PassageBook,
    document: string,
    passage: string,
    row: ForeignRow,
    code: KnownCode,
    name: string,
  ): void {
    const { createdAt, createdBy } = this.#project.made(row);
    const id = this.#project.id('coding', document, passage, code.id, row.text('owner'));
    const coding = {
      id,
      code: code.id,
      ...(createdBy !== undefined && { coder: createdBy }),
      ...(createdAt !== undefined && { createdAt }),
    };
    const isNew = passages.code(passage, coding);
    const note = row.text('memo');
    const isImportant = row.whole('important') === 1;
    if (note.trim() === '' && !isImportant) return;
    if (isImportant)
      this.#project.say('kept', 'A coding that was marked as important says so in a memo about it.', name);
    const title = isImportant ? 'Important' : '';
    const memo = { id: this.#project.id('memo of a coding', id, note), title, body: note };
    const about = isNew ? ({ kind: 'coding', id } as const) : ({ kind: 'passage', id: passage } as const);
    this.memos.push({ ...memo, about, ...this.#project.made(row) });
  }

  /** Parts of pages can be coded where the document has pages, as a picture has one. */
  #addAreas(
    passages: PassageBook,
    document: string,
    number: number,
    read: ReadFile | null,
    title: string,
  ): void {
    for (const row of this.#areas.get(number) ?? []) {
      const code = this.#codes.get(row.whole('cid') ?? Number.NaN);
      const place = placeOfArea(row, read);
      if (!code || !place) {
        this.#project.say('left', 'A coded part of a page could not be placed.', title);
        continue;
      }
      const passage = passages.at(place, this.#project.made(row));
      this.#code(passages, document, passage, row, code, code.name);
    }
  }

  #addMemo(document: string, title: string, source: ForeignRow): void {
    const body = source.text('memo');
    if (body.trim() === '') return;
    const id = this.#project.id('memo of a source', title);
    this.memos.push({
      id,
      title: '',
      body,
      about: { kind: 'document', id: document },
      ...this.#project.made(source),
    });
  }
}

const textName = (title: string) => (/\.(txt|md)$/i.test(title) ? title : `${title}.txt`);
