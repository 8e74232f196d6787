import type { CanonicalText } from '../canonical.ts';
import { LineBuilder, withLead } from '../html/line.ts';
import { alternative } from './content.ts';
import { type Counts, RunReader } from './inline.ts';
import type { NoteLabels } from './notes.ts';
import type { Numbering } from './numbering.ts';
import type { Relationship } from './parts.ts';
import type { ParagraphStyle, Styles } from './styles.ts';
import { isMergedAbove, isOneBox, rowsIn, spanOf } from './tables.ts';
import { childElements, firstChild, settingOf, type XmlElement } from './xml.ts';

/** What a document's blocks are read with. */
interface Definitions {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: NoteLabels;
}

/** A paragraph's place in lists. */
interface ListPlace {
  readonly id: string;
  readonly level: number;
  /** What is printed before the text. */
  readonly lead: string;
}

/** What the last block was, for what separates it from the next. */
interface Last {
  readonly kind: 'list_item' | 'code' | 'page_break' | 'other';
  /** Of a list's item: the list at the margin that it stands in, if one began. */
  readonly margin: string | null;
}

/** More tabs in a row than a person would count. */
const MOST_TABS = 20;

/** Wrappers of blocks that say nothing of them. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:moveTo',
  'w:ins',
]);

/** Writes the blocks of a Word document into a canonical text, by the rules that hold for Markdown. */
export class DocumentWriter {
  readonly counts: Counts = { images: 0, insertions: 0, deletions: 0, comments: 0, hidden: 0 };
  readonly #out: CanonicalText;
  readonly #with: Definitions;
  readonly #line = new LineBuilder();
  readonly #runs: RunReader;
  #boxes: XmlElement[] = [];
  #isNote = false;
  #inCell = false;
  #tables = 0;
  /** A note's label that waits for its first text. */
  #label = '';
  #last: Last | null = null;
  /** What the paragraph that is being read is, for a page break in its middle. */
  #current: { style: ParagraphStyle; list: ListPlace | null } | null = null;

  constructor(out: CanonicalText, definitions: Definitions) {
    this.#out = out;
    this.#with = definitions;
    this.#runs = new RunReader(this.#line, definitions.styles, definitions.notes, this.counts, {
      pageBreak: () => this.#breakPage(),
      textBox: (content) => this.#boxes.push(content),
    });
  }

  /** Says which part of the document comes next, by what it points to. */
  begin(links: ReadonlyMap<string, Relationship>): void {
    this.#runs.begin(links);
  }

  /** Writes one child of the document's body. */
  write(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element);
        return;
      case 'w:tbl':
        this.#table(element);
        return;
      case 'mc:AlternateContent': {
        const chosen = alternative(element);
        if (chosen) this.#all(chosen);
        return;
      }
    }
    if (WRAPPERS.has(element.name)) this.#all(element);
  }

  /** Ends a part of the document, where a paragraph may still be open. */
  end(): void {
    if (this.#current) this.#endParagraph();
  }

  /** Writes a note behind its label. */
  note(element: XmlElement, label: string | null): void {
    this.#isNote = true;
    if (label !== null) this.#label = `[${label}] `;
    this.#all(element);
    this.end();
    if (this.#label !== '') this.#add(this.#label.trimEnd(), [], PLAIN, null);
    this.#label = '';
    this.#isNote = false;
  }

  #all(parent: XmlElement): void {
    for (const child of childElements(parent)) this.write(child);
  }

  #listPlace(properties: XmlElement | undefined, style: ParagraphStyle): ListPlace | null {
    const { styles, numbering } = this.#with;
    if (!style.numbering) return null;
    const { id } = style.numbering;
    const level = style.numbering.level ?? numbering.levelOfStyles(id, styles.idsOf(properties));
    const lead = numbering.next(id, level);
    return lead === null ? null : { id, level, lead };
  }

  #paragraph(element: XmlElement): void {
    const properties = firstChild(element, 'w:pPr');
    const goesOn = this.#current !== null;
    if (isEndDeleted(properties)) {
      this.#current ??= { style: PLAIN, list: null };
      if (this.#inCell && !goesOn) this.#beginLine();
      this.#runs.read(element);
      return;
    }
    const style = this.#with.styles.paragraph(properties);
    if (style.breaksPage && !goesOn) this.#endPage();
    // What went before in a paragraph whose end was deleted belongs to this one, and takes its style.
    this.#current = { style, list: this.#listPlace(properties, style) };
    if (this.#inCell && !goesOn) this.#beginLine();
    this.#runs.read(element);
    this.#endParagraph();
    const section = firstChild(properties, 'w:sectPr');
    if (
      section &&
      settingOf(section, 'w:type') !== 'continuous' &&
      settingOf(section, 'w:type') !== 'nextColumn'
    ) {
      this.#endPage();
    }
  }

  #endParagraph(): void {
    this.#runs.end();
    this.#finish();
    this.#current = null;
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const box of boxes) this.#all(box);
  }

  #beginLine(): void {
    this.#line.breakOnce();
    const lead = this.#current?.list?.lead ?? '';
    this.#line.add(lead.trimEnd());
    if (lead !== '') this.#line.space();
  }

  /** Writes what has been read of the current paragraph. */
  #finish(): void {
    if (this.#inCell || !this.#current) return;
    const { style, list } = this.#current;
    const line = this.#line.finish();
    const isBlank = !/\S/.test(line.text);
    if (isBlank && (list?.lead ?? '') === '') return;
    const { text, marks } = withLead(
      this.#label + (list?.lead ?? ''),
      isBlank ? { text: '', marks: [] } : line,
    );
    this.#label = '';
    this.#add(text, marks, style, list);
    if (list) this.#current = { style, list: { ...list, lead: '' } };
  }

  #add(
    text: string,
    marks: ReturnType<LineBuilder['finish']>['marks'],
    style: ParagraphStyle,
    list: ListPlace | null,
  ): void {
    const kind =
      style.heading !== null && !this.#isNote
        ? 'heading'
        : list
          ? 'list_item'
          : this.#isNote
            ? 'footnote'
            : style.kind;
    const level = { heading: style.heading, list_item: Math.min((list?.level ?? 0) + 1, 9), quote: 1 };
    const last = this.#last;
    // The items of a list stand on lines of their own; where another list begins at the margin there is a blank line.
    const before = last?.kind === 'list_item' ? last : null;
    const isMargin = (list?.level ?? 0) === 0;
    const isSameList =
      kind === 'list_item' &&
      before !== null &&
      (!isMargin || before.margin === null || before.margin === list?.id);
    const margin = isMargin ? (list?.id ?? null) : (before?.margin ?? null);
    const isSameCode = kind === 'code' && last?.kind === 'code';
    this.#out.separate(isSameList || isSameCode ? '\n' : '\n\n');
    this.#out.add(text, { kind, level: kind in level ? level[kind as keyof typeof level] : null, marks });
    this.#last = { kind: kind === 'list_item' || kind === 'code' ? kind : 'other', margin };
  }

  /** A page break in a paragraph: what stands before it is a block of its own. */
  #breakPage(): void {
    if (this.#inCell) {
      this.#line.break();
      return;
    }
    this.#finish();
    this.#endPage();
  }

  #endPage(): void {
    if (this.#inCell || this.#isNote || this.#last === null || this.#last.kind === 'page_break') return;
    this.#out.separate('\n\n');
    this.#out.add('\f', { kind: 'page_break', level: null });
    this.#last = { kind: 'page_break', margin: null };
  }

  #table(element: XmlElement): void {
    this.end();
    const rows = rowsIn(element, this.counts);
    // A frame around text, and a table in a table, are layout.
    if (this.#inCell || isOneBox(rows)) {
      for (const row of rows) for (const cell of row.cells) this.#all(cell);
      return;
    }
    this.#out.separate('\n\n');
    const table = this.#tables++;
    this.#inCell = true;
    this.#runs.inCell = true;
    rows.forEach(({ cells, before }, row) => {
      if (row > 0) this.#out.place('\n');
      let at = 0;
      let column = before;
      for (const cell of cells) {
        for (let tabs = Math.min(column - at, MOST_TABS); tabs > 0; tabs--) this.#out.place('\t');
        at = column;
        column += spanOf(cell);
        if (isMergedAbove(cell)) continue;
        this.#all(cell);
        this.end();
        const { text, marks } = this.#line.finish();
        if (!/\S/.test(text)) continue;
        this.#out.add(text, { kind: 'table_cell', level: null, cell: { table, row, column: at }, marks });
      }
    });
    this.#inCell = false;
    this.#runs.inCell = false;
    this.#current = null;
    this.#last = { kind: 'other', margin: null };
    this.#out.separate('\n\n');
  }
}

/** Whether a paragraph's end was deleted or moved away: then it goes on in the next one (ECMA-376 part 1, 17.13.5.15). */
function isEndDeleted(properties: XmlElement | undefined): boolean {
  const end = firstChild(properties, 'w:rPr');
  return (firstChild(end, 'w:del') ?? firstChild(end, 'w:moveFrom')) !== undefined;
}

const PLAIN: ParagraphStyle = { heading: null, kind: 'paragraph', numbering: null, breaksPage: false };
