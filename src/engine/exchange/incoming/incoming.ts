import type { SaidQuote } from '../anchoring/quoted-text.ts';

/**
 * What forms without texts say of a document of the open project: Web Annotations, Hypothesis, tables of codings. Each form
 * is read into these; `land.ts` finds documents, words and codes for them.
 */
export interface Incoming {
  /** What identifies it in its file, for identities that are made of it. */
  readonly key: string;
  /** Its identity, where it has one that is a UUID. */
  readonly guid: string | null;
  readonly creator: { readonly id: string; readonly name: string } | null;
  readonly createdAt?: string | undefined;
  readonly source: SaidSource;
  /** Null where it is about the document as a whole. */
  readonly selection: Selection | null;
  readonly tags: readonly SaidTag[];
  readonly comments: readonly string[];
  /** 0 to 100. */
  readonly weight: number | null;
  /** The key of the annotation that this one answers. */
  readonly answers?: string | undefined;
}

/** How a file names a document. */
export interface SaidSource {
  /** UUIDs, lower case. */
  readonly ids: readonly string[];
  /** Titles, names of files, and addresses whose last part is one. */
  readonly names: readonly string[];
}

/** A code as a file names it. */
export interface SaidTag {
  /** A UUID, lower case; null where it has only a name. */
  readonly guid: string | null;
  /** From the top of the codebook to the code itself. */
  readonly path: readonly string[];
}

/** Where a selection is said to lie: all that is given is meant to be the same place. */
export interface Selection {
  readonly quote: SaidQuote | null;
  readonly positions: readonly SaidPosition[];
  readonly region: SaidRegion | null;
}

/** Offsets from the start of the document; the unit that is probable, since programs differ from what their form says. */
export interface SaidPosition {
  readonly unit: 'codePoints' | 'utf16';
  readonly start: number;
  readonly end: number;
}

/** A part of a page: its number from 1, points from its top left. */
export interface SaidRegion {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a file holds, once it was read. */
export interface IncomingFile {
  /** The program that wrote it, where it says so. */
  readonly tool: string;
  readonly title: string;
  readonly annotations: readonly Incoming[];
}
