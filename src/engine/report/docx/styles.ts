import { WORD, XML } from './parts.ts';

interface Look {
  readonly id: string;
  readonly name: string;
  /** Paragraph properties, in the schema's order. */
  readonly paragraph?: string;
  readonly run?: string;
  readonly next?: string;
}

const spacing = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const QUIET = '<w:color w:val="565B66"/>';
const BOLD = '<w:b/><w:bCs/>';

/** Headings are the program's own styles by name, so that its outline, its contents and screen readers know them. */
const heading = (level: number, points: number, before: number, more = ''): Look => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  paragraph: `<w:keepNext/><w:keepLines/>${more}${spacing(before, 80)}<w:outlineLvl w:val="${level - 1}"/>`,
  run: `${BOLD}${size(points)}`,
  next: 'Normal',
});

const LOOKS: readonly Look[] = [
  { id: 'Title', name: 'Title', paragraph: spacing(0, 120), run: `${BOLD}${size(26)}`, next: 'Normal' },
  { id: 'Subtitle', name: 'Subtitle', paragraph: spacing(0, 20), run: `${QUIET}${size(11)}` },
  heading(1, 18, 0, '<w:pageBreakBefore/>'),
  heading(2, 13, 280),
  heading(3, 11, 200),
  heading(4, 10, 160),
  {
    id: 'ContentsHeading',
    name: 'Contents Heading',
    paragraph: `<w:keepNext/>${spacing(360, 80)}`,
    run: `${BOLD}${size(13)}`,
  },
  { id: 'TOC1', name: 'toc 1', paragraph: spacing(60, 20) },
  { id: 'TOC2', name: 'toc 2', paragraph: `${spacing(0, 0)}<w:ind w:left="280"/>`, run: size(9) },
  { id: 'Note', name: 'Note', paragraph: spacing(60, 120), run: `${QUIET}${size(9)}` },
  { id: 'Caption', name: 'caption', paragraph: `<w:keepNext/>${spacing(200, 80)}`, run: `${BOLD}${size(9)}` },
  { id: 'ListBullet', name: 'List Bullet', paragraph: '<w:numPr><w:numId w:val="1"/></w:numPr>' },
  { id: 'Term', name: 'Term', paragraph: `${spacing(20, 40)}<w:ind w:left="1700" w:hanging="1700"/>` },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="D9DCE2"/></w:pBdr>${spacing(120, 0)}<w:ind w:left="284"/>`,
    next: 'Source',
  },
  {
    id: 'Source',
    name: 'Source',
    paragraph: `${spacing(20, 120)}<w:ind w:left="284"/>`,
    run: `${QUIET}${size(9)}`,
  },
  { id: 'Cell', name: 'Cell', paragraph: spacing(20, 20), run: size(9) },
  { id: 'CellHead', name: 'Cell Head', paragraph: spacing(20, 20), run: `${BOLD}${size(9)}` },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `${spacing(0, 0)}<w:jc w:val="center"/>`,
    run: `${QUIET}${size(8)}`,
  },
];

function styleOf({ id, name, paragraph, run, next }: Look): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`;
}

/** The styles of the document; fonts that Word and LibreOffice both have, or stand in for. */
export const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial" w:eastAsia="SimSun"/>${size(10)}<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${LOOKS.map(styleOf).join('')}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="8A909C"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="8A909C"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9DCE2"/></w:tblBorders></w:tblPr></w:style></w:styles>`;
