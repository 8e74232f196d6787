import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOrder } from '../../../../src/engine/import/pdf/bidi.ts';

const read = (seen: string) =>
  readingOrder([...seen].map((text) => ({ text })))
    .map(({ cell }) => cell.text)
    .join('');

/** What is seen from left to right, where every letter is written from the right. */
const reversed = (text: string) => [...text].reverse().join('');

describe('a line in reading order', () => {
  it('is as it stands where nothing is written from the right', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(
          !/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text),
        );
        expect(read(text)).toBe(text);
      }),
    );
  });

  it('begins at the right in Hebrew, with numbers as they stand', () => {
    expect(read(reversed('שלום עולם'))).toBe('שלום עולם');
    expect(read(`12.5 ${reversed('מחיר ')}`)).toBe('מחיר  12.5');
  });

  it('keeps words of Latin letters within a line of Hebrew', () => {
    expect(read(`${reversed('אחרי')} Colligo 2 ${reversed('לפני')}`)).toBe('לפני Colligo 2 אחרי');
  });

  it('turns only what is written from the right within a line of English', () => {
    expect(read(`the word ${reversed('שלום')} means peace`)).toBe('the word שלום means peace');
  });

  it('turns brackets that the file gives as they look, and leaves others', () => {
    expect(read(reversed(')שלום('))).toBe('(שלום)');
    expect(read(reversed('(שלום)'))).toBe('(שלום)');
  });

  it('loses no letter and adds none', () => {
    const letters = fc.string({
      unit: fc.constantFrom('א', 'ב', 'ش', 'a', 'b', '1', '2', ' ', '.', '-', '،'),
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect([...read(text)].sort()).toEqual([...text].sort());
      }),
    );
  });
});
