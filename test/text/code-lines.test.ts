import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLines, type TaxonomyCode } from '../../src/engine/codebook/taxonomy.ts';
import { MAX_CODE_DEPTH, readCodeLines } from '../../src/text/code-lines.ts';

describe('lines', () => {
  test('an indent makes a child, whatever its width, and a tab counts as four spaces', () => {
    expect(readCodeLines('One\n  Two\n\t Three\n  Four\nFive')).toEqual([
      { name: 'One', depth: 0 },
      { name: 'Two', depth: 1 },
      { name: 'Three', depth: 2 },
      { name: 'Four', depth: 1 },
      { name: 'Five', depth: 0 },
    ]);
  });

  test('bullets, empty lines and foreign line ends say nothing', () => {
    expect(readCodeLines('- One\r\n\r\n  * Two\r\n  • Three')).toEqual([
      { name: 'One', depth: 0 },
      { name: 'Two', depth: 1 },
      { name: 'Three', depth: 1 },
    ]);
  });

  test('an indented first line is a root, and what stands less deep is its sibling', () => {
    expect(readCodeLines('    One\n  Two').map(({ depth }) => depth)).toEqual([0, 0]);
  });

  test('no code lies deeper than a codebook may be, and no name is cut within a character', () => {
    const stairs = Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}Code`).join('\n');
    expect(Math.max(...readCodeLines(stairs).map(({ depth }) => depth))).toBe(MAX_CODE_DEPTH);
    const [long] = readCodeLines(`${'a'.repeat(299)}🙂`);
    expect(long?.name).toBe('a'.repeat(299));
  });

  test('the tree that is made is the one that was shown', () => {
    const flat = (codes: readonly TaxonomyCode[], depth = 0): { name: string; depth: number }[] =>
      codes.flatMap(({ name, children }) => [{ name, depth }, ...flat(children ?? [], depth + 1)]);
    const line = fc
      .tuple(fc.constantFrom('', ' ', '  ', '    ', '\t', '\t\t '), fc.constantFrom('A', '- B', '• C d', ''))
      .map(([indent, name]) => indent + name);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        expect(flat(parseLines(text))).toEqual(readCodeLines(text));
      }),
    );
  });
});
