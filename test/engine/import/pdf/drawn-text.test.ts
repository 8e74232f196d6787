import { describe, expect, it } from 'vitest';
import { type Dict, Objects } from '../../../fixtures/pdf/syntax.ts';
import { linesOf, rawOf } from './raw-of.ts';

const toUnicode = (objects: Objects, codes: Readonly<Record<string, string>>, last = 'ffff') =>
  objects.stream(
    {},
    Buffer.from(
      `begincmap 1 begincodespacerange <${last.replaceAll('f', '0')}> <${last}> endcodespacerange ` +
        `${Object.keys(codes).length} beginbfchar ` +
        Object.entries(codes)
          .map(([code, to]) => `<${code}> <${to}>`)
          .join(' ') +
        ' endbfchar endcmap',
    ),
  );

/** A file of one page with the content and the resources given. */
function written(content: string, resources: (objects: Objects) => Dict): Buffer {
  const objects = new Objects();
  const pages = objects.reserve();
  const page = objects.put({
    Type: 'Page',
    Parent: pages,
    MediaBox: [0, 0, 595, 842],
    Resources: resources(objects),
    Contents: objects.stream({}, Buffer.from(content, 'latin1')),
  });
  objects.put({ Type: 'Pages', Kids: [page], Count: 1 }, pages);
  return objects.file({ Root: objects.put({ Type: 'Catalog', Pages: pages }) }, (bytes) => bytes, 0);
}

const HELVETICA: Dict = { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } };

/** The lines of a page that draws this with Helvetica. */
const drawnBy = async (content: string, resources: (objects: Objects) => Dict = () => ({})) => {
  const raw = await rawOf(written(content, (objects) => ({ Font: HELVETICA, ...resources(objects) })));
  return raw.pages[0]?.lines ?? expect.fail('the page was not read');
};

describe('what a page draws', () => {
  it('moves from line to line by every operator that there is', async () => {
    const lines = await drawnBy(
      'BT /F 10 Tf 14 TL 50 700 Td (one) Tj T* (two) Tj (three) \' 0 0 (four) " 0 -20 TD (five) Tj T* (six) Tj ET',
    );
    expect(lines.map(({ text, x, y }) => [text, x, y])).toEqual([
      ['one', 50, 142],
      ['two', 50, 156],
      ['three', 50, 170],
      ['four', 50, 184],
      ['five', 50, 204],
      ['six', 50, 224],
    ]);
  });

  it('is scaled, raised and kerned as the text state says', async () => {
    const [narrow, raised, kerned] = await drawnBy(
      'BT /F 10 Tf 50 Tz 50 700 Td (aa) Tj ET BT 100 Tz 5 Ts 50 600 Td (aa) Tj 0 Ts ET BT 50 500 Td [(a) 50 (a)] TJ ET',
    );
    expect([...(narrow?.edges ?? [])]).toEqual([0, 2.78, 2.78, 5.56].map((edge) => expect.closeTo(edge)));
    expect(raised?.y).toBeCloseTo(842 - 605);
    expect([...(kerned?.edges ?? [])]).toEqual([0, 5.56, 5.06, 10.62].map((edge) => expect.closeTo(edge)));
  });

  it('may be drawn by a form, in a space of its own, and again', async () => {
    const form = (objects: Objects) => ({
      XObject: {
        Form: objects.stream(
          {
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 99, 99],
            Matrix: [1, 0, 0, 1, 5, 5],
            Resources: { Font: HELVETICA },
          },
          Buffer.from('BT /F 10 Tf 10 10 Td (stamp) Tj ET'),
        ),
      },
    });
    const lines = await drawnBy('q 2 0 0 2 20 20 cm /Form Do Q q 1 0 0 1 300 300 cm /Form Do Q', form);
    expect(lines.map(({ text, x, y, size }) => [text, x, y, size])).toEqual([
      ['stamp', 50, 792, 20],
      ['stamp', 315, 527, 10],
    ]);
  });

  it('is left out where the file hides its layer', async () => {
    const objects = new Objects();
    const [pages, hidden, seen] = [objects.reserve(), objects.reserve(), objects.reserve()];
    objects.put({ Type: 'OCG', Name: Buffer.from('Draft') }, hidden);
    objects.put({ Type: 'OCG', Name: Buffer.from('Final') }, seen);
    const content = 'BT /F 10 Tf 50 700 Td /OC /A BDC (draft) Tj EMC 0 -20 Td /OC /B BDC (final) Tj EMC ET';
    const page = objects.put({
      Type: 'Page',
      Parent: pages,
      MediaBox: [0, 0, 595, 842],
      Resources: { Font: HELVETICA, Properties: { A: hidden, B: seen } },
      Contents: objects.stream({}, Buffer.from(content)),
    });
    objects.put({ Type: 'Pages', Kids: [page], Count: 1 }, pages);
    const layers = { OCGs: [hidden, seen], D: { OFF: [hidden] } };
    const root = objects.put({ Type: 'Catalog', Pages: pages, OCProperties: layers });
    expect(linesOf(await rawOf(objects.file({ Root: root }, (bytes) => bytes, 0)))).toEqual([['final']]);
  });

  it('from the right, letter by letter from the left, is read from the right', async () => {
    const raw = await rawOf(
      written('BT /F 10 Tf 50 700 Td <0403020100> Tj ET', (objects) => ({
        Font: {
          F: {
            Type: 'Font',
            Subtype: 'Type1',
            BaseFont: 'Helvetica',
            FirstChar: 0,
            LastChar: 4,
            Widths: [600, 500, 300, 600, 300],
            Encoding: { Type: 'Encoding', Differences: [0, 'a', 'b', 'c', 'd', 'e'] },
            ToUnicode: toUnicode(
              objects,
              { '00': '05E9', '01': '05DC', '02': '05D5', '03': '05DD', '04': '0021' },
              'ff',
            ),
          },
        },
      })),
    );
    const [line] = raw.pages[0]?.lines ?? [];
    expect(line?.text).toBe('שלום!');
    expect([...(line?.edges ?? [])]).toEqual(
      [23, 17, 17, 12, 12, 9, 9, 3, 3, 0].map((edge) => expect.closeTo(edge, 4)),
    );
  });
});

describe('fonts of other kinds', () => {
  it('are measured by their own matrix where each glyph is drawn by a procedure', async () => {
    const raw = await rawOf(
      written('BT /F 10 Tf 50 700 Td (ab) Tj ET', (objects) => ({
        Font: {
          F: {
            Type: 'Font',
            Subtype: 'Type3',
            FontBBox: [0, 0, 100, 100],
            FontMatrix: [0.02, 0, 0, 0.02, 0, 0],
            CharProcs: {
              a: objects.stream({}, Buffer.from('40 0 0 0 30 30 d1 0 0 30 30 re f')),
              b: objects.stream({}, Buffer.from('45 0 0 0 30 30 d1 0 0 30 30 re f')),
            },
            Encoding: { Type: 'Encoding', Differences: [97, 'a', 'b'] },
            FirstChar: 97,
            LastChar: 98,
            Widths: [40, 45],
          },
        },
      })),
    );
    const [found] = raw.pages[0]?.lines ?? [];
    expect(found?.text).toBe('ab');
    expect([...(found?.edges ?? [])]).toEqual([0, 8, 8, 17].map((edge) => expect.closeTo(edge)));
  });

  it('may be written downwards', async () => {
    const raw = await rawOf(
      written('BT /F 20 Tf 300 700 Td <000100020003> Tj ET', (objects) => ({
        Font: {
          F: {
            Type: 'Font',
            Subtype: 'Type0',
            BaseFont: 'Song',
            Encoding: 'Identity-V',
            ToUnicode: toUnicode(objects, { '0001': '65E5', '0002': '672C', '0003': '8A9E' }),
            DescendantFonts: [
              {
                Type: 'Font',
                Subtype: 'CIDFontType2',
                BaseFont: 'Song',
                CIDSystemInfo: {
                  Registry: Buffer.from('Adobe'),
                  Ordering: Buffer.from('Identity'),
                  Supplement: 0,
                },
                FontDescriptor: {
                  Type: 'FontDescriptor',
                  FontName: 'Song',
                  Flags: 4,
                  FontBBox: [0, -200, 1000, 900],
                  ItalicAngle: 0,
                  Ascent: 880,
                  Descent: -120,
                  CapHeight: 700,
                  StemV: 80,
                },
                DW: 1000,
              },
            ],
          },
        },
      })),
    );
    const [found] = raw.pages[0]?.lines ?? [];
    expect(found).toMatchObject({ text: '日本語', x: 300, y: 142, angle: 90, ascent: 10, descent: 10 });
    expect([...(found?.edges ?? [])]).toEqual([0, 20, 20, 40, 40, 60]);
  });

  it('that give no meaning to any letter give no text, and are counted', async () => {
    const raw = await rawOf(
      written('BT /F 10 Tf 50 700 Td <000100020003> Tj ET', (objects) => ({
        Font: {
          F: {
            Type: 'Font',
            Subtype: 'Type0',
            BaseFont: 'Song',
            Encoding: 'Identity-H',
            ToUnicode: toUnicode(objects, { '0001': 'E001', '0002': 'E002', '0003': 'E003' }),
            DescendantFonts: [
              {
                Type: 'Font',
                Subtype: 'CIDFontType2',
                BaseFont: 'Song',
                CIDSystemInfo: {
                  Registry: Buffer.from('Adobe'),
                  Ordering: Buffer.from('Identity'),
                  Supplement: 0,
                },
                DW: 1000,
              },
            ],
          },
        },
      })),
    );
    expect(linesOf(raw)).toEqual([[]]);
    expect(raw.unknown).toBe(3);
  });
});
