import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/engine/import/limits.ts';
import { FileReader } from '../../../../src/engine/import/read-file.ts';
import type { Progress } from '../../../../src/engine/import/read-source.ts';
import { unpackGlyphs } from '../../../../src/text/glyph-packing.ts';
import { rectsOfSpan } from '../../../../src/text/pages.ts';
import { buildPdf } from '../../../fixtures/pdf/build.ts';

const line = { text: 'Grain is weighed at the quay', x: 72, y: 700 };
const pagesOf = (count: number) =>
  new Uint8Array(buildPdf({ pages: Array.from({ length: count }, () => ({ lines: [line] })) }));
const source = (bytes: Uint8Array) => ({ bytes, format: 'pdf', language: 'en' }) as const;

let reader = new FileReader();
afterEach(async () => {
  await reader.close();
  reader = new FileReader();
});

describe('a PDF in the worker', () => {
  it('comes with its pages and the places of its letters', async () => {
    const bytes = pagesOf(2);
    const { reading, mediaType, bytes: kept } = await reader.read(source(bytes));
    expect(mediaType).toBe('application/pdf');
    expect(kept).toEqual(bytes);
    expect(reading.pages).toHaveLength(2);
    const [first] = reading.pages ?? [];
    const at = reading.text.indexOf('weighed');
    const [rect] = rectsOfSpan(unpackGlyphs(first?.glyphs ?? new Uint8Array()), { start: at, end: at + 7 });
    expect(rect?.x).toBeGreaterThan(72);
    expect(rect?.y).toBeCloseTo(142 - 12 * 0.718, 1);
  });

  it('is given up when it gets no further for too long', async () => {
    const hurried = new FileReader({ ...LIMITS, time: 1, timePerMegabyte: 0 });
    try {
      await expect(hurried.read(source(pagesOf(300)))).rejects.toMatchObject({ code: 'too_slow' });
    } finally {
      await hurried.close();
    }
  });

  it('is left when it is cancelled between two pages, and the next file is read', async () => {
    const cancel = new AbortController();
    const onProgress = ({ stage, share }: Progress) => {
      if (stage === 'parsing' && share > 0) cancel.abort();
    };
    const cancelled = reader.read(source(pagesOf(2000)), { signal: cancel.signal, onProgress });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect((await reader.read(source(pagesOf(1)))).reading.text).toBe(line.text);
  });

  it('of no bytes, or larger than a PDF may be, is refused', async () => {
    await expect(reader.read(source(new Uint8Array()))).rejects.toMatchObject({ code: 'empty' });
    const small = new FileReader({ ...LIMITS, bytes: { ...LIMITS.bytes, pdf: 100 } });
    try {
      await expect(small.read(source(pagesOf(1)))).rejects.toMatchObject({ code: 'too_large' });
    } finally {
      await small.close();
    }
  });
});
