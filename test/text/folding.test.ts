import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsAlone } from '../../src/text/clusters.ts';
import { findAll, findInLines, fold, foldLines, originalSpan } from '../../src/text/folding.ts';
import { anyText } from './strings.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const boundaries = (text: string) => [
  ...Array.from(graphemes.segment(text), ({ index }) => index),
  text.length,
];

const found = (text: string, query: string, joinHyphens = false) =>
  findAll(text, query, { joinHyphens }).map(({ start, end }) => text.slice(start, end));

describe('the folded view', () => {
  it('maps every stretch of it back to whole clusters that fold to it', () => {
    const ways = fc.constantFrom({}, { joinHyphens: true }, { joinCompounds: true });
    fc.assert(
      fc.property(anyText, ways, (text, options) => {
        const folded = fold(text, options);
        const edges = new Set(boundaries(text));
        let last = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const span = originalSpan(folded, at, at + 1);
          if (!span) continue;
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.end;
          expect(edges.has(span.start) && edges.has(span.end)).toBe(true);
          expect(fold(text.slice(span.start, span.end)).text).toBe(folded.text[at]);
        }
        if (folded.text.length === 0) return;
        const all = originalSpan(folded, 0, folded.text.length);
        expect(all && fold(text.slice(all.start, all.end), options).text).toBe(folded.text);
      }),
    );
  });

  it('levels case, width and ligatures, drops what is invisible, keeps accents', () => {
    expect(fold('ＡＩ ﬁne STRASSE Straße ΟΔΟΣ co\u00adop é e\u0301').text).toBe(
      'ai fine strasse strasse οδοσ coop é é',
    );
    expect(fold('a\u00a0b\tc\nd\n\ne').text).toBe('a b c d  e');
  });

  it('joins words broken at line ends only when asked', () => {
    expect(fold('gover-\nnance').text).toBe('gover- nance');
    expect(fold('gover-\nnance, AI-\nAct, 3-\n4', { joinHyphens: true }).text).toBe(
      'governance, ai- act, 3- 4',
    );
  });
});

describe('finding', () => {
  it('finds every run of whole clusters in the text that it was cut from', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, from, length) => {
        const edges = boundaries(text);
        const first = from % edges.length;
        const last = Math.min(first + 1 + (length % 6), edges.length - 1);
        const query = text.slice(edges[first], edges[last]);
        const spans = findAll(text, query);
        if (fold(query).text === '') expect(spans).toEqual([]);
        else expect(spans.length).toBeGreaterThan(0);
      }),
    );
  });

  it('gives places that lie in order, do not overlap, split no cluster and read as the query does', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('a', 'e', 'é', 'f', 'i', ' ', 's', '👨', '漢', 'σ', '1'),
        (text, query) => {
          const edges = new Set(boundaries(text));
          let last = 0;
          for (const { start, end } of findAll(text, query)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(edges.has(start) && edges.has(end)).toBe(true);
            expect(fold(text.slice(start, end)).text).toBe(fold(query).text);
            last = end;
          }
        },
      ),
    );
  });

  it('finds a phrase in any case and across a line end, but not across paragraphs', () => {
    expect(found('Data centre, DATA\nCENTRE, data\n\ncentre', 'data centre')).toEqual([
      'Data centre',
      'DATA\nCENTRE',
    ]);
  });

  it('finds inside a text of several scripts exactly what is there', () => {
    expect(found('全球人工智能治理', '人工智能')).toEqual(['人工智能']);
    expect(found('שלום עולם', 'עולם')).toEqual(['עולם']);
    expect(found('👩👨‍👩‍👧👨', '👨')).toEqual(['👨']);
    expect(found('ﬁnd find', 'f')).toEqual(['f']);
    expect(found('cafe\u0301 café', 'cafe')).toEqual([]);
    expect(found('cafe\u0301 CAFÉ', 'café')).toEqual(['cafe\u0301', 'CAFÉ']);
    expect(found('gover-\nnance', 'Governance', true)).toEqual(['gover-\nnance']);
  });

  it('finds words in printed lines, whether the hyphen is theirs or the line end’s', () => {
    const text = 'Star-\ntups need a long-\nterm plan, 10-\nyear funds and AI-\nled re-use; startups.';
    const places = (query: string) =>
      findInLines(foldLines(text), query).map(({ start, end }) => text.slice(start, end));
    expect(places('startups')).toEqual(['Star-\ntups', 'startups']);
    expect(places('long-term plan')).toEqual(['long-\nterm plan']);
    expect(places('10-year')).toEqual(['10-\nyear']);
    expect(places('AI-led re-use')).toEqual(['AI-\nled re-use']);
    expect(places('star-\ntups')).toEqual(['Star-\ntups', 'startups']);
    expect(places('-')).toEqual(['-', '-', '-', '-', '-']);
    expect(findInLines('no breaks-here', 's-h')).toEqual([{ start: 8, end: 11 }]);
  });

  it('finds in printed lines all that it finds elsewhere, but what a line end broke in two', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('a', 'B', 'é', '-', '漢', '1', 'ß', 'Z0'), (text, query) => {
        const lines = findInLines(text, query);
        let last = 0;
        for (const { start, end } of lines) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        if (text.search(/[-\u00ad\u2010]\n/) < 0) expect(lines).toEqual(findAll(text, query));
      }),
    );
  });

  it('finds nothing for nothing', () => {
    expect(findAll('abc', '')).toEqual([]);
    expect(findAll('a\u00adc', '\u00ad')).toEqual([]);
  });

  it('finds all places in a megabyte', () => {
    const text = 'Governance of “AI” – naïve, 漢字 and so on.\n'.repeat(25_000);
    expect(findAll(text, 'GOVERNANCE').length).toBe(25_000);
  });
});

describe('the table of characters that stand alone', () => {
  it('holds none that joins with another of it', () => {
    const units = Array.from({ length: 0x1_0000 }, (_, unit) => unit).filter(standsAlone);
    const list = units.map((unit) => String.fromCharCode(unit));
    expect(list.length).toBeGreaterThan(30_000);
    const others = ['a', 'é', '漢', '한', 'ア', '“', '1', '\n', 'ש'];
    for (const other of others) {
      const chain = list.join(other);
      expect(boundaries(chain).length).toBe(chain.length + 1);
    }
    expect(boundaries(list.join('')).length).toBe(list.length + 1);
  });
});
