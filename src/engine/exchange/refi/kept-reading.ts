import * as z from 'zod';
import { unpackGlyphs } from '../../../text/glyph-packing.ts';
import { isWithin } from '../../../text/offsets.ts';
import { type PageReading, unitsOf } from '../../../text/pages.ts';
import { BLOCK_KINDS, type Block } from '../../../text/reading.ts';
import { LIMITS } from '../../import/limits.ts';
import { identityOf } from '../identity.ts';

/**
 * How Colligo read the file that a document was imported from, as JSON within `sources`: beside the original and the text,
 * so that whoever reads the project need not parse the original again, which takes by far the most time. It is taken for what
 * parsing would give where both hashes and the way of reading agree and it fits the text; else the original is parsed.
 * Words and sentences are not in it: they are found again.
 */
export const KEPT_READING_FORMAT = 1;

/** What stands for it among the files, by the identity of its document. */
export const keptReadingOf = (document: string): string => identityOf(document, 'reading');

const Whole = z.int().min(0);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Points = z.number().positive().max(1e6);

const KeptBlock = z.object({
  kind: z.enum(BLOCK_KINDS),
  level: z.int().min(1).max(99).nullable(),
  start: Whole,
  end: Whole,
  cell: z.object({ table: Whole, row: Whole, column: Whole }).optional(),
  marks: z
    .array(
      z.object({
        kind: z.enum(['emphasis', 'strong', 'strike', 'code', 'link']),
        start: Whole,
        end: Whole,
        target: z.string().optional(),
      }),
    )
    .optional(),
});

/** A page of the reading; where its letters stand in base64. */
const KeptPage = z.object({
  number: z.int().min(1),
  label: z.string(),
  width: Points,
  height: Points,
  start: Whole,
  end: Whole,
  glyphs: z.base64(),
});

const KeptReading = z.object({
  format: z.literal(KEPT_READING_FORMAT),
  /** As `EXTRACTORS` name it. */
  extractor: z.string(),
  /** SHA-256 of the original, and of the text as UTF-8. */
  original: Hash,
  text: Hash,
  blocks: z.array(KeptBlock).max(LIMITS.blocks),
  pages: z.array(KeptPage),
});
type KeptReading = z.infer<typeof KeptReading>;

export type KeptHead = Omit<KeptReading, 'format' | 'blocks' | 'pages'>;

/** @returns the reading as JSON in pieces, a page or a block a line */
export function* keptReadingJson(
  head: KeptHead,
  blocks: readonly Block[],
  pages: Iterable<PageReading>,
): Generator<string, void> {
  yield `{"format":${KEPT_READING_FORMAT},${JSON.stringify(head).slice(1, -1)},"blocks":[`;
  let separator = '\n';
  for (const block of blocks) {
    yield separator + JSON.stringify(block);
    separator = ',\n';
  }
  yield '],"pages":[';
  separator = '\n';
  for (const { glyphs, ...page } of pages) {
    yield separator + JSON.stringify({ ...page, glyphs: Buffer.from(glyphs).toString('base64') });
    separator = ',\n';
  }
  yield ']}\n';
}

/** What a reading says of its text. */
export interface Structure {
  readonly blocks: readonly Block[];
  readonly pages: readonly PageReading[];
}

/**
 * @param json from an archive that may come from anybody
 * @param head what the reading has to be of
 * @param text the canonical text, of that hash
 * @returns what it says; null where it is of something else, damaged, or does not fit the text
 */
export function readKeptReading(json: string, head: KeptHead, text: string): Structure | null {
  const kept = parsed(json);
  if (kept?.extractor !== head.extractor || kept.original !== head.original || kept.text !== head.text)
    return null;
  if (!blocksFit(kept.blocks, text)) return null;
  const pages = pagesOf(kept.pages, text);
  // The schema leaves out what is undefined, which its type does not say.
  return pages && { blocks: kept.blocks as readonly Block[], pages };
}

function parsed(json: string): KeptReading | null {
  try {
    return KeptReading.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** Blocks follow each other within the text, each with the level that its kind has, and hold their marks. */
function blocksFit(blocks: KeptReading['blocks'], text: string): boolean {
  let from = 0;
  return blocks.every((block) => {
    const { kind, level, start, end, cell, marks = [] } = block;
    if (start < from || !isWithin(text, block) || !hasLevel(kind, level)) return false;
    if (cell && kind !== 'table_cell') return false;
    from = end;
    return marks.every(
      (mark) =>
        mark.start >= start &&
        mark.end <= end &&
        isWithin(text, mark) &&
        (mark.kind === 'link' || mark.target === undefined),
    );
  });
}

function hasLevel(kind: Block['kind'], level: number | null): boolean {
  if (kind === 'heading') return level !== null && level <= 6;
  return (kind === 'list_item' || kind === 'quote') === (level !== null);
}

/** @returns pages that follow each other from the first on, with letters of their own stretches; null for others */
function pagesOf(pages: KeptReading['pages'], text: string): PageReading[] | null {
  let from = 0;
  const read: PageReading[] = [];
  for (const [index, page] of pages.entries()) {
    const glyphs = new Uint8Array(Buffer.from(page.glyphs, 'base64'));
    if (page.number !== index + 1 || page.start < from || !isWithin(text, page)) return null;
    if (!lettersFit(glyphs, page)) return null;
    from = page.end;
    read.push({ ...page, glyphs });
  }
  return read;
}

function lettersFit(glyphs: Uint8Array, { start, end }: { start: number; end: number }): boolean {
  try {
    return unpackGlyphs(glyphs).every((run) => run.start >= start && run.start + unitsOf(run) <= end);
  } catch {
    // It throws for whatever was not packed by it.
    return false;
  }
}
