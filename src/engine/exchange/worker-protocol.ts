import type { ExchangeFormat } from '../../contract/exchange.ts';
import { type PackedFile, packFile, unpackFile } from '../import/parse-protocol.ts';
import type { ExchangedDocument, Piece } from './model.ts';

/** What the open project already has, for readers of codings that come without texts. */
export interface Present {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly fileName: string }[];
  readonly codes: readonly { readonly id: string; readonly path: readonly string[] }[];
}

/** What the engine says to the worker: `start` once, then `next` for each batch, and a text where one was asked for. */
export type ToExchange =
  | {
      readonly type: 'start';
      readonly path: string;
      readonly format: ExchangeFormat;
      readonly language: string;
      readonly elsewhere: boolean;
      readonly folders: readonly string[];
      readonly present: Present;
    }
  | { readonly type: 'next' }
  | { readonly type: 'text'; readonly asked: number; readonly text: string };

/** A piece on its way between threads: a document's text travels as bytes, which are moved rather than copied. */
export type PackedPiece =
  | Exclude<Piece, { type: 'document' }>
  | ({ readonly type: 'document' } & Omit<ExchangedDocument, 'read'> & { readonly read: PackedFile });

/** What the worker answers. */
export type FromExchange =
  | { readonly type: 'progress'; readonly share: number; readonly name: string }
  | { readonly type: 'pieces'; readonly pieces: readonly PackedPiece[]; readonly done: boolean }
  | { readonly type: 'text'; readonly asked: number; readonly document: string }
  | { readonly type: 'failed'; readonly message: string };

/** @returns the piece for its way, and the buffers that are moved with it */
export function packPiece(piece: Piece): { packed: PackedPiece; moved: ArrayBuffer[] } {
  if (piece.type !== 'document') return { packed: piece, moved: [] };
  const read = packFile(piece.read);
  const { words, sentences } = read.reading;
  return {
    packed: { ...piece, read },
    moved: [words, sentences, read.text, ...(isWhole(read.bytes) ? [read.bytes] : [])].map(
      ({ buffer }) => buffer as ArrayBuffer,
    ),
  };
}

/** Whether bytes are all of their buffer, and not a part of one that others look at. */
const isWhole = ({ buffer, byteLength }: Uint8Array): boolean => buffer.byteLength === byteLength;

/** Undoes `packPiece`. */
export function unpackPiece(packed: PackedPiece): Piece {
  return packed.type === 'document' ? { ...packed, read: unpackFile(packed.read) } : packed;
}
