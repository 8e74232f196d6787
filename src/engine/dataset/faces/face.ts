import type { Format, RefiOptions } from '../../../contract/exports.ts';
import type { Frame } from '../frame.ts';
import type { Content, Poured } from '../output/pour.ts';

/** A file of a face, made when it is written. */
export interface FaceFile {
  /** Within the dataset, ASCII, with slashes; a face that is one file takes the target's name instead. */
  readonly path: string;
  readonly content: Content;
  /** Whether it is deflated within an archive; it is stored, where it is left out. */
  readonly isPacked?: boolean;
  /** Asked once the content was written: how many rows it has, the header not counted; null where it is no table. */
  readonly rows?: () => number | null;
  /** Of a text or picture: the title of its document. */
  readonly title?: string;
  /** Told what was written before the next file is made. */
  readonly onWritten?: (poured: Poured) => void;
}

/** What a face is asked for. */
export interface FaceOptions {
  /** Whether the canonical texts go along, where the face has a place for them. */
  readonly texts: boolean;
  /** Whether pictures of parts of pages go along, likewise. */
  readonly images?: boolean | undefined;
  /** How a REFI-QDA project is written. */
  readonly refi?: RefiOptions | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told after each document of codings and each unit of the matrix, and after each text and picture. */
  readonly onStep?: (() => void) | undefined;
}

/** One form of the dataset: the same tables, as some program or person reads them best. */
export interface Face {
  readonly format: Format;
  /** One sentence for people: what it is and what reads it. */
  readonly about: string;
  /** One file at the target, instead of a folder or zip. */
  readonly isSingle: boolean;
  /** Whether that one file is a zip, of the face’s files and nothing else. */
  readonly isArchive?: boolean;
  /**
   * The ending of the tables' files, `<table><ending>` or `<table>/…<ending>`: the data dictionary describes them. Null
   * where the face does not hold the tables of the dataset, and describes itself.
   */
  readonly tables: '.csv' | '.jsonl' | '.parquet' | null;
  /** A paragraph for the data dictionary, on what is different in the tables of this face. */
  readonly rule?: string;
  /**
   * @returns the files in the order of writing, the same for the same project; each is written before the next is asked for.
   * A folder or zip gets datapackage.json, SHA256SUMS and (where it holds the tables) DICTIONARY.md beside them
   */
  files(frame: Frame, options: FaceOptions): Iterable<FaceFile> | AsyncIterable<FaceFile>;
}
