import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassageRow } from '../../src/contract/passages.ts';
import { passagesByPage } from '../../src/renderer/contents/counts.ts';
import {
  filteredSections,
  type Heading,
  headingsOf,
  offsetInSight,
  rowsOf,
  type Section,
  sectionAt,
  sectionsOf,
} from '../../src/renderer/contents/headings.ts';
import type { LoadedText } from '../../src/renderer/reader/text.ts';
import type { PageFacts } from '../../src/text/pages.ts';

const heading = (start: number, level: number, text = `Heading ${start}`): Heading => ({
  start,
  end: start + text.length,
  level,
  text,
});
const none = () => false;
const names = (sections: readonly Section[]): unknown[] =>
  sections.map(({ heading: { text }, children }) =>
    children.length === 0 ? text : [text, ...names(children)],
  );
const page = (number: number, start: number, end: number): PageFacts => ({
  number,
  label: String(number),
  width: 595,
  height: 842,
  start,
  end,
});

describe('the headings of a text', () => {
  test('are those with words, on one line, as they are read', () => {
    const text = 'The fore-\nword of all\n\nOn goes the text.\n\n \n\nEnd';
    const loaded: LoadedText = {
      documentId: 'd',
      versionId: 'v',
      total: 4,
      text,
      lineHyphens: new Set([8]),
      isPrinted: true,
      blocks: [
        { kind: 'heading', level: 2, start: 0, end: 21 },
        { kind: 'paragraph', level: null, start: 23, end: 40 },
        { kind: 'heading', level: 1, start: 42, end: 43 },
        { kind: 'heading', level: null, start: 45, end: 48 },
      ],
    };
    expect(headingsOf(loaded).map((each) => [each.text, each.level])).toEqual([
      ['The foreword of all', 2],
      ['End', 1],
    ]);
  });

  test('stand below those of a higher level, and a level that is left out makes no gap', () => {
    const sections = sectionsOf([
      heading(0, 2, 'Before'),
      heading(10, 1, 'One'),
      heading(20, 3, 'Deep'),
      heading(30, 2, 'Less deep'),
      heading(40, 1, 'Two'),
    ]);
    expect(names(sections)).toEqual(['Before', ['One', 'Deep', 'Less deep'], 'Two']);
  });

  test('all stand in the tree, in order, however their levels go up and down', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (levels) => {
        const headings = levels.map((level, index) => heading(index * 10, level));
        expect(rowsOf(sectionsOf(headings), none).map((each) => each.heading)).toEqual(headings);
      }),
    );
  });

  test('are found by words in any order and without accents, with those that they stand under', () => {
    const sections = sectionsOf([
      heading(0, 1, 'Énergie'),
      heading(10, 2, 'Plan for water'),
      heading(30, 2, 'Schools'),
      heading(40, 1, 'Water'),
    ]);
    expect(names(filteredSections(sections, ' WATER  plan'))).toEqual([['Énergie', 'Plan for water']]);
    expect(names(filteredSections(sections, 'energie'))).toEqual(['Énergie']);
    expect(filteredSections(sections, 'bridge')).toEqual([]);
  });
});

describe('the section in sight', () => {
  const sections = sectionsOf([heading(10, 1), heading(50, 2), heading(90, 1)]);

  test('is the last that began, or of a folded one the heading that it stands under', () => {
    const rows = rowsOf(sections, none);
    expect(sectionAt(rows, 9)).toBeUndefined();
    expect(sectionAt(rows, 10)?.heading.start).toBe(10);
    expect(sectionAt(rows, 89)?.heading.start).toBe(50);
    const folded = rowsOf(sections, ({ start }) => start === 10);
    expect(sectionAt(folded, 60)?.heading.start).toBe(10);
  });

  test('is told by the present paragraph where that is in sight, else by the head of the window', () => {
    const pages = [page(1, 0, 100), page(2, 100, 200)];
    expect(offsetInSight(40, 60, pages)).toBe(60);
    expect(offsetInSight(40, 120, pages)).toBe(40);
    expect(offsetInSight(40, 30, pages)).toBe(40);
    expect(offsetInSight(0, 200, [])).toBe(200);
    expect(offsetInSight(0, 20_000, [])).toBe(0);
  });
});

test('the passages of a page are counted by place, on every page that they touch', () => {
  const pages = [page(1, 0, 100), page(2, 100, 100), page(3, 100, 200)];
  const passage = (start: number, end: number, over: Partial<PassageRow> = {}): PassageRow => ({
    id: 'p',
    documentId: 'd',
    versionId: 'v',
    start,
    end,
    region: null,
    page: null,
    status: 'exact',
    comment: '',
    createdBy: 'c',
    createdAt: '2026-01-01T00:00:00.000Z',
    codings: [{ id: 'k', codeId: 'a', coderId: 'c', weight: null, createdAt: '2026-01-01T00:00:00.000Z' }],
    ...over,
  });
  const region = { page: 2, x: 10, y: 10, width: 50, height: 50 };
  const counts = passagesByPage(
    [
      passage(0, 10),
      passage(0, 10),
      passage(90, 110),
      passage(100, 100, { region }),
      passage(100, 100, { region: { ...region, x: 20 } }),
      passage(20, 30, { codings: [] }),
      passage(40, 50, { status: 'lost' }),
    ],
    pages,
  );
  expect([...counts].sort(([a], [b]) => a - b)).toEqual([
    [1, 2],
    [2, 2],
    [3, 1],
  ]);
});
