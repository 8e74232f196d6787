import type { Region } from '../../../contract/common.ts';
import { blockIndexAt } from '../../../text/places.ts';
import { listCodes } from '../../codebook/read.ts';
import type { Frame, FrameDocument } from '../../dataset/frame.ts';
import { placeOf } from '../../dataset/rows/place.ts';
import { CURRENT } from '../../documents/current.ts';
import { loadReading } from '../../documents/load.ts';
import { pagesKept } from '../../passages/pages.ts';
import { regionOf } from '../../passages/region.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { Source } from '../asked.ts';
import type { Block, Quote, Section } from '../model.ts';
import { PARTS_MOST } from '../parts.ts';
import { many } from '../words.ts';

/** A distinct place that carries a code, with who put it there and what they say of it. */
interface Found {
  readonly start: number | null;
  readonly end: number | null;
  readonly page: number | null;
  /** The part of its page; null for words. */
  readonly region: Region | null;
  readonly coders: string[];
  readonly comments: string[];
}

interface Row {
  readonly document_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly comment: string;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
}

/** @returns the quotes of each code by document, in the order of the codebook, the documents and the texts */
export function quotesSection(source: Source): Section {
  const { db } = source.frame;
  const codes = listCodes(db, source.asked.scope).filter(({ passages }) => passages > 0);
  const entries = codes.map(({ id, path }) => ({ id: `quotes-${id}`, text: path }));
  return { id: 'quotes', title: 'Quotes', entries, blocks: quotes(source, codes) };
}

async function* quotes(
  source: Source,
  codes: readonly { readonly id: string; readonly path: string }[],
): AsyncGenerator<Block, void> {
  const { frame, asked } = source;
  if (codes.length === 0) yield { kind: 'paragraph', text: 'No passage in scope carries a code.' };
  for (const { id, path } of codes) {
    yield { kind: 'heading', level: 3, text: path, id: `quotes-${id}` };
    const found = foundFor(frame, id);
    for (const document of frame.documents) {
      const places = found.get(document.id);
      if (!places) continue;
      const shown = places.slice(0, asked.quotes ?? places.length);
      yield { kind: 'heading', level: 4, text: document.title };
      for (const place of shown) yield await quoteOf(source, document, place);
      if (shown.length < places.length) {
        const text = `${many(places.length - shown.length, 'more passage')} with this code in this document.`;
        yield { kind: 'paragraph', look: 'note', text };
      }
    }
  }
  const { beyond } = source.parts;
  if (beyond > 0) {
    const text = `The first ${PARTS_MOST} parts of pages are shown; of ${beyond} more it is only said where they are.`;
    yield { kind: 'paragraph', look: 'note', text };
  }
}

/** @returns by document the distinct places that carry a code, in the order of the text; parts of pages by their page, at its end */
function foundFor({ db, part: { narrowing } }: Frame, code: string): Map<string, Found[]> {
  const rows = db.iterate<Row>(sql`
    SELECT current.document_id, c.coder_id, p.comment, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM codings c
    JOIN passages p ON p.id = c.passage_id
    JOIN anchors a ON a.passage_id = c.passage_id AND a.status <> 'lost'
    JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE c.code_id = ${idBytes(code)} AND ${narrowing.coding(sql`c.passage_id`, sql`c.coder_id`)}
    ORDER BY a.start_offset IS NULL, a.start_offset, a.end_offset, a.page, a.y0, a.x0, a.y1, a.x1, c.coder_id, p.id`);
  const documents = new Map<string, Map<string, Found>>();
  for (const row of rows) {
    const { start_offset: start, end_offset: end, page } = row;
    const document = idText(row.document_id);
    const places = documents.get(document) ?? new Map<string, Found>();
    documents.set(document, places);
    const key = [start, end, page, row.x0, row.y0, row.x1, row.y1].join(' ');
    const found = places.get(key) ?? {
      start,
      end,
      page,
      region: regionOf(row),
      coders: [],
      comments: [],
    };
    places.set(key, found);
    const coder = idText(row.coder_id);
    if (!found.coders.includes(coder)) found.coders.push(coder);
    if (row.comment !== '' && !found.comments.includes(row.comment)) found.comments.push(row.comment);
  }
  return new Map([...documents].map(([document, places]) => [document, [...places.values()]]));
}

async function quoteOf(
  { frame, people, parts }: Source,
  document: FrameDocument,
  found: Found,
): Promise<Quote> {
  const reading = loadReading(frame.db, document.readingKey);
  const pages = pagesKept(frame.db, document.readingKey);
  const { start, end, page, region } = found;
  const coders = found.coders.flatMap((coder) => people.get(coder) ?? []).sort();
  const who = `coded by ${coders.join(', ')}`;
  const said = { kind: 'quote', language: reading.language, comment: found.comments.join('\n\n') } as const;
  if (start === null || end === null) {
    const label = pages[(page ?? 0) - 1]?.label ?? String(page);
    const { title, readingKey } = document;
    const picture = region && (await parts.draw({ title, readingKey, region }));
    return { ...said, text: null, picture, source: `Part of page ${label}; ${who}` };
  }
  const place = placeOf(reading, { start, end }, pages);
  const paragraph = blockIndexAt(reading.blocks, start) + 1;
  const where = [
    place.page_label !== null ? pagesCalled(place.page_label, place.page_end_label) : pageNumber(place.page),
    paragraph > 0 ? `¶ ${paragraph}` : '',
  ].filter(Boolean);
  return {
    ...said,
    text: place.quote,
    picture: null,
    source: [where.join(', '), who].filter(Boolean).join('; '),
  };
}

const pagesCalled = (first: string, last: string | null): string =>
  last === null || last === first ? `p. ${first}` : `pp. ${first}–${last}`;

const pageNumber = (page: number | null): string => (page === null ? '' : `p. ${page}`);
