import { packGlyphs } from '../../../text/glyph-packing.ts';
import { refuseBinary } from '../binary.ts';
import { ImportError } from '../errors.ts';
import type { Parsed } from '../parsed.ts';
import { readHeader } from './header.ts';
import { shownSize } from './shown.ts';

/** Changes whenever the same file would be read differently. */
export const PICTURE_EXTRACTOR = 'picture-1';

/**
 * The most pixels that a picture may have: decoded, it takes four bytes for each, however few bytes its file has. The largest
 * cameras in common use make pictures of about this size.
 */
export const MOST_PIXELS = 102_000_000;

/** The longest side, in pixels: what canvases and decoders can hold. */
const LONGEST = 32_767;

/**
 * Reads a picture as a document without words: one page of its size as it is shown, a pixel counted as a point. Its pixels are
 * not decoded. Throws ImportError.
 */
export function readPicture(bytes: Uint8Array<ArrayBuffer>): Parsed {
  const facts = readHeader(bytes);
  if (facts === null) {
    refuseBinary(bytes, false);
    throw new ImportError('damaged', 'The file is named as a picture but is none: get it again.');
  }
  if (facts === 'damaged')
    throw new ImportError('damaged', 'The picture is damaged: its size can’t be read. Get it again.');
  const { width, height } = facts;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST) {
    const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`;
    throw new ImportError(
      'too_large',
      `The picture has ${size}, more than can be shown: save it smaller, or cut it into pieces.`,
    );
  }
  return {
    text: '',
    blocks: [],
    pages: [{ number: 1, label: '1', ...shownSize(facts), start: 0, end: 0, glyphs: packGlyphs([]) }],
    notices: [],
    extractor: PICTURE_EXTRACTOR,
    encoding: 'binary',
    mediaType: facts.mediaType,
  };
}
