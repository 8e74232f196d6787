import type { CodeLabel, CodeLink } from '../codebook/whole.ts';
import type { ReadFile } from '../import/read-source.ts';

/**
 * The neutral form that projects of other programs are read into: pieces, one after the other, so that a large project is
 * never in memory as a whole. Whoever reads a format yields pieces; `carry` makes rows of them in one step. Offsets are
 * UTF-16 units of the document's own canonical text: a reader converts, verifies and mends before it yields.
 *
 * Identities are UUIDs as text, in lower case, without braces. A reader keeps those of the file; where the file has none, it
 * makes one that is the same each time the same file is read (`identity.ts`), so that reading a file twice changes nothing.
 * Times are ISO 8601 in UTC with milliseconds; left out where the file does not say.
 */
export type Piece =
  | ({ readonly type: 'project' } & ExchangedProject)
  | ({ readonly type: 'coder' } & ExchangedCoder)
  | ({ readonly type: 'code' } & ExchangedCode)
  | ({ readonly type: 'attribute' } & ExchangedAttribute)
  | ({ readonly type: 'document' } & ExchangedDocument)
  | ({ readonly type: 'passages' } & ExchangedPassages)
  | ({ readonly type: 'case' } & ExchangedCase)
  | ({ readonly type: 'memo' } & ExchangedMemo)
  | ({ readonly type: 'review' } & ExchangedReview)
  | ({ readonly type: 'version' } & ExchangedVersion)
  | ({ readonly type: 'attachment' } & ExchangedAttachment)
  | ({ readonly type: 'missing' } & MissingFile)
  | ({ readonly type: 'said' } & Remark);

/** Comes first, once. */
export interface ExchangedProject {
  /** The program that wrote the file, with its version where it says so: “NVivo 12”, “QualCoder 3.6”. */
  readonly tool: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag, where the file has one for the whole project. */
  readonly language?: string;
  /**
   * Whether each passage of the file is a passage of its own. Otherwise passages of one place become one, since most
   * programs write one for each coding.
   */
  readonly keepsPassages: boolean;
}

export interface ExchangedCoder {
  readonly id: string;
  readonly name: string;
  /** A person, where it is left out. */
  readonly kind?: 'person' | 'consensus';
  readonly createdAt?: string;
}

/** A code; parents come before the codes under them, siblings in their order. */
export interface ExchangedCode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly definition?: string;
  readonly useWhen?: string;
  readonly useNotWhen?: string;
  readonly example?: string;
  /** #rrggbb; the next of the palette where it is left out. */
  readonly colour?: string;
  readonly codable?: boolean;
  readonly labels?: readonly CodeLabel[];
  /** Stated once, at either code; the other may come later. */
  readonly links?: readonly CodeLink[];
  readonly createdAt?: string;
  readonly createdBy?: string;
}

export interface ExchangedAttribute {
  readonly id: string;
  readonly name: string;
  readonly appliesTo: 'document' | 'case';
  readonly kind: 'text' | 'number' | 'boolean' | 'choice' | 'date';
  readonly description?: string;
  /** Of a choice: its labels in order. A label that only a value names is added behind them. */
  readonly choices?: readonly string[];
}

/** A value of an attribute that came before; a number, boolean or date as its kind asks, a choice by its label. */
export interface ExchangedValue {
  readonly attribute: string;
  readonly value: string | number | boolean;
}

export interface ExchangedDocument {
  readonly id: string;
  readonly title: string;
  /** A short name for scripts, where the file has one. */
  readonly key?: string | null;
  readonly fileName: string;
  /** Text, blocks, words and original, as an import of the file itself gives them. */
  readonly read: ReadFile;
  readonly createdAt?: string;
  readonly createdBy?: string;
  readonly values: readonly ExchangedValue[];
  readonly passages: readonly ExchangedPassage[];
}

/** Passages of a document that is in the open project already, from a form that carries no texts. */
export interface ExchangedPassages {
  /** Its id in the project. */
  readonly document: string;
  readonly passages: readonly ExchangedPassage[];
}

export interface ExchangedPassage {
  /** Left out where it has none of its own. */
  readonly id?: string;
  /** Words of the document's text (UTF-16 units), or a part of a page: its number from 1, points from the top left. */
  readonly place: ExchangedPlace;
  readonly comment?: string;
  readonly createdAt?: string;
  readonly createdBy?: string;
  readonly codings: readonly ExchangedCoding[];
}

export type ExchangedPlace =
  | { readonly start: number; readonly end: number }
  | {
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

export interface ExchangedCoding {
  readonly id?: string;
  readonly code: string;
  /** Of a coder that came before; the unknown coder where it is left out or did not come. */
  readonly coder?: string;
  /** 0 to 100. */
  readonly weight?: number | null;
  readonly createdAt?: string;
}

/** Comes after the documents. */
export interface ExchangedCase {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly documents: readonly string[];
  readonly values: readonly ExchangedValue[];
  readonly createdAt?: string;
}

/** Comes after what it is about. */
export interface ExchangedMemo {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly about:
    | { readonly kind: 'project' }
    | { readonly kind: 'document' | 'passage' | 'code' | 'case' | 'coding'; readonly id: string }
    | { readonly kind: 'pair'; readonly passage: string; readonly other: string }
    | { readonly kind: 'cell'; readonly code: string; readonly document?: string; readonly case?: string };
  readonly createdAt?: string;
  readonly createdBy?: string;
}

/** That a coder looked for a code in a document and judged it as it reads at present. */
export interface ExchangedReview {
  readonly id: string;
  readonly document: string;
  readonly code: string;
  readonly coder: string;
  readonly createdAt?: string;
  /** SHA-256 (hexadecimal) of what the code said then; as it reads now, where it is left out. */
  readonly meaning?: string;
}

/** A named state of the codebook. */
export interface ExchangedVersion {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly locked: boolean;
  /** The body of the state, as the store keeps it. */
  readonly body: string;
  readonly createdAt?: string;
  readonly createdBy?: string;
}

/** A file that is kept as it is: a recording, a picture, or what holds things that have no place here. */
export interface ExchangedAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why it is kept. */
  readonly note: string;
  /** Of a document that came before. */
  readonly document?: string;
  readonly createdAt?: string;
  readonly createdBy?: string;
}

/**
 * Something for the report. `mended`: a place or a form was put right. `kept`: it has no place here and was kept as
 * something else. `left`: it could not be carried. Remarks of the same words are counted together, so the words say what
 * happened in general, and the subject names what it happened to.
 */
export interface Remark {
  readonly what: 'mended' | 'kept' | 'left';
  /** One sentence: “A selection ran past the end of its text and was cut there.” */
  readonly message: string;
  /** What it happened to: the name of a document, a code, a first few words. */
  readonly subject: string;
}

/** A file that the project names and that was not read, so that whoever imports may say where it is. */
export interface MissingFile {
  /** What it is the file of. */
  readonly name: string;
  /** As the project has it. */
  readonly path: string;
  /** Whether it lies on this computer, where it may not be read without leave. */
  readonly isThere: boolean;
}

export interface PresentDocument {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  /** @returns its canonical text */
  readonly text: () => Promise<string>;
}

/** What a reader may ask for while it reads. */
export interface ReaderContext {
  /** BCP 47 tag of texts that do not say. */
  readonly language: string;
  /** The documents of the open project, for forms that carry no texts. */
  readonly documents: readonly PresentDocument[];
  /** The codes of the open project: a code of another program that has no identity is the one of exactly this path. */
  readonly codes: readonly { readonly id: string; readonly path: readonly string[] }[];
  /** Whether files may be read that the project names and that lie neither in it nor beside it. */
  readonly elsewhere?: boolean;
  /** Folders to look in for files that the project names and that are not found. */
  readonly folders?: readonly string[];
  /** Told how much has been read, from 0 to 1, and of what. */
  readonly onProgress: (share: number, name: string) => void;
}

/**
 * Reads one file or folder of another program. Runs in a worker, which may be ended at any time.
 * @param path the file, or the folder of a project that is one
 * @throws ExchangeError with one sentence for people; nothing has been written then
 */
export type ExchangeReader = (path: string, context: ReaderContext) => AsyncGenerator<Piece>;
