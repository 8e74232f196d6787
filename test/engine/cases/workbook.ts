import { zipSync } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a workbook is made of, as the XML that a spreadsheet program writes. */
export interface Workbook {
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands in `sst`. */
  readonly strings?: string;
  /** Number formats: what stands in `numFmts`, and the format of each style. */
  readonly formats?: string;
  readonly styles?: readonly number[];
  readonly is1904?: boolean;
}

/** @returns the bytes of a workbook with a sheet called “Places” */
export function workbook({ rows, strings = '', formats = '', styles = [0], is1904 }: Workbook): Uint8Array {
  const text = (xml: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  return zipSync({
    'xl/workbook.xml': text(
      `<workbook ${MAIN} xmlns:r="${OFFICE}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="Places" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/one.xml"/></Relationships>`,
    ),
    'xl/styles.xml': text(
      `<styleSheet ${MAIN}><numFmts>${formats}</numFmts><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': text(`<sst ${MAIN}>${strings}</sst>`),
    'xl/worksheets/one.xml': text(`<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`),
  });
}
