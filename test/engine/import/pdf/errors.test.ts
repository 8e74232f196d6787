import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../../src/engine/import/errors.ts';
import { LIMITS } from '../../../../src/engine/import/limits.ts';
import { readPdf } from '../../../../src/engine/import/pdf/read.ts';
import { buildPdf, type Pdf, rectOver } from '../../../fixtures/pdf/build.ts';
import {
  truncated,
  withBrokenStreams,
  withFlippedBytes,
  withoutTable,
} from '../../../fixtures/pdf/damage.ts';

const line = { text: 'Grain is weighed at the quay', x: 72, y: 700 };
const scan = { image: { x: 0, y: 0, width: 595, height: 842 } };
/** So much of it that its content, where it is broken, looks like no operator any more. */
const full = Array.from({ length: 20 }, (_, index) => ({ ...line, y: 700 - index * 14 }));
const marked = { lines: full, annotations: [{ rects: [rectOver(line, 'weighed')] }] };
const plain: Pdf = { pages: [{ lines: full }, { lines: [{ ...line, text: 'Timber is not' }] }] };

const read = (bytes: Uint8Array, onShare: (share: number) => void = () => undefined) =>
  readPdf(new Uint8Array(bytes), { limits: LIMITS, onShare });

/** The error of a file that can't be read; its message is one sentence. */
async function refusal(bytes: Uint8Array): Promise<ImportError> {
  const error = await read(bytes).then(
    () => new Error('It was read.'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  expect((error as ImportError).message).toMatch(/^[A-Z][^.]*\.$/);
  return error as ImportError;
}

describe('a file that needs a password', () => {
  it.each(['rc4-40', 'rc4-128', 'aes-128', 'aes-256'] as const)(
    'is refused, and opens where it is empty: %s',
    async (method) => {
      const { code, message } = await refusal(buildPdf({ ...plain, encrypt: { method, user: 'quay' } }));
      expect(code).toBe('encrypted');
      expect(message).toContain('password');
      expect((await read(buildPdf({ ...plain, encrypt: { method } }))).text).toContain(line.text);
    },
  );
});

describe('a damaged file', () => {
  it('is refused where nothing of it makes sense', async () => {
    expect(await refusal(truncated(buildPdf(plain), 0.5))).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('cut short'),
    });
    expect(await refusal(withBrokenStreams(buildPdf({ pages: [marked] })))).toMatchObject({
      code: 'damaged',
    });
    expect(await refusal(Buffer.from('%PDF-1.7\n and nothing else'))).toMatchObject({ code: 'damaged' });
  });

  it('is no PDF where it does not begin like one', async () => {
    expect(await refusal(Buffer.from('Some words.'))).toMatchObject({ code: 'binary' });
  });

  it('is read where its table of objects is lost', async () => {
    expect((await read(withoutTable(buildPdf(plain)))).text).toContain(line.text);
  });

  it('gives its other pages where one is broken, and says so', async () => {
    const { text, notices, pages } = await read(
      withBrokenStreams(buildPdf({ pages: [marked, ...plain.pages.slice(1)] }), 1),
    );
    expect(text).toBe('Timber is not');
    expect(pages).toHaveLength(2);
    expect(notices).toEqual([expect.stringContaining('1 page is damaged')]);
  });

  it('that ends early says so', async () => {
    const whole = buildPdf(plain);
    const { text, notices } = await read(whole.subarray(0, whole.lastIndexOf('startxref')));
    expect(text).toContain(line.text);
    expect(notices).toEqual([expect.stringContaining('ends early')]);
  });

  it('is read or refused with a sentence, whichever bytes were changed', async () => {
    const whole = buildPdf({ ...plain, outline: [{ title: 'Quays', page: 1, y: 700 }], title: 'A harbour' });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 30 }),
        async (seed, count) => {
          const error: unknown = await read(withFlippedBytes(whole, seed, count)).then(
            ({ text }) => {
              expect(text.isWellFormed()).toBe(true);
            },
            (reason: unknown) => reason,
          );
          if (error !== undefined) expect(error).toBeInstanceOf(ImportError);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a file of pictures', () => {
  it('has pages without text, and says what can be done', async () => {
    const { text, blocks, pages, notices } = await read(buildPdf({ pages: [scan, scan] }));
    expect({ text, blocks }).toEqual({ text: '', blocks: [] });
    expect(pages?.map(({ number, start, end }) => [number, start, end])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
    ]);
    expect(notices).toEqual([expect.stringMatching(/holds no text.*text recognition.*coded as pictures/)]);
  });

  it('counts those among other pages, but not blank ones', async () => {
    const { notices } = await read(buildPdf({ pages: [{ lines: [line] }, scan, {}, scan] }));
    expect(notices).toEqual([expect.stringMatching(/^2 pages are pictures without text/)]);
  });

  it('with recognised text is like any other', async () => {
    const { text, notices } = await read(
      buildPdf({ pages: [{ ...scan, lines: [{ ...line, invisible: true }] }] }),
    );
    expect({ text, notices }).toEqual({ text: line.text, notices: [] });
  });
});

describe('reading', () => {
  it('tells how far it is, page by page', async () => {
    const shares: number[] = [];
    await read(buildPdf({ pages: Array.from({ length: 5 }, () => ({ lines: [line] })) }), (share) =>
      shares.push(share),
    );
    expect(shares).toHaveLength(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('leaves the bytes as they are', async () => {
    const bytes = new Uint8Array(buildPdf(plain));
    const before = bytes.slice();
    await readPdf(bytes, { limits: LIMITS, onShare: () => undefined });
    expect(bytes).toEqual(before);
  });

  it('puts highlights on the words under them', async () => {
    const rects = [rectOver(line, 'weighed at')];
    const { text, highlights } = await read(
      buildPdf({ pages: [{ lines: [line], annotations: [{ rects, note: 'How?' }] }] }),
    );
    expect(highlights?.map(({ start, end, note }) => [text.slice(start, end), note])).toEqual([
      ['weighed at', 'How?'],
    ]);
  });

  it('refuses a file of more pages than anybody codes', async () => {
    const pages = Array.from({ length: 20_001 }, () => ({}));
    expect(await refusal(buildPdf({ pages }))).toMatchObject({ code: 'too_complex' });
  });
});
