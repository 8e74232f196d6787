import type { RefiProfile } from '../../../../contract/exports.ts';

/** What a program that reads REFI-QDA expects beyond the standard, or against it. */
export interface Rules {
  /** Line ends of texts as CR LF. */
  readonly crlf: boolean;
  /** Whether CR LF counts as two in positions; the standard counts code points of the file, and LF is one. */
  readonly countsCr: boolean;
  /** Positions in UTF-16 units instead of code points. */
  readonly utf16: boolean;
  /** A byte order mark before each text; it is never counted. */
  readonly bom: boolean;
  /** Parts of pages from the top left instead of the bottom left. */
  readonly topLeft: boolean;
  /** Whether a source may refer to its notes; otherwise the notes are linked to it. */
  readonly notesOnSources: boolean;
  /** Whether two codes may have one name. */
  readonly sameNames: boolean;
  /** Whether selections are called by their first words. */
  readonly namesSelections: boolean;
}

const STANDARD: Rules = {
  crlf: false,
  countsCr: false,
  utf16: false,
  bom: false,
  topLeft: false,
  notesOnSources: true,
  sameNames: true,
  namesSelections: true,
};

/** As each program was seen to write or read: NVivo as it writes itself, MAXQDA as other programs write for it. */
export const RULES: Readonly<Record<RefiProfile, Rules>> = {
  standard: STANDARD,
  nvivo: { ...STANDARD, crlf: true, countsCr: true, utf16: true, bom: true, namesSelections: false },
  atlas: { ...STANDARD, notesOnSources: false },
  maxqda: { ...STANDARD, crlf: true },
  qualcoder: { ...STANDARD, topLeft: true, sameNames: false },
};
