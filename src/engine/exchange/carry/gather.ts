import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { storeReading } from '../../documents/content.ts';
import { sha256 } from '../../documents/reading-id.ts';
import { type Sql, sql } from '../../store/sql.ts';
import type {
  ExchangedAttachment,
  ExchangedDocument,
  ExchangedPassage,
  ExchangedPassages,
  Piece,
} from '../model.ts';
import type { ReportBook } from './report.ts';

/** `ExchangedPassage[]` as deflated JSON: a hundred thousand codings take a few megabytes, as objects they take hundreds. */
export type PackedPassages = Uint8Array;

/** A document whose content is in the store, with what is to be made of it. */
export interface GatheredDocument extends Omit<ExchangedDocument, 'read' | 'passages'> {
  readonly readingId: Uint8Array;
  readonly textSha256: Uint8Array;
  readonly mediaType: string;
  readonly passages: PackedPassages;
}

type Of<Type extends Piece['type']> = Omit<Extract<Piece, { type: Type }>, 'type'>;

/** Everything that was read, before any row is made of it. */
export class Gathered {
  project: Of<'project'> | null = null;
  readonly coders: Of<'coder'>[] = [];
  readonly codes: Of<'code'>[] = [];
  readonly attributes: Of<'attribute'>[] = [];
  readonly documents: GatheredDocument[] = [];
  readonly passages: { readonly document: string; readonly passages: PackedPassages }[] = [];
  readonly cases: Of<'case'>[] = [];
  readonly memos: Of<'memo'>[] = [];
  readonly reviews: Of<'review'>[] = [];
  readonly versions: Of<'version'>[] = [];
  readonly attachments: (Omit<ExchangedAttachment, 'bytes'> & { readonly sha256: Uint8Array })[] = [];
  /** Content that this import stored and nothing refers to yet. */
  readonly storedReadings: Uint8Array[] = [];
  readonly storedBlobs: Uint8Array[] = [];

  /**
   * Takes a piece. What is large goes into the store at once, outside of any step; the rest waits.
   * @param db the writing connection, outside a transaction
   */
  take(db: Sql, piece: Piece, book: ReportBook): void {
    switch (piece.type) {
      case 'project':
        this.project = piece;
        break;
      case 'coder':
        this.coders.push(piece);
        break;
      case 'code':
        this.codes.push(piece);
        break;
      case 'attribute':
        this.attributes.push(piece);
        break;
      case 'document':
        this.#document(db, piece);
        break;
      case 'passages':
        this.#passagesOf(piece);
        break;
      case 'case':
        this.cases.push(piece);
        break;
      case 'memo':
        this.memos.push(piece);
        break;
      case 'review':
        this.reviews.push(piece);
        break;
      case 'version':
        this.versions.push(piece);
        break;
      case 'attachment':
        this.#attachment(db, piece);
        break;
      case 'said':
        book.say(piece);
    }
  }

  #document(db: Sql, { read, passages, ...document }: ExchangedDocument): void {
    const stored = storeReading(db, read.bytes, read.reading);
    if (stored.isNew) this.storedReadings.push(stored.id);
    this.documents.push({
      ...document,
      readingId: stored.id,
      textSha256: sha256(read.reading.text),
      mediaType: read.mediaType,
      passages: packed(passages),
    });
  }

  #passagesOf({ document, passages }: ExchangedPassages): void {
    this.passages.push({ document, passages: packed(passages) });
  }

  #attachment(db: Sql, { bytes, ...attachment }: ExchangedAttachment): void {
    const hash = sha256(bytes);
    const made =
      db.run(sql`INSERT INTO blobs (sha256, size, bytes) VALUES (${hash}, ${bytes.byteLength}, ${bytes})
      ON CONFLICT (sha256) DO NOTHING`);
    if (made > 0) this.storedBlobs.push(hash);
    this.attachments.push({ ...attachment, sha256: hash });
  }
}

/** Copied, since what zlib gives is a part of a larger buffer. */
const packed = (passages: readonly ExchangedPassage[]): PackedPassages =>
  new Uint8Array(deflateRawSync(JSON.stringify(passages), { level: 1 }));

/** @returns the passages that were gathered */
export const passagesOf = (passages: PackedPassages): ExchangedPassage[] =>
  JSON.parse(inflateRawSync(passages).toString('utf8')) as ExchangedPassage[];
