import { escaped, isRightToLeft, languageTag } from '../words.ts';

/** How a paragraph looks, beside its style. */
export interface ParagraphLook {
  readonly style?: string;
  /** BCP 47, where it is not the document's. */
  readonly language?: string;
  readonly isNumber?: boolean;
  /** Twentieths of a point. */
  readonly indent?: number;
}

/**
 * @returns a paragraph; line ends and tabs stay what they are, and a text that runs from right to left does so
 */
export function paragraph(
  text: string,
  { style, language, isNumber, indent }: ParagraphLook = {},
  before = '',
): string {
  const rtl = isRightToLeft(text);
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    rtl ? '<w:bidi/>' : '',
    indent ? `<w:ind w:left="${indent}"/>` : '',
    isNumber ? '<w:jc w:val="right"/>' : '',
  ].join('');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${before}${runs(text, { rtl, language })}</w:p>`;
}

interface RunLook {
  readonly rtl?: boolean;
  readonly language?: string | undefined;
  readonly bold?: boolean;
}

/** @returns a run that holds the text */
export function runs(text: string, { rtl = false, language, bold = false }: RunLook = {}): string {
  if (text === '') return '';
  const tag = language === undefined ? null : languageTag(language);
  const properties = [
    bold ? '<w:b/><w:bCs/>' : '',
    rtl ? '<w:rtl/>' : '',
    tag ? `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>` : '',
  ].join('');
  const pieces = escaped(text)
    .split(/(\n|\t)/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>';
      if (piece === '\t') return '<w:tab/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${piece}</w:t>`;
    });
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`;
}

/** @returns a field that Word counts anew when it is asked to, with what it shows until then */
export const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** @returns the caption of a table or figure, numbered by a field */
export function caption(name: 'Table' | 'Figure', number: number, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>${runs(`${name} `)}${field(`SEQ ${name} \\* ARABIC`, String(number))}${runs(`. ${text}`)}</w:p>`;
}
