import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packOffsets, unpackOffsets } from '../../src/text/packing.ts';

const ascending = fc.uint32Array({ maxLength: 200 }).map((offsets) => offsets.toSorted());

describe('packed offsets', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(ascending, (offsets) => {
        expect(unpackOffsets(packOffsets(offsets))).toEqual(offsets);
      }),
    );
  });

  it('hold the largest offset and steps of every width', () => {
    const offsets = Uint32Array.from([
      0, 0, 127, 255, 16_639, 2_113_791, 2_147_483_648, 4_294_967_295, 4_294_967_295,
    ]);
    expect(unpackOffsets(packOffsets(offsets))).toEqual(offsets);
  });

  it('are small: words of prose take less than three bytes each', () => {
    const words = Uint32Array.from({ length: 20_000 }, (_, index) => (index >> 1) * 6 + (index % 2) * 5);
    expect(packOffsets(words).length).toBeLessThan(10_000 * 3);
  });

  it('must not fall', () => {
    expect(() => packOffsets(Uint32Array.from([3, 2]))).toThrow(/2 follows 3/);
  });

  it('are refused when cut short, lengthened or changed so that they are no packing', () => {
    fc.assert(
      fc.property(ascending, fc.nat(), (offsets, at) => {
        const bytes = packOffsets(offsets);
        expect(() => unpackOffsets(bytes.subarray(0, at % bytes.length))).toThrow(RangeError);
        expect(() => unpackOffsets(Uint8Array.from([...bytes, at & 0xff]))).toThrow(RangeError);
      }),
    );
    for (const damaged of [
      [],
      [0x80],
      [1, 0x80, 0],
      [5, 1],
      [0xff, 0xff, 0xff, 0xff, 0x7f],
      [2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1],
    ]) {
      expect(() => unpackOffsets(Uint8Array.from(damaged))).toThrow(RangeError);
    }
  });

  it('never come from bytes that packing would not have made', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let offsets: Uint32Array;
        try {
          offsets = unpackOffsets(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(packOffsets(offsets)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});
