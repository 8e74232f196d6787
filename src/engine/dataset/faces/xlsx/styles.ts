/** Looks of cells, by their place among `cellXfs` in `STYLES`. */
export const LOOK = {
  plain: 0,
  header: 1,
  moment: 2,
  /** A text that begins as a formula does: it stays text when somebody edits the cell. */
  sign: 3,
  wrapped: 4,
  title: 5,
} as const;

export type Look = (typeof LOOK)[keyof typeof LOOK];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;

const look = (attributes: string, inside = '') =>
  `<xf borderId="0" fillId="0" xfId="0" ${attributes}>${inside}</xf>`;

const TOP = '<alignment vertical="top" wrapText="1"/>';

/** The text of xl/styles.xml. Moments are shown to the millisecond, in no country's order. */
export const STYLES = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/></numFmts>',
  `<fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0"/></cellStyleXfs>',
  '<cellXfs count="6">',
  look('fontId="0" numFmtId="0"'),
  look('fontId="1" numFmtId="0" applyFont="1" applyAlignment="1"', '<alignment vertical="top"/>'),
  look('fontId="0" numFmtId="164" applyNumberFormat="1"'),
  look('fontId="0" numFmtId="0" quotePrefix="1"'),
  look('fontId="0" numFmtId="0" applyAlignment="1"', TOP),
  look('fontId="2" numFmtId="0" applyFont="1"'),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle builtinId="0" name="Normal" xfId="0"/></cellStyles></styleSheet>\n',
].join('');
