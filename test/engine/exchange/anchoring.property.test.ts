import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Alignment } from '../../../src/engine/exchange/anchoring/alignment.ts';
import { Utf8Bytes } from '../../../src/engine/exchange/anchoring/bytes.ts';
import { CodePoints } from '../../../src/engine/exchange/anchoring/code-points.ts';
import { QuotedText } from '../../../src/engine/exchange/anchoring/quoted-text.ts';
import { squeeze } from '../../../src/engine/exchange/anchoring/squeezed.ts';
import { orderTree } from '../../../src/engine/exchange/order-tree.ts';

/** Texts of few characters, so that quotes stand in them more than once, with everything that is counted differently. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'é', 'e\u0301', '🙂', '𠮷', 'ﬁ', '中', '.', '\u00AD'), {
    minLength: 1,
    maxLength: 80,
  })
  .map((parts) => parts.join(''));

/** A text with a span of whole characters that holds something visible. */
const spanned = text.chain((whole) => {
  const edges = [0];
  for (const part of whole) edges.push((edges.at(-1) ?? 0) + part.length);
  return fc
    .tuple(fc.nat(edges.length - 1), fc.nat(edges.length - 1))
    .map(([a, b]) => ({ whole, start: edges[Math.min(a, b)] ?? 0, end: edges[Math.max(a, b)] ?? 0 }));
});

const visible = ({ whole, start, end }: { whole: string; start: number; end: number }) =>
  squeeze(whole.slice(start, end), 'marks') !== '';

describe('offsets of other programs', () => {
  test('in code points are those of a list of characters', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: -5, max: 100 }), (whole, offset) => {
        const characters = [...whole];
        const points = new CodePoints(whole);
        expect(points.length).toBe(characters.length);
        const plain = characters.slice(0, Math.max(0, offset)).join('').length;
        const beyond = Math.max(0, offset - characters.length);
        expect(points.toUtf16(offset)).toBe(offset < 0 ? offset : plain + beyond);
      }),
    );
  });

  test('in bytes are those of the text in UTF-8, and whole characters where they fall inside one', () => {
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(20), (whole, offset, times) => {
        const long = whole.repeat(times + 1);
        const bytes = Buffer.from(long, 'utf8');
        const at = Math.min(offset, bytes.length);
        const start = new Utf8Bytes(long).toUtf16(at, 'start');
        const end = new Utf8Bytes(long).toUtf16(at, 'end');
        expect(Buffer.byteLength(long.slice(0, start))).toBeLessThanOrEqual(at);
        expect(Buffer.byteLength(long.slice(0, end))).toBeGreaterThanOrEqual(at);
        if (start !== end) expect([...long.slice(start, end)]).toHaveLength(1);
        else expect(Buffer.byteLength(long.slice(0, start))).toBe(at);
      }),
    );
  });

  test('that are none give NaN', () => {
    for (const wrong of [null, 1.5, Number.NaN, 2 ** 60])
      expect([new CodePoints('ab').toUtf16(wrong), new Utf8Bytes('ab').toUtf16(wrong, 'start')]).toEqual([
        Number.NaN,
        Number.NaN,
      ]);
  });
});

describe('a quoted selection', () => {
  test('stays where it is said to stand, if it reads as quoted', () => {
    fc.assert(
      fc.property(spanned.filter(visible), ({ whole, start, end }) => {
        const exact = whole.slice(start, end);
        expect(new QuotedText(whole).place({ start, end }, { exact })).toEqual({ span: { start, end } });
        const folded = exact.replace(/\s+/g, ' ');
        expect(new QuotedText(whole).place({ start, end }, { exact: folded })).toEqual({
          span: { start, end },
        });
      }),
    );
  });

  test('is found by its words, wherever it is said to stand', () => {
    fc.assert(
      fc.property(
        spanned.filter(visible),
        fc.integer({ min: -50, max: 150 }),
        ({ whole, start, end }, shift) => {
          const exact = whole.slice(start, end);
          const { span } = new QuotedText(whole).place({ start: start + shift, end: end + shift }, { exact });
          expect(span).not.toBeNull();
          expect(squeeze(whole.slice(span?.start, span?.end), 'marks')).toBe(squeeze(exact, 'marks'));
        },
      ),
    );
  });

  test('is the one with the same words around it, where there are several', () => {
    const whole = 'The risk is low. Yet the risk is high. And the risk is known.';
    const quoted = new QuotedText(whole);
    const place = quoted.place(null, { exact: 'risk', prefix: 'Yet the ', suffix: ' is high' });
    expect(place).toEqual({ span: { start: 25, end: 29 } });
    const near = quoted.place({ start: 45, end: 49 }, { exact: 'risk' });
    expect(near.span).toEqual({ start: whole.lastIndexOf('risk'), end: whole.lastIndexOf('risk') + 4 });
    expect(near.remark?.what).toBe('mended');
    expect(quoted.place(null, { exact: 'risk' }).remark?.message).toContain('more than once');
  });

  test('is the one with the same words around it, whatever white space is between, rather than the nearest', () => {
    const quoted = new QuotedText('One grid here.\n\nTwo\u00A0 grid there.\nThree grid.');
    const quote = { exact: 'grid', prefix: 'here.\r\n Two ', suffix: ' there.\n\n\n' };
    for (const near of [null, { start: 0, end: 4 }, { start: 40, end: 44 }])
      expect(quoted.find(near, quote)?.span).toEqual({ start: 21, end: 25 });
    // Surroundings that are nowhere say nothing.
    expect(quoted.find(null, { ...quote, prefix: 'Four' })?.span).toEqual({ start: 4, end: 8 });
  });

  test('is found though hyphens, quotation marks, ligatures and case differ, and though its middle was changed', () => {
    const whole =
      'Intro. “We will ﬁnance grid-\nexpansion” by the year 2030 in all of the regions, said the minister of energy.';
    const quoted = new QuotedText(whole);
    const words = (exact: string) => {
      const { span } = quoted.place({ start: 0, end: 5 }, { exact });
      return span && whole.slice(span.start, span.end);
    };
    expect(words('"we will finance grid expansion"')).toBe('We will ﬁnance grid-\nexpansion');
    expect(
      words(
        'We will finance grid expansion, by the year 2035, in all the regions, said the minister of energy',
      ),
    ).toBe(
      'We will ﬁnance grid-\nexpansion” by the year 2030 in all of the regions, said the minister of energy',
    );
    expect(
      quoted.place(null, { exact: 'Nothing like this is anywhere to be found in the text.' }).span,
    ).toBeNull();
  });

  test('that differs is kept where it is said to stand, or left where nothing is believed without its words', () => {
    const quoted = new QuotedText('one two three');
    expect(quoted.place({ start: 4, end: 7 }, { exact: 'zwei' })).toMatchObject({
      span: { start: 4, end: 7 },
      remark: { what: 'kept' },
    });
    expect(quoted.place({ start: 4, end: 7 }, { exact: 'zwei' }, false)).toMatchObject({
      span: null,
      remark: { what: 'left' },
    });
  });

  test('without a quote is turned forward and cut to its text, and left where nothing is in it', () => {
    const quoted = new QuotedText('a🙂b');
    expect(quoted.place({ start: 9, end: 2 }, null)).toMatchObject({
      span: { start: 1, end: 4 },
      remark: { what: 'mended' },
    });
    for (const wrong of [{ start: 1, end: 1 }, { start: 7, end: 9 }, { start: Number.NaN, end: 3 }, null])
      expect(quoted.place(wrong, null)).toMatchObject({ span: null, remark: { what: 'left' } });
  });
});

/** A letter keeps the marks that belong to it, which a span may have left out. */
const isWhole = ({ whole, end }: { whole: string; end: number }) => !/^\p{M}/u.test(whole.slice(end));

test('two forms of a text are laid side by side whatever their white space is', () => {
  fc.assert(
    fc.property(
      spanned.filter((one) => visible(one) && isWhole(one)),
      fc.constantFrom('', ' ', '\n\n'),
      ({ whole, start, end }, space) => {
        const other = `${space}${whole.replace(/\s+/g, space === '' ? '' : ` ${space}`)}`;
        const span = new Alignment(whole, other).span({ start, end });
        expect(squeeze(other.slice(span.start, span.end), 'marks')).toBe(
          squeeze(whole.slice(start, end), 'marks'),
        );
      },
    ),
  );
});

test('two forms of a text go on together behind what only one of them says', () => {
  const one = 'MENU First item of the list. Second item of the list. The end of the text.';
  const other = '1. First item of the list.\n2. Second item of the list.\n[12] The end of the text.';
  const span = new Alignment(one, other).span({ start: one.indexOf('Second'), end: one.indexOf(' The end') });
  expect(other.slice(span.start, span.end)).toBe('Second item of the list.');
});

test('a tree comes with parents first, each node once, whatever circles and gaps the file has', () => {
  const nodes = fc.uniqueArray(
    fc.record({
      key: fc.nat(12).map(String),
      parent: fc.option(fc.nat(15).map(String), { nil: null }),
      name: fc.string({ maxLength: 3 }),
      rank: fc.nat(1),
    }),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(nodes, (all) => {
      const { ordered } = orderTree(all);
      expect(ordered.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
      ordered.forEach(({ parent }, at) => {
        if (parent !== null) expect(ordered.slice(0, at).some(({ key }) => key === parent)).toBe(true);
      });
    }),
  );
});
