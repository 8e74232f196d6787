import type { FrameDocument } from '../../../dataset/frame.ts';
import { pagesKept } from '../../../passages/pages.ts';
import { type Box, regionOf } from '../../../passages/region.ts';
import { idText } from '../../../store/ids.ts';
import { type Query, sql } from '../../../store/sql.ts';
import { type Point, plainSpace } from '../page-spaces.ts';
import type { Refi } from './context.ts';
import { positionsIn } from './positions.ts';
import { attribute, element, guid, isHeld, textElement } from './xml.ts';

interface StoredPassage extends Box {
  readonly id: Uint8Array;
  readonly comment: string;
  readonly created_at: string;
  readonly created_by: Uint8Array;
  readonly start_offset: number;
  readonly end_offset: number;
}

interface StoredCoding {
  readonly id: Uint8Array;
  readonly passage_id: Uint8Array;
  readonly code_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly created_at: string;
}

/** How many code points of its words a selection is called by. */
const NAMED = 80;

/** @returns the passages of words in scope that have a place in the present text */
export function* spansIn(refi: Refi, document: FrameDocument, text: string): Generator<string, void> {
  const position = positionsIn(text, refi.rules);
  for (const [passage, inside] of passagesIn(refi, document, sql`a.kind = 'span'`)) {
    const { start_offset: start, end_offset: end } = passage;
    const attributes =
      attribute('guid', guid(idText(passage.id))) +
      attribute('name', refi.rules.namesSelections ? firstWords(text, start, end) : undefined) +
      attribute('startPosition', position(start)) +
      attribute('endPosition', position(end)) +
      refi.made(passage);
    yield element('PlainTextSelection', attributes, inside);
  }
}

/** @returns the parts of pages in scope, in whole points around them */
export function* regionsIn(refi: Refi, document: FrameDocument): Generator<string, void> {
  const pages = pagesKept(refi.frame.db, document.readingKey);
  for (const [passage, inside] of passagesIn(refi, document, sql`a.kind = 'region'`)) {
    const { page, x0, y0, x1, y1 } = passage;
    if (page === null || x0 === null || y0 === null || x1 === null || y1 === null) continue;
    const { toOwn } = refi.spacesOf(document).get(page) ?? plainSpace(pages[page - 1]?.height ?? 0);
    const [one, other] = [
      { x: x0, y: y0 },
      { x: x1, y: y1 },
    ].map((corner) => (refi.rules.topLeft ? corner : toOwn(corner))) as [Point, Point];
    const [low, high] = [Math.floor(Math.min(one.y, other.y)), Math.ceil(Math.max(one.y, other.y))];
    const [top, bottom] = refi.rules.topLeft ? [low, high] : [high, low];
    const attributes =
      attribute('guid', guid(idText(passage.id))) +
      attribute('page', page - 1) +
      attribute('firstX', Math.floor(Math.min(one.x, other.x))) +
      attribute('firstY', top) +
      attribute('secondX', Math.ceil(Math.max(one.x, other.x))) +
      attribute('secondY', bottom) +
      refi.made(passage);
    yield element('PDFSelection', attributes, inside);
  }
}

/**
 * @returns the parts of a picture in scope, in whole pixels around them; they are counted as the picture is shown, turned as its
 * own metadata ask for (section 9.1.5), which is how they are kept
 */
export function* partsIn(refi: Refi, document: FrameDocument): Generator<string, void> {
  for (const [passage, inside] of passagesIn(refi, document, sql`a.kind = 'region'`)) {
    const { x0, y0, x1, y1 } = passage;
    if (x0 === null || y0 === null || x1 === null || y1 === null) continue;
    const attributes =
      attribute('guid', guid(idText(passage.id))) +
      attribute('firstX', Math.floor(x0)) +
      attribute('firstY', Math.floor(y0)) +
      attribute('secondX', Math.ceil(x1)) +
      attribute('secondY', Math.ceil(y1)) +
      refi.made(passage);
    yield element('PictureSelection', attributes, inside);
  }
}

function* passagesIn(
  refi: Refi,
  document: FrameDocument,
  isOfKind: Query,
): Generator<readonly [StoredPassage, string], void> {
  const codings = codingsIn(refi, document, isOfKind);
  for (const passage of storedPassages(refi, document, isOfKind)) {
    const id = idText(passage.id);
    const inside =
      textElement('Description', refi.said(id, 'description', passage.comment)) +
      (codings.get(id) ?? '') +
      refi.noteRefs(id);
    yield [passage, inside];
  }
}

/** @returns them by their place, as the dataset has them */
function storedPassages(
  { frame: { db, part } }: Refi,
  document: FrameDocument,
  isOfKind: Query,
): Iterable<StoredPassage> {
  return db.iterate<StoredPassage>(sql`
    SELECT p.id, p.comment, p.created_at, p.created_by, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM passages p JOIN anchors a ON a.passage_id = p.id AND a.version_id = ${document.versionId}
    WHERE p.document_id = ${document.idBytes} AND ${isOfKind} AND a.status <> 'lost' AND ${part.passages(document)}
    ORDER BY a.start_offset, a.end_offset, a.page, a.y0, a.x0, a.y1, a.x1, p.id`);
}

/** @returns the codings of a document by passage, as they are written */
function codingsIn(refi: Refi, document: FrameDocument, isOfKind: Query): Map<string, string> {
  const { db, part } = refi.frame;
  const codings = new Map<string, string>();
  const rows = db.iterate<StoredCoding>(sql`
    SELECT c.id, c.passage_id, c.code_id, c.coder_id, c.created_at
    FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
    WHERE a.version_id = ${document.versionId} AND ${isOfKind} AND a.status <> 'lost' AND ${part.codings(document)}
    ORDER BY c.passage_id, c.id`);
  for (const row of rows) {
    const id = idText(row.id);
    const coder = refi.coder(row.coder_id);
    const attributes =
      attribute('guid', guid(id)) + attribute('creatingUser', coder && guid(coder)) + refi.at(row.created_at);
    const code = element('CodeRef', attribute('targetGUID', guid(idText(row.code_id))), '');
    const passage = idText(row.passage_id);
    codings.set(
      passage,
      (codings.get(passage) ?? '') + element('Coding', attributes, code + refi.noteRefs(id)),
    );
  }
  return codings;
}

/** @returns the first words of a passage in one line, as programs list it; none that XML would have to change */
function firstWords(text: string, start: number, end: number): string | undefined {
  // More units than that many code points take, unless most of them are white space.
  const most = start + 4 * NAMED;
  const quote = text.slice(start, Math.min(end, most)).replace(/\s+/g, ' ').trim();
  const points = Array.from(quote);
  const isWhole = points.length <= NAMED && end <= most;
  const words = isWhole ? quote : `${points.slice(0, NAMED).join('').trimEnd()}…`;
  return isHeld(words) ? words : undefined;
}

/** @returns an exact part of a page, for the note that Colligo reads back */
export function* exactRegions(refi: Refi) {
  for (const document of refi.frame.documents) {
    for (const passage of storedPassages(refi, document, sql`a.kind = 'region'`)) {
      const region = regionOf(passage);
      if (region) yield { passage: idText(passage.id), ...region };
    }
  }
}
