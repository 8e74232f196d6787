import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/engine/import/limits.ts';
import type { Parsed } from '../../../../src/engine/import/parsed.ts';
import { readPdf } from '../../../../src/engine/import/pdf/read.ts';
import { unpackGlyphs } from '../../../../src/text/glyph-packing.ts';
import { type GlyphRun, type PageReading, rectsOfSpan } from '../../../../src/text/pages.ts';
import { buildPdf, type Font, type Line } from '../../../fixtures/pdf/build.ts';

/** Words as poppler sees them, which many readers of PDF are built on: a second opinion on where each one stands. */
const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!hasPoppler)
  console.warn('pdftotext of poppler is not installed: tests of where words stand are skipped.');

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;

/** The words of every page and their boxes, in points from the top left corner. */
function wordsOfPoppler(file: string): { text: string; box: Box }[][] {
  const html = execFileSync('pdftotext', ['-bbox', '-cropbox', file, '-'], { maxBuffer: 2 ** 30 }).toString();
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, x0, y0, x1, y1, text]) => ({
        text: (text ?? '').replace(
          /&(#39|\w+);/g,
          (whole, name) => NAMED[name === '#39' ? 'apos' : name] ?? whole,
        ),
        box: { x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1) },
      })),
    );
}

/** The box that the reader would cover a span with, as one. */
function boxOf(runs: readonly GlyphRun[], start: number, end: number): Box {
  const rects = rectsOfSpan(runs, { start, end });
  return {
    x0: Math.min(...rects.map(({ x }) => x)),
    y0: Math.min(...rects.map(({ y }) => y)),
    x1: Math.max(...rects.map(({ x, width }) => x + width)),
    y1: Math.max(...rects.map(({ y, height }) => y + height)),
  };
}

const isNear = (a: Box, b: Box) =>
  (['x0', 'y0', 'x1', 'y1'] as const).every((side) => Math.abs(a[side] - b[side]) <= 0.5);

/**
 * The share of poppler's words that stand, letter by letter, in our text at a place whose rectangles agree within half a
 * point on all four sides, on every so many pages. Poppler ends a word where the type size changes, so its word may be a part of ours.
 */
function agreement(file: string, { text, pages = [] }: Parsed, every = 1): number {
  let [words, agreed] = [0, 0];
  const page = (reading: PageReading, theirs: readonly { text: string; box: Box }[]) => {
    const own = text.slice(reading.start, reading.end);
    const runs = unpackGlyphs(reading.glyphs);
    const stands = (wanted: string, box: Box) => {
      for (let at = own.indexOf(wanted); at >= 0; at = own.indexOf(wanted, at + 1)) {
        const start = reading.start + at;
        if (isNear(boxOf(runs, start, start + wanted.length), box)) return true;
      }
      return false;
    };
    for (const word of theirs) {
      words++;
      if ([word.text, word.text.normalize('NFKC')].some((wanted) => stands(wanted, word.box))) agreed++;
    }
  };
  const theirs = wordsOfPoppler(file);
  expect(pages).toHaveLength(theirs.length);
  for (let index = 0; index < pages.length; index += every) {
    const reading = pages[index];
    if (reading) page(reading, theirs[index] ?? []);
  }
  return agreed / words;
}

const read = (bytes: Uint8Array) =>
  readPdf(new Uint8Array(bytes), { limits: LIMITS, onShare: () => undefined });

const PLANS = join(import.meta.dirname, '../../../../../shared/plans/pdf');
/** Manuals of GNU R, as Debian's r-doc-pdf installs them: TeX's own typesetting, with code, formulas and indexes. */
const MANUALS = '/usr/share/R/doc/manual';
/** A sample of pages, so that it is quick; all pages of every manual with PDF_WORDS=all. */
const all = process.env['PDF_WORDS'] === 'all';
const manuals = ['lang', 'data', ...(all ? ['intro', 'exts', 'admin', 'ints', 'FAQ'] : [])];
const files = [
  ...['apec', 'australia', 'china', 'eu', 'uk', 'us'].map((plan) => [join(PLANS, `${plan}.pdf`), 2] as const),
  ...manuals.map((manual) => [join(MANUALS, `R-${manual}.pdf`), 7] as const),
];

describe.skipIf(!hasPoppler)('words stand where poppler sees them', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'colligo-words-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const [file, every] of files) {
    it.skipIf(!existsSync(file))(`in ${file.split('/').slice(-2).join('/')}`, async () => {
      expect(agreement(file, await read(readFileSync(file)), all ? 1 : every)).toBeGreaterThan(0.995);
    });
  }

  /** The share of agreement of a page of lines. */
  async function agreementOf(lines: readonly Line[], page: { rotate?: number; userUnit?: number } = {}) {
    const bytes = buildPdf({ pages: [{ lines, ...page }] });
    const file = join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    return agreement(file, await read(bytes));
  }

  it('in each of the standard fonts', async () => {
    const fonts = [
      'Helvetica',
      'Helvetica-BoldOblique',
      'Courier',
      'Courier-Bold',
      'Times-Roman',
      'Times-Italic',
    ];
    const lines = fonts.map((font, index) => ({
      text: 'Quays, jetties and piers',
      x: 60,
      y: 760 - index * 40,
      size: 8 + index * 3,
      font: font as Font,
    }));
    expect(await agreementOf(lines)).toBe(1);
  });

  it('with extra room between words', async () => {
    expect(await agreementOf([{ text: 'wide words here', x: 60, y: 700, wordSpacing: 9 }])).toBe(1);
  });

  it.each([90, 180, 270])('written at %i degrees', async (angle) => {
    expect(await agreementOf([{ text: 'beside the table', x: 300, y: 400, angle }])).toBe(1);
  });

  it.each([90, 180, 270])('on a page turned by %i degrees', async (rotate) => {
    expect(await agreementOf([{ text: 'a turned page', x: 60, y: 700 }], { rotate })).toBe(1);
  });
});
