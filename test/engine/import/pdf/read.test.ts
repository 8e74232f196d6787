import { describe, expect, it } from 'vitest';
import { buildPdf, type Line, type Page, rectOver, widthOf } from '../../../fixtures/pdf/build.ts';
import { rawOf } from './raw-of.ts';

const line: Line = { text: 'Grain is weighed at the quay', x: 72, y: 700 };
const pageOf = async (page: Page) => {
  const { pages } = await rawOf(buildPdf({ pages: [page] }));
  return pages[0] ?? expect.fail('the page was not read');
};
const only = async (...lines: Line[]) => {
  const page = await pageOf({ lines });
  expect(page.lines).toHaveLength(1);
  return page.lines[0] ?? expect.fail('there is no line');
};

describe('a line', () => {
  it('has its letters where they are drawn', async () => {
    const { text, edges, x, y, angle, size, ascent, descent } = await only(line);
    expect({ text, x, y, angle, size }).toEqual({ text: line.text, x: 72, y: 142, angle: 0, size: 12 });
    expect([ascent, descent].map((reach) => reach / 12)).toEqual([
      expect.closeTo(0.718),
      expect.closeTo(0.207),
    ]);
    expect(edges).toHaveLength(text.length * 2);
    for (let unit = 0; unit <= text.length; unit++) {
      const at = unit === text.length ? edges[unit * 2 - 1] : edges[unit * 2];
      expect(at).toBeCloseTo(widthOf(text.slice(0, unit)), 3);
    }
  });

  it('stands on the page as it is shown: cropped, turned, and with its own unit', async () => {
    const cropped = await pageOf({ crop: { x: 50, y: 100, width: 400, height: 700 }, lines: [line] });
    expect([cropped.width, cropped.height]).toEqual([400, 700]);
    expect([cropped.lines[0]?.x, cropped.lines[0]?.y]).toEqual([22, 100]);
    const turned = await pageOf({ rotate: 90, lines: [line] });
    expect([turned.width, turned.height]).toEqual([842, 595]);
    expect([turned.lines[0]?.x, turned.lines[0]?.y, turned.lines[0]?.angle]).toEqual([700, 72, 90]);
    const large = await pageOf({ userUnit: 2, lines: [line] });
    expect([large.width, large.lines[0]?.x, large.lines[0]?.size]).toEqual([1190, 144, 24]);
  });

  it('may be written in any direction', async () => {
    const page = await pageOf({
      lines: [0, 30, 90, 225].map((angle) => ({ ...line, x: 300, y: 400, angle })),
    });
    expect(page.lines.map(({ angle }) => angle)).toEqual([0, 330, 270, 135]);
    expect(new Set(page.lines.map(({ text }) => text))).toEqual(new Set([line.text]));
  });

  it('is read where nobody sees it, as text recognition writes it over a scan', async () => {
    expect((await only({ ...line, invisible: true })).text).toBe(line.text);
  });

  it('is read once where it is drawn twice to look heavier, and twice where it stands twice', async () => {
    expect((await only(line, { ...line, x: 72.4 }, { ...line, x: 72.2, y: 700.3 })).text).toBe(line.text);
    const page = await pageOf({ lines: [line, { ...line, y: 686 }] });
    expect(page.lines).toHaveLength(2);
  });

  it('keeps its words whole with extra room between letters', async () => {
    expect((await only({ ...line, charSpacing: 3 })).text).toBe(line.text);
  });

  it('gets a space where the file leaves room for one, and none where it does not', async () => {
    const word = (text: string, x: number): Line => ({ text, x, y: 700 });
    const end = 72 + widthOf('quay');
    expect((await only(word('quay', 72), word('side', end + 3))).text).toBe('quay side');
    expect((await only(word('quay', 72), word('side', end + 0.5))).text).toBe('quayside');
  });

  it('keeps its words whole where letters are placed apart one by one, between spaces that the file writes', async () => {
    const spread = [...'THE QUAY'].map((text, index) => ({ text, x: 72 + index * 12, y: 700 }));
    expect((await only(...spread)).text).toBe('THE QUAY');
  });

  it('ends where a gap may part columns or cells', async () => {
    const page = await pageOf({ lines: [line, { ...line, x: 72 + widthOf(line.text) + 20 }] });
    expect(page.lines.map(({ text }) => text)).toEqual([line.text, line.text]);
  });

  it('holds superscripts on their own baseline', async () => {
    const raised: Line = { text: '7', x: 72 + widthOf('quay'), y: 704.5, size: 7 };
    const found = await only({ ...line, text: 'quay' }, raised, {
      ...line,
      text: 'and',
      x: raised.x + widthOf('7', 'Helvetica', 7) + 3,
    });
    expect(found.text).toBe('quay7 and');
    expect(found.y).toBe(142);
    expect(found.stretches?.map(({ start, drop, size }) => [start, drop, size])).toEqual([
      [0, 0, 12],
      [4, expect.closeTo(-4.5), 7],
      [6, expect.closeTo(0), 12],
    ]);
  });

  it('says whether it is heavy or slanted', async () => {
    expect(await only({ ...line, font: 'Times-BoldItalic' })).toMatchObject({ bold: true, italic: true });
    expect(await only({ ...line, font: 'Courier' })).toMatchObject({ bold: false, italic: false });
  });

  it('is left out where it lies outside the page', async () => {
    const page = await pageOf({ lines: [{ ...line, y: 900 }, { ...line, x: -400 }, line] });
    expect(page.lines).toHaveLength(1);
  });

  it('knows what it is tagged with', async () => {
    const page = await pageOf({
      lines: [
        { text: 'Page 1', x: 72, y: 800, tag: 'Artifact' },
        { text: 'Harbours', x: 72, y: 760, tag: 'H1' },
        { text: 'Ships come', x: 72, y: 730, tag: 'P', element: 1 },
        { text: 'and go.', x: 72, y: 716, tag: 'P', element: 1 },
      ],
    });
    const [artifact, heading, first, second] = page.lines;
    expect([artifact?.tag, heading?.tag, first?.tag]).toEqual(['Artifact', 'H1', 'P']);
    expect(second?.element).toBe(first?.element);
    expect(first?.element).not.toBe(heading?.element);
  });
});

describe('a document', () => {
  it('has labels, an outline, a title and a language', async () => {
    const raw = await rawOf(
      buildPdf({
        pages: [{ lines: [line] }, { lines: [line] }, { lines: [line] }],
        title: 'Plan for a harbour',
        language: 'pt-BR',
        labels: [
          { from: 0, style: 'r' },
          { from: 2, style: 'D', prefix: 'A-', start: 5 },
        ],
        outline: [
          { title: 'Quays', page: 0, y: 742, below: [{ title: 'Cranes', page: 2 }] },
          { title: 'Nowhere' },
        ],
      }),
    );
    expect(raw.pages.map(({ label }) => label)).toEqual(['i', 'ii', 'A-5']);
    expect(raw).toMatchObject({ title: 'Plan for a harbour', language: 'pt-BR' });
    expect(raw.outline).toEqual([
      { title: 'Quays', level: 1, page: 1, y: 100 },
      { title: 'Cranes', level: 2, page: 3, y: null },
      { title: 'Nowhere', level: 1, page: null, y: null },
    ]);
  });

  it('finds what its outline names', async () => {
    const outline = [{ title: 'Quays', page: 0, y: 742 }];
    const raw = await rawOf(buildPdf({ pages: [{ lines: [line] }], named: true, outline }));
    expect(raw.outline).toEqual([{ title: 'Quays', level: 1, page: 1, y: 100 }]);
  });

  it('says of itself nothing that the file does not', async () => {
    const raw = await rawOf(buildPdf({ pages: [{ lines: [line] }] }));
    expect(raw).toMatchObject({ title: null, language: null, outline: [], highlights: [] });
    expect(raw.pages[0]?.label).toBe('1');
  });

  it('gives the highlights that somebody put into it', async () => {
    const over = rectOver(line, 'weighed');
    const kinds = ['highlight', 'underline', 'squiggly', 'strikeout'] as const;
    const annotations = kinds.map((kind) => ({
      kind,
      rects: [over],
      note: 'Since when?',
      author: 'A reader',
      colour: '#ffd100',
    }));
    const { highlights } = await rawOf(buildPdf({ pages: [{}, { lines: [line], annotations }] }));
    expect(highlights.map(({ kind }) => kind)).toEqual(kinds);
    const { rects, ...facts } = highlights[0] ?? expect.fail('there is none');
    expect(facts).toEqual({
      page: 2,
      kind: 'highlight',
      note: 'Since when?',
      author: 'A reader',
      colour: '#ffd100',
    });
    expect(rects).toHaveLength(1);
    expect(rects[0]?.x).toBeCloseTo(over.x, 2);
    expect(rects[0]?.y).toBeCloseTo(842 - over.y - over.height, 2);
    expect(rects[0]?.width).toBeCloseTo(over.width, 2);
  });
});
