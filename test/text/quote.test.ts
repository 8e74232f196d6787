import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapSpan } from '../../src/text/offsets.ts';
import { CONTEXT, quoteOf } from '../../src/text/quote.ts';
import { wellFormedText } from './strings.ts';

describe('a quote', () => {
  it('stands in the text where it was taken, with whole characters around it', () => {
    fc.assert(
      fc.property(wellFormedText, fc.nat(200), fc.nat(200), fc.nat(40), (text, start, end, context) => {
        const span = snapSpan(text, { start, end });
        const { exact, prefix, suffix } = quoteOf(text, span, context);
        expect(exact).toBe(text.slice(span.start, span.end));
        expect(text.slice(0, span.start).endsWith(prefix)).toBe(true);
        expect(text.slice(span.end).startsWith(suffix)).toBe(true);
        for (const part of [prefix, suffix]) {
          expect(part.length).toBeLessThanOrEqual(context);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(prefix.length).toBeGreaterThanOrEqual(Math.min(context - 1, span.start));
        expect(suffix.length).toBeGreaterThanOrEqual(Math.min(context - 1, text.length - span.end));
      }),
    );
  });

  it('carries 32 units of context, one fewer where a pair would be cut', () => {
    const text = `𝒳${'a'.repeat(CONTEXT - 1)}quote${'b'.repeat(CONTEXT - 1)}𝒳`;
    const span = { start: text.indexOf('quote'), end: text.indexOf('quote') + 5 };
    expect(quoteOf(text, span)).toEqual({ exact: 'quote', prefix: 'a'.repeat(31), suffix: 'b'.repeat(31) });
  });

  it('is refused for a span that does not fit', () => {
    expect(() => quoteOf('𝒳', { start: 1, end: 2 })).toThrow(RangeError);
  });
});
