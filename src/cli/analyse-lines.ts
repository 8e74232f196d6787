import type { Crosstab, ExactTest, Saturation, Similarity } from '../contract/analyse.ts';
import { counted } from '../engine/find.ts';

/** How the reason is said why nothing was tested. */
const LACKS = { constant: 'nothing to test', large: 'too large to test' } as const;

/** @returns a crosstab as lines for people: the groups, numbered, then places, then cases, and what may be concluded */
export function crosstabLines(
  { groups, rows, association, sharing, leftOut }: Crosstab,
  paths: ReadonlyMap<string, string>,
): string[] {
  const heads = groups.map((_, index) => String(index + 1));
  const pathOf = (code: string) => paths.get(code) ?? '';
  const { places, chiSquare, degrees, cramersV } = association;
  return [
    ...groups.map(
      ({ title, documents, cases }, index) =>
        `${index + 1}  ${title}  (${counted(documents, 'document')}, ${counted(cases, 'case')})`,
    ),
    '',
    'Places: observed, expected in brackets',
    ...aligned([
      ['', ...heads],
      ...rows.map(({ code, observed, expected }) => [
        pathOf(code),
        ...observed.map((count, index) => `${count} (${(expected[index] ?? 0).toFixed(1)})`),
      ]),
    ]),
    chiSquare === null
      ? `${counted(places, 'place')}; Cramér's V needs two codes and two groups with places.`
      : `${counted(places, 'place')}; chi-square ${chiSquare.toFixed(2)}, ${counted(degrees, 'degree')} of freedom, Cramér's V ${cramersV?.toFixed(2)}.`,
    'This describes: passages of one document are not independent, so there is no p-value.',
    '',
    'Cases: present / absent, and not judged',
    ...aligned([
      ['', ...heads, "Fisher's exact test"],
      ...rows.map(({ code, present, absent, notJudged, exact }) => [
        pathOf(code),
        ...present.map((count, index) => {
          const open = notJudged[index] ?? 0;
          return `${count}/${absent[index] ?? 0}${open > 0 ? ` ·${open}` : ''}`;
        }),
        tested(exact),
      ]),
    ]),
    '· not judged, and not tested. Holm: corrected for the number of codes that are tested.',
    ...(sharing === 0
      ? []
      : [
          `${counted(sharing, 'case')} share documents: the test takes them for independent, which they are not.`,
        ]),
    leftOutLine('document', leftOut.documents),
    leftOutLine('case', leftOut.cases),
  ];
}

function tested({ p, adjusted, lack }: ExactTest): string {
  if (lack !== null) return LACKS[lack];
  return `p ${p?.toFixed(4)}, Holm ${adjusted?.toFixed(4)}`;
}

const leftOutLine = (what: string, { none, several }: { none: number; several: number }) =>
  `Left out: ${counted(none, what)} without a value, ${several} with several.`;

/** @returns the columns in the order of their clusters, numbered, and how alike they are */
export function similarityLines(
  { columns, without, values, open, order }: Similarity,
  none: string,
): string[] {
  const count = columns.length;
  const at = (one: number, other: number) => {
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    return a * count - (a * (a + 1)) / 2 + (b - a - 1);
  };
  const titleOf = (place: number) => columns[place]?.title || none;
  return [
    ...order.map(
      (place, index) => `${index + 1}  ${titleOf(place)}  (${counted(columns[place]?.codes ?? 0, 'code')})`,
    ),
    '',
    ...aligned([
      ['', ...order.map((_, index) => String(index + 1))],
      ...order.map((one, row) => [
        String(row + 1),
        ...order.map((other) =>
          one === other
            ? '1'
            : `${(values[at(one, other)] ?? 0).toFixed(2)}${open[at(one, other)] ? '·' : ''}`,
        ),
      ]),
    ]),
    '',
    '· some codes of the one were not judged in the other, and count as if it did not have them',
    `Left out: ${without} without a code.`,
  ];
}

/** @returns a line a document: what it adds, what there is so far, and how much that is in any order */
export function saturationLines({ steps, untouched }: Saturation): string[] {
  return [
    ...aligned([
      ['', 'codes', 'new', 'so far', 'in any order'],
      ...steps.map(({ title, codes, fresh, cumulative, expected }) => [
        title,
        String(codes),
        String(fresh.length),
        String(cumulative),
        expected.toFixed(1),
      ]),
    ]),
    `Left out: ${counted(untouched, 'document')} that nobody has coded or reviewed.`,
  ];
}

/** @returns the cells of each column filled up to one width, numbers to the right */
export function aligned(grid: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const line of grid)
    line.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  return grid.map((line) =>
    line
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
