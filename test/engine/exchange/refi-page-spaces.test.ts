import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { readSource } from '../../../src/engine/import/read-source.ts';
import { applyToRegion } from '../../../src/engine/passages/apply.ts';
import { unpackGlyphs } from '../../../src/text/glyph-packing.ts';
import { type PageRect, rectsOfSpan } from '../../../src/text/pages.ts';
import { buildPdf, type Page, rectOver } from '../../fixtures/pdf/build.ts';
import { addPdf } from '../kit/pdf.ts';
import { newProject } from '../kit/project.ts';
import { guid, qdpx, readPieces } from './refi-read-kit.ts';
import { exportRefi, named, parse } from './refi-write-kit.ts';

const LINES = [
  { text: 'Heat plans are made by towns.', x: 120, y: 700, size: 12 },
  { text: 'The grid is the limit, they say.', x: 120, y: 660, size: 12 },
];
const WORDS = 'the limit';

/** Where the words lie in the page's own space: what the fixture's font metrics say, and nothing of the program's. */
const OWN = rectOver(LINES[1] ?? { text: '', x: 0, y: 0 }, WORDS);

/** Pages that are shown otherwise than they lie in the file. */
const PAGES: readonly (readonly [string, Partial<Page>])[] = [
  ['as it lies', {}],
  ['cropped', { crop: { x: 60, y: 90, width: 420, height: 700 } }],
  ...([90, 180, 270] as const).map((rotate) => [`turned by ${rotate}`, { rotate }] as const),
  ['turned by 90 and cropped', { rotate: 90, crop: { x: 60, y: 90, width: 420, height: 700 } }],
  ['in units of two points', { userUnit: 2 }],
  [
    'turned by 270, cropped and scaled',
    { rotate: 270, crop: { x: 100, y: 200, width: 400, height: 600 }, userUnit: 1.5 },
  ],
];

const pdf = (page: Partial<Page>) => buildPdf({ pages: [{ ...page, lines: LINES }] });

/** Where words of a PDF are shown, in points from the top left, as our own reading of it has them. */
async function shown(bytes: Uint8Array<ArrayBuffer>, words: string): Promise<PageRect> {
  const { text, pages } = (await readSource({ bytes, format: 'pdf', language: 'en' })).reading;
  const start = text.indexOf(words);
  const [rect] = rectsOfSpan(unpackGlyphs(pages?.[0]?.glyphs ?? new Uint8Array()), {
    start,
    end: start + words.length,
  });
  if (start < 0 || !rect) throw new Error(`${words} is on no page`);
  return rect;
}

const near = (one: number, other: number, most: number) => expect(Math.abs(one - other)).toBeLessThan(most);

/** That two rectangles lie around the same words: their middles are as close as whole points and two fonts' heights allow. */
function sameWords(found: PageRect, wanted: PageRect, most = 4): void {
  near(found.x + found.width / 2, wanted.x + wanted.width / 2, most);
  near(found.y + found.height / 2, wanted.y + wanted.height / 2, most);
}

test.for(PAGES)(
  'a part of a page %s is written where it lies in the file, and comes back',
  async ([, page]) => {
    const bytes = pdf(page);
    const project = await newProject();
    const { document } = await addPdf(project, bytes);
    const { result: code } = createCode(project, { name: 'Limit', parentId: null });
    const region = await shown(bytes, WORDS);
    applyToRegion(project, { document, region: { page: 1, ...region }, codes: [code], weight: null });
    for (const profile of ['standard', 'atlas', 'maxqda', 'qualcoder'] as const) {
      const { qde, path } = await exportRefi(project, { profile, plain: true });
      const [selection] = named(parse(qde), 'PDFSelection');
      const at = (name: string) => Number(selection?.attributes[name]);
      const [x, y, x1, y1] = [at('firstX'), at('firstY'), at('secondX'), at('secondY')];
      expect([x, y, x1, y1].every(Number.isInteger), profile).toBe(true);
      // QualCoder measures on the page as it shows it, all others on the page as it lies in the file.
      if (profile === 'qualcoder') sameWords({ x, y, width: x1 - x, height: y1 - y }, region, 2);
      else {
        expect(y > y1 && x1 > x).toBe(true);
        sameWords({ x, y: y1, width: x1 - x, height: y - y1 }, OWN);
      }
      const back = (await readPieces(path)).document().passages.map(({ place }) => place);
      // The programs' own profiles say Colligo, which counts as the standard does.
      if (profile !== 'qualcoder') sameWords(back[0] as PageRect, region);
    }
  },
);

const source = (number: number, rect: PageRect) =>
  `<PDFSource guid="${guid(30)}" name="Plan" path="internal://plan.pdf"><PDFSelection guid="${guid(number)}" page="0" firstX="${Math.floor(rect.x)}" firstY="${Math.ceil(rect.y + rect.height)}" secondX="${Math.ceil(rect.x + rect.width)}" secondY="${Math.floor(rect.y)}"><Coding guid="${guid(900)}"><CodeRef targetGUID="${guid(12)}"/></Coding></PDFSelection></PDFSource>`;

test.for(PAGES)('of another program a part of a page %s lies on the same words', async ([, page]) => {
  const bytes = pdf(page);
  for (const origin of ['ATLAS.ti 23', 'MAXQDA 22', 'Some program 1']) {
    const pieces = await readPieces(await qdpx({ origin, sources: source(50, OWN) }, { 'plan.pdf': bytes }));
    const [passage] = pieces.document().passages;
    expect(passage?.codings).toHaveLength(1);
    sameWords(passage?.place as PageRect, await shown(bytes, WORDS));
  }
});

test('parts that lie on the page only as it is shown are taken so, and it is said', async () => {
  const bytes = buildPdf({
    pages: [{ width: 842, height: 400, rotate: 90, lines: [{ text: 'Words here', x: 60, y: 350 }] }],
  });
  // The page is shown upright, 400 wide and 842 high: such a place is none in the file, which is 400 high.
  const rect = { x: 100, y: 700, width: 50, height: 30 };
  const pieces = await readPieces(
    await qdpx({ origin: 'Other 1', sources: source(50, rect) }, { 'plan.pdf': bytes }),
  );
  expect(pieces.words()).toEqual(['1: 100 112 50 30']);
  expect(pieces.said()).toContain(
    'mended: Parts of pages are measured on pages as they are shown, not as they lie in the PDF.',
  );
});

test('of QualCoder, parts are measured on the page as it is shown', async () => {
  const bytes = pdf({ rotate: 90, crop: { x: 60, y: 90, width: 420, height: 700 } });
  const rect = await shown(bytes, WORDS);
  const pieces = await readPieces(
    await qdpx(
      { origin: 'QualCoder 3.6', sources: source(50, { ...rect, y: rect.y }) },
      { 'plan.pdf': bytes },
    ),
  );
  sameWords(pieces.document().passages[0]?.place as PageRect, rect);
});
