import type { Span } from '../../text/reading.ts';

/** Where the query was found: the document's place among those asked about, and the span, UTF-16. */
export interface Placed extends Span {
  readonly document: number;
}
