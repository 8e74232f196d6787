import { checkSpan, splitsPair } from './offsets.ts';
import type { Span } from './reading.ts';

/** What stands at a span and around it: the TextQuoteSelector of the W3C Web Annotation Data Model, section 4.2.4. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** How many UTF-16 code units of context a quote carries on either side. */
export const CONTEXT = 32;

/**
 * The quote of a span (UTF-16) with up to `context` units on either side; a unit less where a surrogate pair would be split.
 * Derived from the immutable text whenever it is needed, never stored as a judgement. Throws RangeError for a span outside
 * the text or one that splits a pair.
 */
export function quoteOf(text: string, span: Span, context = CONTEXT): Quote {
  checkSpan(text, span);
  let from = Math.max(span.start - context, 0);
  let to = Math.min(span.end + context, text.length);
  if (splitsPair(text, from)) from++;
  if (splitsPair(text, to)) to--;
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(from, span.start),
    suffix: text.slice(span.end, to),
  };
}
