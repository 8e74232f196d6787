import type { Format } from './formats.ts';

/** What a manifest may say of a text beside its title and case. Dates are 2025, 2025-07 or 2025-07-26. */
export interface SourceAttributes {
  readonly issuer?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly language?: string;
  readonly licence?: string;
}

/** A file to be read, and what is known of it beforehand. */
export interface Source {
  readonly path: string;
  readonly format: Format;
  readonly title?: string;
  /** What scripts call the document. */
  readonly key?: string;
  readonly case?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** SHA-256 that the file must have, hexadecimal in lower case. */
  readonly sha256?: string;
  readonly attributes?: SourceAttributes;
}

/**
 * One row of what a person picked: a file to be read, or why one is not, in a sentence. The name is what to call it in a
 * report: its path within the folder that was picked.
 */
export type Found =
  | { readonly name: string; readonly source: Source }
  | { readonly name: string; readonly state: 'failed' | 'skipped'; readonly message: string };
