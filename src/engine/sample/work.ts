import { readTree } from '../codebook/tree.ts';
import { findDocument } from '../documents/find.ts';
import { loadCurrent } from '../documents/load.ts';
import { applyCodes } from '../passages/apply.ts';
import { commentPassage } from '../passages/write.ts';
import { setReviews } from '../reviews/write.ts';
import { idBytes } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import { findQuote, type Quoted } from './quotes.ts';
import type { Coded, Who } from './sources.ts';

/** A place of a document. */
export interface QuotedPlace {
  /** The document's id. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the words of a brief.
 * @param key the document's short key
 * @throws Error as `findQuote` does
 */
export function placeOf(project: Project, key: string, quoted: Quoted): QuotedPlace {
  const document = findDocument(project.db, key);
  const { text } = loadCurrent(project.db, idBytes(document)).reading;
  return { document, ...findQuote(text, quoted, `the brief “${key}”`) };
}

/**
 * Finds a code by its name, which only one may have.
 * @throws Error where none has it, or several
 */
export function codeCalled({ db }: Project, name: string): string {
  const [code, second] = readTree(db).filter((node) => node.name === name);
  if (code && !second) return code.id;
  throw new Error(`${code ? 'More than one code' : 'No code'} of the taxonomy is called “${name}”.`);
}

/**
 * Codes a brief as one coder did, passage by passage, with their comments.
 * @param pause called before each step
 * @throws Error where words or a code are not found
 */
export function codeBrief(
  project: Project,
  key: string,
  coded: readonly Coded[],
  who: Who,
  pause: () => void,
): void {
  for (const one of coded) {
    if (one[who].length === 0) continue;
    const codes = one[who].map((name) => codeCalled(project, name));
    pause();
    const applied = applyCodes(project, {
      ...placeOf(project, key, one),
      codes,
      weight: one.weight[who] ?? null,
    });
    // A comment is the passage's, so it comes from the one who coded it first.
    if (one.comment === undefined || (who === 'B' && one.A.length > 0)) continue;
    pause();
    commentPassage(project, applied.result.passageId, one.comment);
  }
}

/**
 * Says that the present coder has looked for codes in a brief.
 * @param themes only the codes under these; all that can be applied where it is left out
 * @throws Error where there is no such theme
 */
export function reviewBrief(project: Project, key: string, themes: readonly string[] | undefined): void {
  const nodes = readTree(project.db);
  const unknown = themes?.find((theme) => !nodes.some(({ path }) => path[0] === theme));
  if (unknown !== undefined) throw new Error(`No theme of the taxonomy is called “${unknown}”.`);
  const codes = nodes.filter(({ codable, path }) => codable && (themes?.includes(path[0] ?? '') ?? true));
  setReviews(
    project,
    findDocument(project.db, key),
    codes.map(({ id }) => id),
    true,
  );
}
