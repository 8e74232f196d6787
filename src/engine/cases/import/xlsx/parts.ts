import { elementsAt, type XmlElement } from '../../../import/docx/xml.ts';
import { showsDay } from './dates.ts';

/** The name of an element, whichever of the two namespaces of SpreadsheetML it is in. */
export const localName = ({ name }: XmlElement): string => name.replace(/^\{[^}]*\}|^[a-z]+:/, '');

/** @returns the children of that name, in order */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && localName(child) === name,
  );

/** @returns what a string says, whether plain or in runs; how it is pronounced is left out. `_xHHHH_` is a character. */
export function stringOf(element: XmlElement): string {
  const own = childrenOf(element, 't').map((text) => text.children.join(''));
  const runs = childrenOf(element, 'r').flatMap((run) =>
    childrenOf(run, 't').map((text) => text.children.join('')),
  );
  return [...own, ...runs]
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** @returns the strings that cells share, by their number */
export function sharedStrings(xml: string): string[] {
  return [...elementsAt(xml, 1)].filter((each) => localName(each) === 'si').map(stringOf);
}

/** @returns for each style of cells whether it shows a day */
export function dayStyles(xml: string): boolean[] {
  const parts = new Map([...elementsAt(xml, 1)].map((each) => [localName(each), each]));
  const codes = new Map(
    childrenOf(parts.get('numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode'),
    ]),
  );
  return childrenOf(parts.get('cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    return showsDay(id, codes.get(id));
  });
}

/** What a workbook says of itself. */
export interface Book {
  readonly is1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
}

/** @returns the sheets in their order, and which calendar days are counted in */
export function bookOf(xml: string): Book {
  const parts = [...elementsAt(xml, 1)];
  const date1904 = parts.find((each) => localName(each) === 'workbookPr')?.attributes.get('date1904');
  return {
    is1904: date1904 === '1' || date1904 === 'true',
    sheets: childrenOf(
      parts.find((each) => localName(each) === 'sheets'),
      'sheet',
    ).map(({ attributes }) => ({
      name: attributes.get('name') ?? '',
      relation: attributes.get('r:id') ?? '',
    })),
  };
}

/** @returns where the parts of a part lie in the archive, by the names that it has for them */
export function relationsOf(xml: string): ReadonlyMap<string, string> {
  return new Map(
    [...elementsAt(xml, 1)].map(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      return [
        attributes.get('Id') ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      ];
    }),
  );
}
