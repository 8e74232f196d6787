import { readTree } from '../codebook/tree.ts';
import { insertCode } from '../codebook/write.ts';
import { loadCurrent } from '../documents/load.ts';
import { titleOf } from '../documents/write.ts';
import { counted } from '../find.ts';
import { addCoding, type CodeToMake, checkedSpan, codableName } from '../passages/apply.ts';
import { place } from '../passages/place.ts';
import { idBytes, idText } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { colourName } from './colour-names.ts';
import { findHighlights } from './found-highlights.ts';
import type { FoundHighlight } from './parsed.ts';
import type { FileReader } from './read-file.ts';

export interface Taking {
  readonly document: string;
  /** The code that they get; one that is to be made is taken from the codebook where it is there. */
  readonly under: { readonly code: string } | { readonly create: CodeToMake };
  /** Whether, where colours differ, each gets a code of its own under that one. */
  readonly byColour: boolean;
}

/** What became of the highlights that were found, and the codes that they got. */
export interface Taken {
  readonly found: number;
  /** How many passages got a code. */
  readonly made: number;
  /** How many highlights had theirs before. */
  readonly already: number;
  readonly codeIds: readonly string[];
}

/**
 * Makes passages of the highlights that came with a document's original, as judgements of the present coder in one step;
 * notes and the names of who made them go into the comment. What is there already stays as it is, so that doing it twice adds
 * nothing.
 * @param signal cancels, before anything is written
 * @returns what became of them; the mutation's step is null where all were there
 * @throws ColligoError as `findHighlights` does; REFUSED for a code that only groups; READ_ONLY, NEEDS_CODER, DISK
 */
export async function takeHighlights(
  project: Project,
  reader: FileReader,
  { document, under, byColour }: Taking,
  signal?: AbortSignal,
): Promise<Mutation<Taken>> {
  const highlights = await findHighlights(project, reader, document, signal);
  const id = idBytes(document);
  const title = titleOf(project.db, id);
  const { versionId, reading } = loadCurrent(project.db, id);
  const step = {
    code: 'documents.highlights',
    label: `Make passages of the highlights in “${title}”`,
  };
  return project.write(step, ['passages', 'documents', 'codes', 'reviews'], (writing) => {
    const codes = new Codes(writing, under, byColour && differ(highlights));
    // Two people may have marked the same words: what the second one wrote counts, too.
    const fresh = new Map<string, Uint8Array>();
    let already = 0;
    for (const highlight of highlights) {
      const span = checkedSpan(reading.text, highlight);
      const { first, all } = place(writing, { document: id, versionId, span });
      const code = codes.of(highlight);
      const coding = `${idText(first)} ${code}`;
      if (addCoding(writing, { first, all }, code, null)) fresh.set(coding, first);
      if (fresh.has(coding)) addComment(writing, first, commentOf(highlight));
      else already++;
    }
    const made = new Set([...fresh.values()].map(idText)).size;
    writing.describe(`Make ${counted(made, 'passage')} of the highlights in “${title}”`);
    return { found: highlights.length, made, already, codeIds: codes.used };
  });
}

const nameOf = ({ colour }: FoundHighlight) => (colour === null ? null : colourName(colour));

/** Whether the file says more than one colour. */
const differ = (highlights: readonly FoundHighlight[]) =>
  new Set(highlights.map(nameOf).filter((name) => name !== null)).size > 1;

/** The codes that highlights get, found or made as they are needed. */
class Codes {
  readonly #writing: Writing;
  readonly #under: Taking['under'];
  readonly #byColour: boolean;
  readonly #byName = new Map<string | null, string>();
  /** The code itself, before any is made under it. */
  #root: string | null = null;

  constructor(writing: Writing, under: Taking['under'], byColour: boolean) {
    this.#writing = writing;
    this.#under = under;
    this.#byColour = byColour;
  }

  /** Those that were asked for. */
  get used(): string[] {
    return [...new Set(this.#byName.values())];
  }

  /** @returns the code of a highlight; one of a colour that the file does not say gets the code above the others */
  of(highlight: FoundHighlight): string {
    const name = this.#byColour ? nameOf(highlight) : null;
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const root = this.#rootCode();
    const code =
      name === null
        ? root
        : ensureCode(this.#writing, { name, parentId: root }, highlight.colour?.toLowerCase());
    // It may be one of the codebook that only groups others.
    codableName(this.#writing.db, code);
    this.#byName.set(name, code);
    return code;
  }

  #rootCode(): string {
    if ('code' in this.#under) return this.#under.code;
    this.#root ??= ensureCode(this.#writing, this.#under.create);
    return this.#root;
  }
}

/** @returns the code of that name under the same one, upper and lower case being the same; made where there is none */
function ensureCode(writing: Writing, { name, parentId }: CodeToMake, colour?: string): string {
  const same = (one: string) => one.toLowerCase() === name.toLowerCase();
  const there = readTree(writing.db).find((node) => node.parentId === parentId && same(node.name));
  return there?.id ?? insertCode(writing, { name, parentId, colour });
}

/** What is written beside a highlight: the note with who wrote it, or that somebody made the highlight. */
function commentOf({ note, author }: FoundHighlight): string {
  const [said, who] = [note.trim(), author.trim()];
  if (said === '') return who === '' ? '' : `Highlighted by ${who}`;
  return who === '' ? said : `${who}: ${said}`;
}

/** Adds words to a passage's comment, after what stands there, unless they stand there already. */
function addComment({ db }: Writing, passage: Uint8Array, words: string): void {
  if (words === '') return;
  const before = commentOn(db, passage);
  if (`\n\n${before}\n\n`.includes(`\n\n${words}\n\n`)) return;
  const comment = before === '' ? words : `${before}\n\n${words}`;
  db.run(sql`UPDATE passages SET comment = ${comment} WHERE id = ${passage}`);
}

const commentOn = (db: Sql, passage: Uint8Array): string =>
  db.one<{ comment: string }>(sql`SELECT comment FROM passages WHERE id = ${passage}`).comment;
