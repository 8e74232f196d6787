import { describe, expect, it } from 'vitest';
import { structurePages } from '../../../../src/engine/import/pdf/structure/structure.ts';
import { blocksOf, document, line, lines, paragraph } from './structure-pages.ts';

/** The kinds and first words of what becomes of a document. */
const begin = (raw: Parameters<typeof blocksOf>[0]) =>
  blocksOf(raw).map((block) => block.split(' ').slice(0, 2).join(' '));

/** Two columns of running text, left and right. */
const left = lines(paragraph('left', 12), 50, 100).map((one, at) => ({
  ...one,
  text: one.text.slice(0, 40),
  edges: one.edges.slice(0, 80),
  y: 100 + at * 12,
}));
const right = lines(paragraph('right', 12), 310, 100).map((one) => ({
  ...one,
  text: one.text.slice(0, 40),
  edges: one.edges.slice(0, 80),
}));

describe('paragraphs', () => {
  it('are lines joined by line ends, and part at an indent, at more space and behind a line that is not full', () => {
    const one = lines(paragraph('alpha', 3), 50, 100);
    const two = [
      line('Beta is indented a little and full of words up to the edges', 65, 136),
      ...lines(paragraph('beta', 3).slice(1), 50, 148),
    ];
    const three = lines(paragraph('gamma', 3), 50, 190);
    expect(begin(document([[...one, ...two, ...three]]))).toEqual([
      'paragraph: alpha',
      'paragraph: Beta',
      'paragraph: gamma',
    ]);
    expect(blocksOf(document([one]))).toEqual([`paragraph: ${paragraph('alpha', 3).join('/')}`]);
  });

  it('go on in the next column, and are read there after the whole first one', () => {
    const across = left.flatMap((one, at) => [one, right[at] ?? one]);
    const [head] = lines(['A heading that goes across both columns of the page'], 50, 70, {
      size: 18,
      bold: true,
    });
    for (const drawn of [[head ?? [], left, right].flat(), [head ?? [], across].flat()]) {
      expect(begin(document([drawn]))).toEqual(['heading1: A', 'paragraph: left', 'paragraph: right']);
    }
    const whole = [...left.slice(0, -1), ...right.slice(1)];
    expect(begin(document([whole]))).toEqual(['paragraph: left']);
  });

  it('keep words that are drawn apart on one line, and what is raised, together', () => {
    const apart = [line('Wide', 50, 100), line('gaps', 110, 100), line('7', 130.2, 96.5, { size: 6 })];
    expect(blocksOf(document([apart]))).toEqual(['paragraph: Wide gaps7']);
  });

  it('written along the margin come last', () => {
    const margin = line('Along the margin', 20, 700, { angle: 270 });
    expect(begin(document([[margin, ...lines(paragraph('alpha', 3), 50, 100)]]))).toEqual([
      'paragraph: alpha',
      'paragraph: Along',
    ]);
  });
});

describe('pages', () => {
  const page = (number: number, body: ReturnType<typeof lines>) => [
    line('A running head', 250, 30),
    ...body,
    line(`1 A note on the ${['first', 'second', 'third'][number - 1]} page`, 50, 740, { size: 7 }),
    line(String(number), 300, 780),
  ];
  const going = (name: string, rows: number) => lines(paragraph(name, rows, true), 50, 100);

  it('let a paragraph that goes on overleaf be one block between their heads and feet', () => {
    const raw = document([
      page(1, going('alpha', 4)),
      page(2, [...lines(['and so the alpha ends here.'], 50, 100), ...lines(paragraph('beta', 3), 50, 130)]),
      page(3, lines(paragraph('gamma', 3), 50, 100)),
    ]);
    expect(begin(raw)).toEqual([
      'artifact: A',
      'footnote: 1',
      'artifact: 1',
      'paragraph: alpha',
      'artifact: A',
      'paragraph: beta',
      'footnote: 1',
      'artifact: 2',
      'artifact: A',
      'paragraph: gamma',
      'footnote: 1',
      'artifact: 3',
    ]);
    const { text, pages } = structurePages(raw, { most: 100 });
    expect(text.slice(pages[1]?.start, pages[1]?.end)).toMatch(
      /^and so the alpha ends here\.\n\nA running head[\s\S]*\n\n2$/,
    );
  });

  it('are touched by a paragraph in twos at most', () => {
    const raw = document([
      page(1, going('alpha', 4)),
      page(2, going('beta', 4)),
      page(3, lines(['and ends.'], 50, 100)),
    ]);
    const { blocks, pages } = structurePages(raw, { most: 100 });
    for (const { start, end } of blocks)
      expect(pages.filter((one) => one.start < end && one.end > start).length).toBeLessThanOrEqual(2);
    expect(begin(raw).filter((block) => block.startsWith('paragraph'))).toEqual([
      'paragraph: alpha',
      'paragraph: and',
    ]);
  });

  it('without text are empty where they stand', () => {
    const { pages, text } = structurePages(
      document([[], lines(['One.'], 50, 100), [], lines(['Two.'], 50, 100), []]),
      {
        most: 100,
      },
    );
    expect(text).toBe('One.\n\nTwo.');
    expect(pages.map(({ start, end }) => [start, end])).toEqual([
      [0, 0],
      [0, 4],
      [4, 4],
      [6, 10],
      [10, 10],
    ]);
  });

  it('have furniture that counts with them, but no lines that only look alike', () => {
    const chapter = (number: number) => [
      line(`Chapter ${Math.ceil(number / 9)}`, 50, 30),
      line(`Page ${number} of 5`, 250, 780),
      line(`Table ${number * 3}`, 50, 100),
      ...lines(paragraph(`alpha${number}`, 3), 50, 130),
    ];
    const kinds = blocksOf(document([1, 2, 3, 4, 5].map(chapter)));
    expect(kinds.filter((block) => block.startsWith('artifact'))).toHaveLength(10);
    expect(kinds).toContain('paragraph: Table 12');
    // A number at the edge is the page's where it is its label, and only there.
    expect(blocksOf(document([[...lines(paragraph('alpha', 3), 50, 100), line('1', 300, 780)]])).at(-1)).toBe(
      'artifact: 1',
    );
    expect(blocksOf(document([[...lines(paragraph('alpha', 3), 50, 100), line('7', 300, 780)]])).at(-1)).toBe(
      'paragraph: 7',
    );
  });

  it('have no furniture where their text begins, though a heading may stand there again and again', () => {
    const raw = document(
      [1, 2, 3, 4, 5, 6, 7].map((number) => [
        ...(number % 2 ? [] : [line('What is to be done', 50, 76, { size: 14, bold: true })]),
        ...lines(paragraph('abcdefgh'.charAt(number).repeat(5), 3), 50, number % 2 ? 76 : 100),
      ]),
    );
    expect(blocksOf(raw).filter((block) => block.startsWith('heading'))).toHaveLength(3);
  });

  it('have a head also where it comes once, if that is where all others have theirs', () => {
    const heads = ['One', 'One', 'One', 'Two', 'Three', 'Three', 'Three', 'Three'];
    const raw = document(
      heads.map((head, at) => [
        line(`Chapter ${head}`, 50, 30),
        ...lines(paragraph('abcdefgh'.charAt(at).repeat(5), 3), 50, 100),
      ]),
    );
    expect(blocksOf(raw)).toContain('artifact: Chapter Two');
  });

  it('have furniture where the file tags it so', () => {
    const tagged = [
      line('Confidential', 50, 400, { tag: 'Artifact' }),
      ...lines(paragraph('alpha', 3), 50, 100),
    ];
    expect(begin(document([tagged]))).toEqual(['paragraph: alpha', 'artifact: Confidential']);
  });
});

describe('notes', () => {
  it('stand behind the text of their page, each by itself, and leave what follows in the next column as it is', () => {
    const note = (text: string, x: number, y: number) => line(text, x, y, { size: 7 });
    const raw = document([
      [
        ...left,
        note('1 The first note, which is rather long and fills its own', 50, 700),
        note('line to the end.', 50, 709),
        note('2 The second note.', 50, 718),
        line('A heading', 310, 70, { size: 14, bold: true }),
        ...right,
      ],
    ]);
    expect(blocksOf(raw).map((block) => block.slice(0, 24))).toEqual([
      'paragraph: left begins w',
      'heading1: A heading',
      'paragraph: right begins ',
      'footnote: 1 The first no',
      'footnote: 2 The second n',
    ]);
  });
});

describe('tags', () => {
  it('part paragraphs that nothing else does, unless they part every line', () => {
    const two = lines(
      ['One line that is full of words up to its', 'end. Another one that is full of words t'],
      50,
      100,
      { tag: 'P' },
    );
    const elements = (first: number, second: number) =>
      document([two.map((one, at) => ({ ...one, element: at ? second : first }))]);
    expect(blocksOf(elements(1, 1))).toHaveLength(1);
    expect(blocksOf(document([two]))).toHaveLength(1);
    const broken = lines(paragraph('alpha', 8), 50, 200, { tag: 'P' }).map((one, at) => ({
      ...one,
      element: at,
    }));
    expect(blocksOf(document([broken]))).toHaveLength(1);
    const other = broken.map((one, at) => ({ ...one, element: at > 3 ? 2 : 1 }));
    expect(blocksOf(document([other]))).toHaveLength(2);
  });
});

describe('headings', () => {
  const body = lines(paragraph('alpha', 5), 50, 300);

  it('are what the outline names, over several lines, whatever its spaces, with its depth as their level', () => {
    const raw = document(
      [[...lines(['2.1 The second heading, which is', 'a long one'], 50, 250), ...body]],
      [{ title: 'The second heading, which isa long one', level: 3, page: 1, y: 240 }],
    );
    expect(begin(raw)).toEqual(['heading3: 2.1', 'paragraph: alpha']);
    expect(blocksOf(raw)[0]).toBe('heading3: 2.1 The second heading, which is/a long one');
  });

  it('are what the file tags so', () => {
    const tagged = lines(['A tagged', 'heading'], 50, 250, { tag: 'H2', element: 7 });
    expect(blocksOf(document([[...tagged, ...body]]))[0]).toBe('heading2: A tagged/heading');
  });

  it('are known by their looks: larger type has the higher level, and body text is none', () => {
    const raw = document([
      [
        line('The title', 50, 80, { size: 24, bold: true }),
        line('A chapter', 50, 150, { size: 16, bold: true }),
        ...lines(paragraph('beta', 3), 50, 180),
        line('A section', 50, 250, { bold: true }),
        ...lines(paragraph('alpha', 5), 50, 280),
        line('Heavy words that end as a sentence does.', 50, 360, { bold: true }),
        ...lines(paragraph('gamma', 3), 50, 390),
      ],
    ]);
    expect(begin(raw)).toEqual([
      'heading1: The',
      'heading2: A',
      'paragraph: beta',
      'heading3: A',
      'paragraph: alpha',
      'paragraph: Heavy',
      'paragraph: gamma',
    ]);
  });
});

describe('lists', () => {
  it('are items by their signs, nested by their indents, each with its own lines', () => {
    const raw = document([
      [
        ...lines(['We will do the following things in the years to come, namely'], 50, 100),
        line('• Train', 60, 112),
        line('– teachers, who will in turn train all those who come after', 80, 124),
        line('them', 90, 136),
        line('– nurses', 80, 148),
        line('• Build', 60, 160),
      ],
    ]);
    expect(blocksOf(raw).slice(1)).toEqual([
      'list_item1: • Train',
      'list_item2: – teachers, who will in turn train all those who come after/them',
      'list_item2: – nurses',
      'list_item1: • Build',
    ]);
    expect(structurePages(raw, { most: 100 }).text).toContain('• Train\n– teachers');
  });

  it('do not begin where a sentence is broken before a number', () => {
    const raw = document([
      lines(
        [
          'The plan was made in a meeting that was held in the year of',
          '2025. It holds fifty things that have to be done by the end',
        ],
        50,
        100,
      ),
    ]);
    expect(blocksOf(raw)).toHaveLength(1);
  });
});

describe('tables', () => {
  it('of contents are none', () => {
    const entry = (title: string, page: string, y: number) => [line(title, 50, y), line(page, 400, y)];
    const raw = document([
      [...entry('Introduction', '1', 100), ...entry('Aims', '3', 112), ...entry('Means', '12', 124)],
    ]);
    expect(blocksOf(raw)).toEqual(['paragraph: Introduction 1', 'paragraph: Aims 3', 'paragraph: Means 12']);
    expect(structurePages(raw, { most: 100 }).text).toBe('Introduction 1\nAims 3\nMeans 12');
  });

  it('are rows whose parts make columns; empty cells keep their tabs', () => {
    const row = (y: number, ...cells: [text: string, x: number][]) =>
      cells.map(([text, x]) => line(text, x, y));
    const raw = document([
      [
        ...lines(paragraph('alpha', 3), 50, 100),
        ...row(160, ['Sector', 50], ['Budget', 200], ['Year', 300]),
        ...row(174, ['Health', 50], ['3.5', 200], ['2025', 300]),
        ...row(188, ['Energy', 50], ['2026', 300]),
        ...lines(paragraph('beta', 3), 50, 230),
      ],
    ]);
    const { text, blocks } = structurePages(raw, { most: 100 });
    expect(text).toContain('\n\nSector\tBudget\tYear\nHealth\t3.5\t2025\nEnergy\t\t2026\n\nbeta');
    expect(blocks.filter(({ kind }) => kind === 'table_cell').at(-1)?.cell).toEqual({
      table: 0,
      row: 2,
      column: 2,
    });
  });

  it('are what is tagged as one', () => {
    const cell = (text: string, x: number, y: number, element: number) =>
      line(text, x, y, { tag: 'TD', element });
    const raw = document([
      [cell('a', 50, 100, 1), cell('b', 90, 100, 2), cell('c', 50, 115, 3), cell('d', 90, 115, 4)],
    ]);
    expect(structurePages(raw, { most: 100 }).text).toBe('a\tb\nc\td');
  });
});

it('refuses more blocks than are allowed', () => {
  const raw = document([[1, 2, 3].map((at) => line(`Paragraph ${at}.`, 50, at * 100))]);
  expect(() => structurePages(raw, { most: 2 })).toThrow(/more than 2 paragraphs/);
});
