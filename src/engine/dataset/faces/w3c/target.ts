import { codePoint, toUtf16 } from '../../../../text/offsets.ts';
import { isPictureType } from '../../../import/picture/header.ts';
import type { CODINGS } from '../../fields/codings.ts';
import type { DOCUMENTS } from '../../fields/documents.ts';
import type { RowOf } from '../../fields/field.ts';
import type { Frame, FrameDocument } from '../../frame.ts';
import { readingOf } from '../../rows/reading.ts';
import { around } from './around.ts';
import { urn } from './urn.ts';

/** The syntax of addresses into a PDF: `page=3`, and `viewrect=left,top,width,height` in points from the top left corner. */
const PDF_FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3778';

/** Likewise into a picture: `xywh=pixel:left,top,width,height`, in whole pixels. */
const PICTURE_FRAGMENTS = 'http://www.w3.org/TR/media-frags/';

const PDF = 'application/pdf';

type CodingRow = RowOf<typeof CODINGS>;

/** A document with its row of documents.csv. */
export interface Source {
  readonly document: FrameDocument;
  readonly row: RowOf<typeof DOCUMENTS>;
}

/**
 * @param row a coding whose passage has a place in the current version
 * @returns where it lies: several selectors are alternatives, as the standard has it. Positions count code points of the
 * canonical text; a part of a page has no words and is a rectangle
 */
export function targetOf(frame: Frame, { document, row: facts }: Source, row: CodingRow) {
  return {
    source: {
      id: urn(document.id),
      type: isPictureType(String(facts.media_type)) ? 'Image' : 'Text',
      format: facts.media_type,
      language: facts.language,
      'dc:title': document.title,
      'schema:sha256': facts.original_sha256,
    },
    // Positions count in what this software makes of the file.
    renderedVia: {
      type: 'Software',
      name: facts.extractor,
      'schema:sha256': facts.text_sha256,
    },
    selector:
      row.anchor === 'region' ? regionSelector(row, facts) : wordSelectors(frame, document, facts, row),
  };
}

const fragment = (value: string) => ({ type: 'FragmentSelector', conformsTo: PDF_FRAGMENTS, value });

function regionSelector(
  { page, region_x0, region_y0, region_x1, region_y1 }: CodingRow,
  { media_type: type }: Source['row'],
) {
  const [left, top, right, bottom] = [region_x0, region_y0, region_x1, region_y1].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (isPictureType(String(type))) {
    const [x, y] = [Math.floor(left), Math.floor(top)];
    const value = `xywh=pixel:${[x, y, Math.ceil(right) - x, Math.ceil(bottom) - y].join(',')}`;
    return { type: 'FragmentSelector', conformsTo: PICTURE_FRAGMENTS, value };
  }
  const rect = [left, top, right - left, bottom - top].map((points) => Number(points.toFixed(2)));
  return fragment(`page=${page}&viewrect=${rect.join(',')}`);
}

function wordSelectors(frame: Frame, document: FrameDocument, facts: Source['row'], row: CodingRow) {
  const { text, offsets } = readingOf(frame, document);
  const [start, end] = [Number(row.start), Number(row.end)];
  const span = { start: toUtf16(offsets, codePoint(start)), end: toUtf16(offsets, codePoint(end)) };
  const { prefix, suffix } = around(text, span);
  const quote = {
    type: 'TextQuoteSelector',
    exact: row.quote,
    ...(prefix !== '' && { prefix }),
    ...(suffix !== '' && { suffix }),
  };
  // A page by itself would be more than the quote, and one of several pages less: it is said where the quote is on one.
  const isOnOnePage = facts.media_type === PDF && row.page !== null && row.page === row.page_end;
  return [
    quote,
    { type: 'TextPositionSelector', start, end },
    ...(isOnOnePage ? [{ ...fragment(`page=${row.page}`), refinedBy: quote }] : []),
  ];
}
