import { VERSION } from '../../../contract/version.ts';
import type { Report } from '../model.ts';
import { escaped } from '../words.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What each part is, by its path; pictures by their ending. */
export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${MIME}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MIME}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${MIME}.settings+xml"/><Override PartName="/word/numbering.xml" ContentType="${MIME}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="${MIME}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`;

export const PACKAGE_LINKS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`;

/** @param pictures how many there are; each is `picture<n>` */
export function documentLinks(pictures: number): string {
  const images = Array.from(
    { length: pictures },
    (_, index) =>
      `<Relationship Id="picture${index + 1}" Type="${OFFICE}/relationships/image" Target="media/${index + 1}.png"/>`,
  );
  const own = ['styles', 'settings', 'numbering'].map(
    (part) => `<Relationship Id="${part}" Type="${OFFICE}/relationships/${part}" Target="${part}.xml"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${own.join('')}<Relationship Id="footer" Type="${OFFICE}/relationships/footer" Target="footer1.xml"/>${images.join('')}</Relationships>`;
}

/** The days of the document are those of the project, so that writing it again gives the same bytes. */
export const coreProperties = ({ title, at }: Report): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:language>en</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:modified></cp:coreProperties>`;

export const APP_PROPERTIES = `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>Colligo ${VERSION}</Application></Properties>`;

export const SETTINGS = `${XML}<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`;

export const NUMBERING = `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

const field = (name: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** The title and the number of the page. */
export const footer = ({ title }: Report): string =>
  `${XML}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(title).replace(/\s+/g, ' ')}  ·  </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> of </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`;
