import type { PassageRow } from '../../contract/passages.ts';
import type { Scope } from '../../contract/scope.ts';
import { unpackGlyphs } from '../../text/glyph-packing.ts';
import { type GlyphRun, type PageRect, rectsOfSpan } from '../../text/pages.ts';
import { readTree, showPath } from '../codebook/tree.ts';
import { listCoders } from '../coders/read.ts';
import { passagesInDocument } from '../passages/read.ts';
import { type Sql, sql } from '../store/sql.ts';

/** A passage as an annotation: on one page, over so many rectangles. */
export interface Mark {
  /** Physical page, from 1. */
  readonly page: number;
  /** In points from the top left of the page as it is shown, in reading order. */
  readonly rects: readonly PageRect[];
  /** #rrggbb, of its first code. */
  readonly colour: string;
  /** The codes, a line each, with who applied them; then the comment. */
  readonly contents: string;
  /** Who the annotation is by: the coders, separated by commas. */
  readonly author: string;
  /** When the passage was made, ISO 8601. */
  readonly at: string;
}

export interface Marks {
  readonly marks: readonly Mark[];
  readonly passages: number;
  /** Passages that have no place on a page. */
  readonly left: number;
}

interface Page {
  readonly number: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly glyphs: Uint8Array;
}

/** The colour of passages with a comment only. */
const PLAIN = '#808080';

/**
 * @param document its id
 * @param key readings.key of its current version
 * @returns its passages in scope, an annotation for each page that a passage touches
 */
export function marksOf(db: Sql, document: string, key: number, scope: Scope | undefined): Marks {
  const codes = new Map(readTree(db).map((code) => [code.id, code]));
  const coders = new Map(listCoders(db).map(({ id, name }) => [id, name]));
  const pages = db.all<Page>(sql`
    SELECT number, start_offset, end_offset, glyphs FROM pages WHERE reading_key = ${key} ORDER BY number`);
  const runs = new Map<number, GlyphRun[]>();
  const runsOf = (page: Page) => {
    const known = runs.get(page.number) ?? unpackGlyphs(page.glyphs);
    runs.set(page.number, known);
    return known;
  };
  const marks: Mark[] = [];
  let left = 0;
  const passages = passagesInDocument(db, document, scope).filter(
    ({ codings, comment }) => codings.length > 0 || comment !== '',
  );
  for (const passage of passages) {
    const lines = passage.codings.map(({ codeId, coderId }) => {
      const code = codes.get(codeId);
      return `${code ? showPath(code.path) : ''} (${coders.get(coderId) ?? ''})`;
    });
    const said = {
      colour: codes.get(passage.codings[0]?.codeId ?? '')?.colour ?? PLAIN,
      contents: [lines.join('\n'), passage.comment].filter(Boolean).join('\n\n'),
      author: [...new Set(passage.codings.map(({ coderId }) => coders.get(coderId) ?? ''))].join(', '),
      at: passage.createdAt,
    };
    const before = marks.length;
    for (const { page, rects } of placesOf(passage, pages, runsOf)) marks.push({ ...said, page, rects });
    if (marks.length === before) left++;
  }
  return { marks, passages: passages.length - left, left };
}

function placesOf(
  { region, start, end }: PassageRow,
  pages: readonly Page[],
  runsOf: (page: Page) => GlyphRun[],
): { page: number; rects: PageRect[] }[] {
  if (region) {
    const { page, ...rect } = region;
    return [{ page, rects: [rect] }];
  }
  return pages
    .filter((page) => page.start_offset < end && page.end_offset > start)
    .map((page) => ({ page: page.number, rects: rectsOfSpan(runsOf(page), { start, end }) }))
    .filter(({ rects }) => rects.length > 0);
}
