import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/engine/import/markdown/read.ts';
import { openPdf } from '../../../../src/engine/import/pdf/open.ts';
import type { RawDocument } from '../../../../src/engine/import/pdf/raw.ts';
import { readDocument } from '../../../../src/engine/import/pdf/read-document.ts';
import { structurePages } from '../../../../src/engine/import/pdf/structure/structure.ts';
import { segment } from '../../../../src/engine/import/segment.ts';
import type { Block } from '../../../../src/text/reading.ts';

/**
 * The six real plans as text and as PDF. Their Markdown is the independent account of what the PDFs say: paragraphs as their
 * authors made them, words that no line end broke.
 */
const PLANS = join(import.meta.dirname, '../../../../../shared/plans');
const present = existsSync(join(PLANS, 'pdf/uk.pdf'));
if (!present) console.warn(`The real plans are not at ${PLANS}: their PDFs are not compared.`);

/**
 * By plan: the share of the Markdown's paragraphs and items that are exactly one block of the PDF, where its tags are known
 * and where they are taken away, so that only what is seen tells. Bullets are drawn in them, not written, so that without tags
 * nothing tells items of a list that fill their lines.
 */
const PARAGRAPHS: Readonly<Record<string, readonly [tagged: number, seen: number]>> = {
  apec: [0.85, 0.7],
  australia: [1, 0.98],
  china: [1, 1],
  eu: [1, 0.98],
  uk: [1, 0.92],
  us: [0.98, 0.9],
};
const IDS = Object.keys(PARAGRAPHS);

type Text = Pick<ReturnType<typeof structurePages>, 'text' | 'blocks'>;

const MOST = 100_000;
const raws = new Map<string, RawDocument>();
const rawOf = (id: string) => raws.get(id) ?? expect.fail(`${id} was not read`);
const markdownOf = (id: string): Text =>
  readMarkdown(readFileSync(join(PLANS, `${id}.md`), 'utf8'), { onProgress: () => {}, most: MOST });

/** The same document if its file said nothing but letters and places. */
const bare = (raw: RawDocument): RawDocument => ({
  ...raw,
  outline: [],
  pages: raw.pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, tag: null, element: null })),
  })),
});

/** A block's letters without what a line end may have changed, and without the asterisks of malformed emphasis. */
const essence = ({ text }: Text, { start, end }: Block): string =>
  text
    .slice(start, end)
    .normalize('NFKC')
    .replace(/[-\u2010\s*]+/g, '');

function shareOfParagraphs(pdf: Text, markdown: Text): number {
  const own = new Set(pdf.blocks.map((block) => essence(pdf, block)));
  const wanted = markdown.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list_item');
  return wanted.filter((block) => own.has(essence(markdown, block))).length / wanted.length;
}

const headings = (text: Text): string[] =>
  text.blocks.filter(({ kind }) => kind === 'heading').map((block) => essence(text, block));

const letters = ({ text, blocks }: Text): string =>
  blocks
    .filter(({ kind }) => kind !== 'artifact')
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .normalize('NFKC');

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{Nd}]+/gu) ?? [];

/** Length of the longest row of words that both lists share in order, found as Hunt and Szymanski do, by rising places. */
function inOrder(wanted: readonly string[], given: readonly string[]): number {
  const places = new Map<string, number[]>();
  given.forEach((word, at) => {
    const list = places.get(word);
    if (list) list.unshift(at);
    else places.set(word, [at]);
  });
  const ends: number[] = [];
  for (const word of wanted) {
    for (const place of places.get(word) ?? []) {
      let [low, high] = [0, ends.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ends[middle] ?? 0) < place) low = middle + 1;
        else high = middle;
      }
      ends[low] = place;
    }
  }
  return ends.length;
}

beforeAll(async () => {
  if (!present) return;
  for (const id of IDS) {
    const document = await openPdf(new Uint8Array(readFileSync(join(PLANS, 'pdf', `${id}.pdf`))));
    raws.set(id, await readDocument(document, () => {}));
    await document.loadingTask.destroy();
  }
}, 120_000);

describe.skipIf(!present)('the six real plans as PDF', () => {
  it.each(IDS)('hold all words of the Markdown, nearly all in its order: %s', (id) => {
    for (const raw of [rawOf(id), bare(rawOf(id))]) {
      const pdf = structurePages(raw, { most: MOST });
      const wanted = wordsIn(letters(markdownOf(id)));
      const given = wordsIn(letters(pdf));
      const has = new Set(given);
      expect(wanted.filter((word) => !has.has(word))).toEqual([]);
      expect(inOrder(wanted, given) / wanted.length).toBeGreaterThan(0.99);
    }
  });

  it.each(IDS)('have its paragraphs as their blocks: %s', (id) => {
    const [tagged = 1, seen = 1] = PARAGRAPHS[id] ?? [];
    const markdown = markdownOf(id);
    const raw = rawOf(id);
    expect(shareOfParagraphs(structurePages(raw, { most: MOST }), markdown)).toBeGreaterThanOrEqual(tagged);
    expect(shareOfParagraphs(structurePages(bare(raw), { most: MOST }), markdown)).toBeGreaterThanOrEqual(
      seen,
    );
  });

  it('are read column by column also where every line is drawn across the columns', () => {
    const raw = bare(rawOf('uk'));
    const pages = raw.pages.map((page) => ({
      ...page,
      lines: page.lines.toSorted((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x),
    }));
    const pdf = structurePages({ ...raw, pages }, { most: MOST });
    expect(shareOfParagraphs(pdf, markdownOf('uk'))).toBeGreaterThanOrEqual(0.92);
    expect(pdf.text.length).toBe(structurePages(raw, { most: MOST }).text.length);
  });

  it.each(IDS)('have the headings that they are tagged with, also where only their looks tell: %s', (id) => {
    const raw = rawOf(id);
    const tagged = raw.pages.flatMap(({ lines }) => lines).filter(({ tag }) => /^H\d$/.test(tag ?? ''));
    const named = headings(structurePages(raw, { most: MOST }));
    expect(named).toHaveLength(new Set(tagged.map(({ element }) => element)).size);
    expect(named.length).toBe(raw.outline.length);
    const seen = headings(structurePages(bare(raw), { most: MOST }));
    const right = seen.filter((heading) => named.includes(heading)).length;
    expect(right).toBe(seen.length);
    expect(right).toBeGreaterThanOrEqual(named.length * 0.9);
  });

  it.each(IDS)('have a head and a number on every page that stand apart from the text: %s', (id) => {
    const { text, blocks, pages } = structurePages(bare(rawOf(id)), { most: MOST });
    const artifacts = blocks.filter(({ kind }) => kind === 'artifact');
    expect(artifacts).toHaveLength(pages.length * 2);
    for (const page of pages) {
      const own = artifacts.filter(({ start, end }) => start >= page.start && end <= page.end);
      expect(own).toHaveLength(2);
      expect(text.slice(own[1]?.start, own[1]?.end)).toBe(page.label);
    }
  });

  it('count words as the Markdown does, since words that line ends broke are one', () => {
    for (const id of ['uk', 'us']) {
      const { text, blocks } = structurePages(rawOf(id), { most: MOST });
      const kept = blocks.filter(({ kind }) => kind !== 'artifact');
      const markdown = markdownOf(id);
      const wanted = segment(markdown.text, markdown.blocks, 'en').words.length / 2;
      const given = segment(text, kept, 'en', { isPrinted: true }).words.length / 2;
      expect(Math.abs(given - wanted)).toBeLessThanOrEqual(wanted * 0.001);
    }
  });
});
