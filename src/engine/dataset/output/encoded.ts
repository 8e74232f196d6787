/** How much text (UTF-16 units) is gathered before it is packed. */
const AT_ONCE = 64 * 1024;

/**
 * Gathers small pieces, so that each chunk is worth packing or writing.
 * @returns the text as UTF-8, in chunks
 */
export function* encoded(text: Iterable<string>): Generator<Uint8Array, void> {
  let pieces: string[] = [];
  let units = 0;
  for (const piece of text) {
    pieces.push(piece);
    units += piece.length;
    if (units < AT_ONCE) continue;
    yield Buffer.from(pieces.join(''), 'utf8');
    pieces = [];
    units = 0;
  }
  yield Buffer.from(pieces.join(''), 'utf8');
}
