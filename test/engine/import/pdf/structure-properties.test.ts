import fc from 'fast-check';
import { expect, it } from 'vitest';
import { structurePages } from '../../../../src/engine/import/pdf/structure/structure.ts';
import { unpackGlyphs } from '../../../../src/text/glyph-packing.ts';
import { unitsOf } from '../../../../src/text/pages.ts';
import { document, line, PAGE } from './structure-pages.ts';

const words = fc.constantFrom(
  'the',
  'Plan',
  'star-',
  'tups.',
  '1.',
  '•',
  '(a)',
  '2025',
  'iv',
  '漢字',
  '👍',
  '¹',
  'H₂O',
  '. . . . . 7',
);

const rawLine = fc
  .record({
    words: fc.array(words, { minLength: 1, maxLength: 9 }),
    x: fc.oneof(fc.constantFrom(50, 60, 310), fc.double({ min: -20, max: 620, noNaN: true })),
    y: fc.oneof(
      fc.integer({ min: 0, max: 66 }).map((row) => row * 12),
      fc.double({ min: -20, max: 820, noNaN: true }),
    ),
    size: fc.constantFrom(6, 10, 10, 10, 14, 0.01, 200),
    bold: fc.boolean(),
    angle: fc.constantFrom(0, 0, 0, 0, 90, 180, 359, 45),
    tag: fc.constantFrom(null, null, 'P', 'H2', 'LI', 'Lbl', 'TD', 'Artifact', 'Note'),
    element: fc.option(fc.nat(5)),
  })
  .map(({ words: own, x, y, tag, element, ...more }) =>
    line(own.join(' '), x, y, { ...more, tag, element: tag === null ? null : element }),
  );

const rawPages = fc.array(fc.array(rawLine, { maxLength: 40 }), { maxLength: 5 });

const outline = fc.array(
  fc.record({
    title: fc.array(words, { maxLength: 4 }).map((own) => own.join('')),
    level: fc.integer({ min: 1, max: 9 }),
    page: fc.option(fc.integer({ min: 1, max: 7 })),
    y: fc.option(fc.double({ min: 0, max: PAGE.height, noNaN: true })),
  }),
  { maxLength: 4 },
);

const sorted = (texts: readonly string[]) => texts.toSorted();

it('any pages: every line is in the text once, where its page and its glyphs say', () => {
  fc.assert(
    fc.property(rawPages, outline, (pages, entries) => {
      const raw = document(pages, entries);
      const { text, blocks, pages: readings } = structurePages(raw, { most: 10_000 });
      expect(text.isWellFormed()).toBe(true);
      let end = 0;
      for (const block of blocks) {
        expect(text.slice(end, block.start)).toMatch(/^[\n\t]*$/);
        expect(block.end).toBeGreaterThan(block.start);
        end = block.end;
      }
      expect(end).toBe(text.length);
      let last = 0;
      for (const [index, page] of readings.entries()) {
        expect(page.start).toBeGreaterThanOrEqual(last);
        expect(page.end).toBeGreaterThanOrEqual(page.start);
        expect(text.slice(last, page.start)).toMatch(/^\s*$/);
        last = page.end;
        const runs = unpackGlyphs(page.glyphs);
        let before = page.start;
        for (const run of runs) {
          expect(run.start).toBeGreaterThanOrEqual(before);
          before = run.start + unitsOf(run);
        }
        expect(before).toBeLessThanOrEqual(page.end);
        // Each run is one raw line of this page, and each line one run.
        const told = runs.map((run) => text.slice(run.start, run.start + unitsOf(run)));
        expect(sorted(told)).toEqual(sorted((pages[index] ?? []).map((one) => one.text)));
      }
      expect(readings.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
      // A paragraph goes over one page's end at most.
      for (const block of blocks) {
        const touched = readings.filter((page) => page.start < block.end && page.end > block.start);
        expect(touched.length).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 300 },
  );
});
