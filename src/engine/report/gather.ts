/** How much text (UTF-16 units) is gathered before it goes on. */
const AT_ONCE = 64 * 1024;

/** Gathers small pieces, so that each that goes on is worth packing or writing. */
export async function* gathered(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string, void> {
  let waiting: string[] = [];
  let units = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    units += piece.length;
    if (units < AT_ONCE) continue;
    yield waiting.join('');
    waiting = [];
    units = 0;
  }
  if (units > 0) yield waiting.join('');
}
