import {
  type Block,
  isWide,
  type Picture,
  type Quote,
  type Report,
  type Section,
  type Written,
} from '../model.ts';
import { escaped } from '../words.ts';
import { WORD, XML } from './parts.ts';
import { tableOf } from './table.ts';
import { caption, field, paragraph, runs } from './text.ts';

/** A4 with margins of two centimetres, in twentieths of a point. */
const [SHORT, LONG, MARGIN] = [11906, 16838, 1134];

/** English metric units in a twentieth of a point, and in a CSS pixel. */
const [EMU_OF_TWENTIETH, EMU_OF_PIXEL] = [635, 9525];

type Turn = 'portrait' | 'landscape';

const widthOf = (turn: Turn) => (turn === 'portrait' ? SHORT : LONG) - 2 * MARGIN;

function pageOf(turn: Turn): string {
  const size =
    turn === 'portrait'
      ? `<w:pgSz w:w="${SHORT}" w:h="${LONG}"/>`
      : `<w:pgSz w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"/>`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:type w:val="nextPage"/>${size}<w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
}

const SPACES = `xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;

/** The text of a document as it is written: which way the page lies, and what waits to be written with what comes next. */
class Writing {
  readonly #written: Written;
  readonly #pictures: Uint8Array[];
  #turn: Turn = 'portrait';
  /** Headings, which go along with what they are about where the page is turned for it. */
  #waiting = '';
  #bookmarks = 0;

  constructor(written: Written, pictures: Uint8Array[]) {
    this.#written = written;
    this.#pictures = pictures;
  }

  heading(level: number, text: string, id?: string): void {
    const properties = `<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>`;
    const key = ++this.#bookmarks;
    const mark =
      id === undefined
        ? ['', '']
        : [`<w:bookmarkStart w:id="${key}" w:name="${bookmark(id)}"/>`, `<w:bookmarkEnd w:id="${key}"/>`];
    this.#waiting += `<w:p>${properties}${mark[0]}${runs(text)}${mark[1]}</w:p>`;
  }

  *block(block: Block): Generator<string, void> {
    if (block.kind === 'heading') {
      // The title stands outside the outline, and the sections are its first level.
      this.heading(block.level - 1, block.text, block.id);
      return;
    }
    const isNote = block.kind === 'paragraph' && block.look === 'note';
    if (!isNote) yield* this.#turnTo(block.kind === 'table' && isWide(block) ? 'landscape' : 'portrait');
    yield* this.flush();
    switch (block.kind) {
      case 'paragraph':
        yield paragraph(block.text, isNote ? { style: 'Note' } : {});
        return;
      case 'list':
        for (const item of block.items) yield paragraph(item, { style: 'ListBullet' });
        return;
      case 'terms':
        for (const { term, text } of block.entries) {
          const before = `${runs(term, { bold: true })}<w:r><w:tab/></w:r>`;
          yield paragraph(text, { style: 'Term' }, before);
        }
        return;
      case 'table':
        yield* tableOf(block, ++this.#written.tables, widthOf(this.#turn));
        return;
      case 'quote':
        this.#written.quotes++;
        yield quoteOf(block, this.#numbered(block.picture));
        return;
      case 'picture':
        yield pictureOf(block, ++this.#written.pictures, this.#numbered(block) ?? 0);
    }
  }

  /** Takes a picture along. @returns its number among all of them, from 1; null for none */
  #numbered(picture: { readonly png: Uint8Array } | null): number | null {
    return picture === null ? null : this.#pictures.push(picture.png);
  }

  *flush(): Generator<string, void> {
    if (this.#waiting !== '') yield this.#waiting;
    this.#waiting = '';
  }

  *end(): Generator<string, void> {
    yield* this.flush();
    yield pageOf(this.#turn);
  }

  *#turnTo(turn: Turn): Generator<string, void> {
    if (turn === this.#turn) return;
    yield `<w:p><w:pPr><w:pStyle w:val="Note"/>${pageOf(this.#turn)}</w:pPr></w:p>`;
    this.#turn = turn;
    // The turned page is a new one already: a section that begins on it must not begin another.
    this.#waiting = this.#waiting.replace(
      '<w:pStyle w:val="Heading1"/>',
      '<w:pStyle w:val="Heading1"/><w:pageBreakBefore w:val="0"/>',
    );
  }
}

/**
 * @param written is counted up, for the captions, too
 * @param pictures gets the PNG of each picture, in the order of their numbers
 * @returns word/document.xml in pieces
 */
export async function* documentOf(
  report: Report,
  written: Written,
  pictures: Uint8Array[],
): AsyncGenerator<string, void> {
  const { title, lines, front, sections } = report;
  const writing = new Writing(written, pictures);
  yield `${XML}<w:document ${SPACES}><w:body>`;
  yield paragraph(title, { style: 'Title' });
  for (const line of lines) yield paragraph(line, { style: 'Subtitle' });
  for (const block of front) yield* writing.block(block);
  yield* contents(sections);
  for (const { id, title: called, blocks } of sections) {
    writing.heading(1, called, id);
    for await (const block of blocks) yield* writing.block(block);
  }
  yield* writing.end();
  yield '</w:body></w:document>';
}

/** A name that Word takes: letters, digits and underscores, 40 at most. */
const bookmark = (id: string): string => `_${id.replaceAll('-', '')}`.slice(0, 40);

/** Contents as a field, so that Word can make them anew with page numbers, with links until then. */
function* contents(sections: readonly Section[]): Generator<string, void> {
  const lines = sections.flatMap(({ id, title, entries }) => [
    { style: 'TOC1', id, text: title },
    ...entries.map((entry) => ({ style: 'TOC2', ...entry })),
  ]);
  if (lines.length === 0) return;
  const [before, after] = field('TOC \\o "1-2" \\h \\z \\u', '\n').split('<w:r><w:t>\n</w:t></w:r>');
  yield paragraph('Contents', { style: 'ContentsHeading' });
  for (const [index, { style, id, text }] of lines.entries()) {
    yield `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${index === 0 ? before : ''}<w:hyperlink w:anchor="${bookmark(id)}" w:history="1">${runs(text)}</w:hyperlink>${index === lines.length - 1 ? after : ''}</w:p>`;
  }
}

/** @param number of its picture among all of them; null where it has none */
function quoteOf({ text, picture, language, source, comment }: Quote, number: number | null): string {
  return [
    text === null ? '' : paragraph(text, { style: 'Quote', language }),
    picture === null || number === null
      ? ''
      : `<w:p><w:pPr><w:keepNext/><w:ind w:left="284"/></w:pPr>${drawn(picture, number, `Part ${number}`, source)}</w:p>`,
    paragraph(comment === '' ? source : `${source}\nComment: ${comment}`, { style: 'Source' }),
  ].join('');
}

/** The largest part of a page’s width, and of its height, that a picture takes. */
const LARGEST = { width: 1, height: 0.8 };

/**
 * @param number of the picture among all of them
 * @param said what is to be seen
 * @returns a run with it
 */
function drawn(
  { width, height }: { readonly width: number; readonly height: number },
  number: number,
  name: string,
  said: string,
): string {
  const room = {
    width: widthOf('portrait') * EMU_OF_TWENTIETH * LARGEST.width,
    height: (LONG - 2 * MARGIN) * EMU_OF_TWENTIETH * LARGEST.height,
  };
  const scale = Math.min(1, room.width / (width * EMU_OF_PIXEL), room.height / (height * EMU_OF_PIXEL));
  const [cx, cy] = [width, height].map((side) => Math.round(side * scale * EMU_OF_PIXEL));
  const named = `id="${number}" name="${name}" descr="${escaped(said)}"`;
  const inside = `<pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** @param figure its number among the figures; @param number among all pictures */
function pictureOf(picture: Picture, figure: number, number: number): string {
  const { title, sentence } = picture;
  return [
    `<w:p><w:pPr><w:keepNext/></w:pPr>${drawn(picture, number, `Figure ${figure}`, sentence)}</w:p>`,
    caption('Figure', figure, title).replace(
      '<w:pStyle w:val="Caption"/>',
      '<w:pStyle w:val="Caption"/><w:keepNext w:val="0"/>',
    ),
    paragraph(sentence, { style: 'Note' }),
  ].join('');
}
