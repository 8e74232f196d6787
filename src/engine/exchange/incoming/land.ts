import { guidOf, identityOf } from '../identity.ts';
import type { ExchangedMemo, Piece, PresentDocument, ReaderContext, Remark } from '../model.ts';
import { PassageBook } from '../passage-book.ts';
import { CodeFinder } from './codes.ts';
import { DocumentFinder } from './documents.ts';
import type { Incoming, IncomingFile } from './incoming.ts';
import { Places } from './place.ts';

const UNMATCHED = {
  none: 'An annotation is about a document that the project does not have.',
  several: 'An annotation names a document that several are called like: give them names of their own.',
} as const;

/**
 * Brings annotations to the documents and codes of the open project.
 * @returns the pieces: coders, codes that are new, passages document by document, and memos
 */
export async function* land(file: IncomingFile, context: ReaderContext): AsyncGenerator<Piece> {
  const { tool, title, annotations } = file;
  yield { type: 'project', tool, title, description: '', keepsPassages: false };
  const coders = new Map<string, string>();
  // A person is called as where the file first names them.
  for (const { creator } of annotations)
    if (creator && !coders.has(creator.id)) coders.set(creator.id, creator.name);
  for (const [id, name] of coders) yield { type: 'coder', id, name };
  const landing = new Landing(context);
  const byDocument = landing.sort(annotations);
  for (const code of landing.codes.made) yield { type: 'code', ...code };
  for (const remark of landing.codes.remarks) yield { type: 'said', ...remark };
  let done = 0;
  for (const [document, own] of byDocument) {
    context.onProgress(done++ / byDocument.size, document.title);
    const passages = await landing.passages(document, own);
    if (passages.length > 0) yield { type: 'passages', document: document.id, passages };
    yield* landing.told();
  }
  for (const memo of landing.memos(annotations)) yield { type: 'memo', ...memo };
  yield* landing.told();
}

class Landing {
  readonly codes: CodeFinder;
  readonly #documents: DocumentFinder;
  readonly #remarks: Remark[] = [];
  readonly #memos: ExchangedMemo[] = [];
  /** The passage of each annotation, by its key, for its answers. */
  readonly #landed = new Map<string, string>();
  readonly #tags = new Map<Incoming, readonly string[]>();

  constructor({ codes, documents }: ReaderContext) {
    this.codes = new CodeFinder(codes);
    this.#documents = new DocumentFinder(documents);
  }

  /** Finds the document and the codes of each annotation. @returns the annotations by document; answers are of none */
  sort(annotations: readonly Incoming[]): Map<PresentDocument, Incoming[]> {
    const sorted = new Map<PresentDocument, Incoming[]>();
    for (const one of annotations) {
      if (one.answers !== undefined) continue;
      const document = this.#documents.find(one.source);
      if (typeof document === 'string') {
        this.#say('left', UNMATCHED[document], one.source.names[0] ?? one.source.ids[0] ?? '');
        continue;
      }
      const tags = one.tags.flatMap((tag) => this.codes.of(tag) ?? []);
      this.#tags.set(one, [...new Set(tags)]);
      const own = sorted.get(document);
      if (own) own.push(one);
      else sorted.set(document, [one]);
    }
    return sorted;
  }

  /** @returns the passages of one document */
  async passages(document: PresentDocument, annotations: readonly Incoming[]) {
    const places = new Places(await document.text());
    const passages = new PassageBook(document.id);
    for (const one of annotations) {
      if (!one.selection) {
        this.#whole(document, one);
        continue;
      }
      const { region } = one.selection;
      const isRegion = region !== null && !one.selection.quote && one.selection.positions.length === 0;
      const { span, remark } = isRegion ? { span: null } : places.place(one.selection);
      if (remark)
        this.#say(
          remark.what,
          remark.message,
          `${document.title}: ${one.selection.quote?.exact.slice(0, 60) ?? ''}`,
        );
      const place = isRegion ? region : span;
      if (place) this.#add(passages, passages.at(place, madeOf(one)), one);
    }
    return passages.list();
  }

  #add(passages: PassageBook, passage: string, one: Incoming): void {
    this.#landed.set(one.key, passage);
    const tags = this.#tags.get(one) ?? [];
    tags.forEach((code, index) => {
      const id =
        index === 0 && one.guid !== null ? one.guid : identityOf('annotation', one.key, passage, code);
      const { createdAt, createdBy } = madeOf(one);
      passages.code(passage, {
        id,
        code,
        weight: one.weight,
        ...(createdBy !== undefined && { coder: createdBy }),
        ...(createdAt !== undefined && { createdAt }),
      });
    });
    for (const comment of one.comments) {
      // A comment is nobody's in particular; what somebody wrote stays theirs.
      if (one.creator) this.#memo(one, comment, { kind: 'passage', id: passage });
      else passages.comment(passage, comment);
    }
    if (tags.length > 0 || one.comments.length > 0) return;
    passages.comment(passage, 'Highlighted without a tag.');
    this.#say('kept', 'A highlight without tags and words became a passage with a comment.', '');
  }

  #whole(document: PresentDocument, one: Incoming): void {
    const tags = one.tags.map(({ path }) => path.join(' / ')).filter((name) => name !== '');
    const body = [tags.join(', '), ...one.comments].filter((part) => part !== '').join('\n\n');
    if (body === '') return;
    this.#say(
      'kept',
      'An annotation of a whole document became a memo, since codes lie on passages.',
      document.title,
    );
    this.#memo(one, body, { kind: 'project' }, document.title);
  }

  #memo(one: Incoming, body: string, about: ExchangedMemo['about'], title = ''): void {
    const id = identityOf('note of an annotation', one.key, body);
    this.#memos.push({ id, title, body, about, ...madeOf(one) });
  }

  /** @returns what was written about passages, and the answers to it */
  *memos(annotations: readonly Incoming[]): Generator<ExchangedMemo> {
    for (const one of annotations) {
      if (one.answers === undefined) continue;
      const passage = this.#landed.get(one.answers);
      if (passage !== undefined)
        for (const comment of one.comments) this.#memo(one, comment, { kind: 'passage', id: passage });
      else
        this.#say(
          'left',
          'An answer is to an annotation that was not found.',
          one.comments[0]?.slice(0, 60) ?? '',
        );
    }
    yield* this.#memos;
  }

  #say(what: Remark['what'], message: string, subject: string): void {
    this.#remarks.push({ what, message, subject });
  }

  /** @returns what was said since, and forgets it */
  *told(): Generator<{ type: 'said' } & Remark> {
    for (const remark of this.#remarks.splice(0)) yield { type: 'said', ...remark };
  }
}

function madeOf({ createdAt, creator }: Incoming): { createdAt?: string; createdBy?: string } {
  return { ...(createdAt !== undefined && { createdAt }), ...(creator && { createdBy: creator.id }) };
}

/** @returns the identity of a person, from whatever a file names them by */
export const personOf = (key: string): string =>
  guidOf(key.replace(/^urn:uuid:/i, '')) ?? identityOf('person', key);
