import type { RawDocument, RawPage } from '../raw.ts';
import { compose, type PieceBlock, type Structured } from './compose.ts';
import { flow, type PageFlow } from './flow.ts';
import { findFurniture } from './furniture.ts';
import { namedHeadings } from './headings.ts';
import { classify, levelHeadings, looksOf, lowestOf, type NamedLooks } from './kinds.ts';
import { nestLists } from './lists.ts';
import { measure } from './measure.ts';
import { orderLines } from './order.ts';
import { type Draft, gather, type Rules } from './paragraphs.ts';
import { type Placed, type PlacedPage, placePage } from './place.ts';
import { type Row, rowsOf } from './rows.ts';
import { type Counter, partTables } from './tables.ts';

/** A page's rows, told apart. */
interface PageRows {
  readonly heads: readonly Row[];
  readonly body: readonly Row[];
  readonly turned: readonly Row[];
  readonly feet: readonly Row[];
}

function rowsOfPage(
  index: number,
  { height }: RawPage,
  placed: PlacedPage,
  isFurniture: (one: Placed) => boolean,
): PageRows {
  const rows = (lines: readonly Placed[]) => rowsOf(index, orderLines(lines));
  const furniture = placed.upright.filter(isFurniture);
  return {
    heads: rows(furniture.filter(({ base }) => base < height / 2)),
    body: rows(placed.upright.filter((one) => !isFurniture(one))),
    turned: rows(placed.turned),
    feet: rows(furniture.filter(({ base }) => base >= height / 2)),
  };
}

const artifacts = (rows: readonly Row[]): Draft[] =>
  rows.map((row) => ({ kind: 'artifact', level: null, rows: [row] }));

function toFlow(
  rows: PageRows,
  body: readonly Draft[],
  rules: Rules,
  isFurniture: (row: Row) => boolean,
): PageFlow {
  const isNote = ({ kind }: Draft) => kind === 'footnote';
  const turned = gather(rows.turned, rules).map((group): Draft => {
    const kind = group.every(isFurniture) ? 'artifact' : 'paragraph';
    return { kind, level: null, rows: group };
  });
  return {
    heads: artifacts(rows.heads),
    body: body.filter((draft) => !isNote(draft)),
    feet: [...body.filter(isNote), ...turned, ...artifacts(rows.feet)],
  };
}

/** The blocks of a page's text, in reading order. */
function draftPage(rows: readonly Row[], rules: Rules, named: NamedLooks | null, count: Counter): Draft[] {
  const lowest = lowestOf(rows, rules);
  return Array.from(partTables(rows, count)).flatMap((part) =>
    'drafts' in part ? part.drafts : classify(gather(part.rows, rules), rules, named, lowest),
  );
}

function* toPieces(drafts: Iterable<Draft>): Generator<PieceBlock> {
  for (const { rows, ...facts } of drafts) {
    const pieces = rows.flatMap(({ parts, page }, index) =>
      parts.map(({ line, gap }, part) => ({
        line,
        page,
        gap: part > 0 ? gap : index > 0 ? ('\n' as const) : ('' as const),
      })),
    );
    yield { ...facts, pieces };
  }
}

/**
 * Makes a text of what a PDF says: its lines in reading order, its blocks, and the stretch and glyphs of every page.
 * @param options the most blocks that the text may have; the first one too many is refused with an ImportError
 */
export function structurePages(raw: RawDocument, { most }: { readonly most: number }): Structured {
  const placed = raw.pages.map(placePage);
  const furniture = findFurniture(raw.pages, placed);
  const pages = raw.pages.map((page, index) =>
    rowsOfPage(index, page, placed[index] ?? { upright: [], turned: [] }, ({ line }) => furniture.has(line)),
  );
  const bodies = pages.map(({ body }) => body);
  const headings = namedHeadings(bodies, raw.outline);
  const rules: Rules = { measures: measure(bodies), headings };
  const named = looksOf(headings);
  let tables = 0;
  const drafts = levelHeadings(bodies.map((rows) => draftPage(rows, rules, named, () => tables++)));
  const isFurniture = ({ parts }: Row) => parts.every(({ line }) => furniture.has(line));
  const flows = pages.map((page, index) => toFlow(page, drafts[index] ?? [], rules, isFurniture));
  return compose(raw.pages, toPieces(nestLists(flow(flows, rules))), most);
}
