import type { Mark } from '../../../text/reading.ts';
import type { LineBuilder } from '../html/line.ts';
import { alternative, lookInto, mathIn, shownText } from './content.ts';
import type { NoteLabels } from './notes.ts';
import type { Relationship } from './parts.ts';
import type { Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';
import { childElements, firstChild, switchOf, textIn, type XmlElement } from './xml.ts';

/** What is counted on the way, for the notices. */
export interface Counts {
  images: number;
  insertions: number;
  deletions: number;
  comments: number;
  hidden: number;
}

/** A field on its way (ECMA-376 part 1, 17.16.18): first its instruction, which is not shown, then its result. */
interface Field {
  instruction: string;
  isResult: boolean;
}

interface Style {
  readonly kind: Mark['kind'];
  readonly target?: string;
}

/** What the writer of blocks does with what is not part of a line. */
interface Around {
  pageBreak(): void;
  /** A text box, whose paragraphs come after the one that holds it. */
  textBox(content: XmlElement): void;
}

/** Elements that only wrap others, for this reading. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...['w:smartTag', 'w:customXml', 'w:sdt', 'w:sdtContent', 'w:fldSimple', 'w:dir', 'w:bdo'],
  'm:oMathPara',
]);

/** Reads the runs of paragraphs into a line. */
export class RunReader {
  readonly #line: LineBuilder;
  readonly #styles: Styles;
  readonly #notes: NoteLabels;
  readonly #counts: Counts;
  readonly #around: Around;
  #links: ReadonlyMap<string, Relationship> = new Map();
  #fields: Field[] = [];
  readonly #linked: string[] = [];
  #on: Style[] = [];
  /** Tabs would look like the ends of a table's cells inside one. */
  inCell = false;

  constructor(line: LineBuilder, styles: Styles, notes: NoteLabels, counts: Counts, around: Around) {
    this.#line = line;
    this.#styles = styles;
    this.#notes = notes;
    this.#counts = counts;
    this.#around = around;
  }

  /** Says which part of the document is being read, by what it points to. Fields do not reach from one part to another. */
  begin(links: ReadonlyMap<string, Relationship>): void {
    this.#links = links;
    this.#fields = [];
  }

  /** Ends the styles of a paragraph. */
  end(): void {
    this.#style([]);
  }

  /** Reads the content of a paragraph. */
  read(element: XmlElement): void {
    for (const child of childElements(element)) this.#one(child);
  }

  #one(element: XmlElement): void {
    const { name } = element;
    if (WRAPPERS.has(name)) {
      this.read(element);
      return;
    }
    switch (name) {
      case 'w:r':
        this.#run(element);
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.#counts.insertions++;
        this.read(element);
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#counts.deletions++;
        return;
      case 'w:hyperlink':
        this.#hyperlink(element);
        return;
      case 'mc:AlternateContent': {
        const chosen = alternative(element);
        if (chosen) this.read(chosen);
        return;
      }
      case 'm:oMath':
        this.#text(mathIn(element));
        return;
      case 'w:ruby':
        this.#ruby(element);
        return;
    }
  }

  #hyperlink(element: XmlElement): void {
    const { attributes } = element;
    const anchor = attributes.get('w:anchor');
    const there = this.#links.get(attributes.get('r:id') ?? '')?.target;
    const target = `${there ?? ''}${anchor === undefined ? '' : `#${anchor}`}`;
    if (target === '') {
      this.read(element);
      return;
    }
    this.#linked.push(target);
    this.read(element);
    this.#linked.pop();
  }

  #run(element: XmlElement): void {
    const properties = firstChild(element, 'w:rPr');
    const style = this.#styles.run(properties);
    if (style.hidden) {
      this.#hidden(element);
      return;
    }
    const target = this.#linked.at(-1) ?? this.#fieldTarget();
    this.#style([
      ...(target === undefined ? [] : [{ kind: 'link', target } as const]),
      ...(style.strong ? [{ kind: 'strong' } as const] : []),
      ...(style.emphasis ? [{ kind: 'emphasis' } as const] : []),
      ...(style.strike ? [{ kind: 'strike' } as const] : []),
      ...(style.code ? [{ kind: 'code' } as const] : []),
    ]);
    for (const child of childElements(element)) this.#content(child);
  }

  /** Hidden text is not read, but the ends of fields are, which Word hides for indexes. */
  #hidden(element: XmlElement): void {
    for (const child of childElements(element)) {
      if (child.name === 'w:t') this.#counts.hidden++;
      if (child.name === 'w:fldChar' || child.name === 'w:instrText') this.#content(child);
    }
  }

  /** Turns styles on and off; those that stay are not touched, so that a mark reaches over several runs. */
  #style(wanted: readonly Style[]): void {
    let same = 0;
    while (
      same < this.#on.length &&
      this.#on[same]?.kind === wanted[same]?.kind &&
      this.#on[same]?.target === wanted[same]?.target
    )
      same++;
    for (let count = this.#on.length; count > same; count--) this.#line.close();
    for (const { kind, target } of wanted.slice(same)) this.#line.open(kind, target);
    this.#on = [...wanted];
  }

  #content(element: XmlElement): void {
    switch (element.name) {
      case 'w:fldChar':
        this.#field(element);
        return;
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field && !field.isResult) field.instruction += textIn(element);
        return;
      }
      case 'w:commentReference':
        this.#counts.comments++;
        return;
    }
    if (this.#fields.some((field) => !field.isResult)) return;
    switch (element.name) {
      case 'w:t':
        this.#text(shownText(element));
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#line.wait(this.inCell ? ' ' : '\t');
        return;
      case 'w:br':
        this.#break(element.attributes.get('w:type'));
        return;
      case 'w:cr':
        this.#line.break();
        return;
      case 'w:noBreakHyphen':
        this.#line.add('\u2011');
        return;
      case 'w:softHyphen':
        this.#line.add('\u00ad');
        return;
      case 'w:sym':
        this.#line.add(
          symbolOf(element.attributes.get('w:font') ?? '', element.attributes.get('w:char') ?? ''),
        );
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#note(element);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element);
        return;
      case 'mc:AlternateContent': {
        const chosen = alternative(element);
        for (const child of chosen ? childElements(chosen) : []) this.#content(child);
        return;
      }
      case 'w:ruby':
        this.#ruby(element);
        return;
    }
  }

  /** A word and how it is read, in brackets behind it; in the file it stands the other way round. */
  #ruby(element: XmlElement): void {
    const base = firstChild(element, 'w:rubyBase');
    const reading = firstChild(element, 'w:rt');
    if (base) this.read(base);
    if (!reading) return;
    this.#text('(');
    this.read(reading);
    this.#text(')');
  }

  #note(element: XmlElement): void {
    const kind = element.name === 'w:endnoteReference' ? 'endnote' : 'footnote';
    const custom = element.attributes.get('w:customMarkFollows') ?? '0';
    const isCustom = !['0', 'false', 'off'].includes(custom);
    const label = this.#notes.refer(kind, element.attributes.get('w:id') ?? '', isCustom);
    if (label !== null) this.#line.add(`[${label}]`);
  }

  /** Text as it is, but for white space, which waits for something visible. */
  #text(value: string): void {
    for (const part of value.match(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g) ?? []) {
      if (/^[ \t\r\n\f]/.test(part)) this.#line.wait(part.replace(/[\t\r\n\f]/g, ' '));
      else this.#line.add(part);
    }
  }

  #break(type: string | undefined): void {
    if (type === 'page') this.#around.pageBreak();
    else this.#line.break();
  }

  #field(element: XmlElement): void {
    const type = element.attributes.get('w:fldCharType');
    if (type === 'begin') this.#fields.push({ instruction: '', isResult: false });
    if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field) field.isResult = true;
    }
    if (type === 'end') this.#fields.pop();
    const box = firstChild(firstChild(element, 'w:ffData'), 'w:checkBox');
    if (box) {
      const isChecked = switchOf(box, 'w:checked') ?? switchOf(box, 'w:default') ?? false;
      this.#line.add(isChecked ? '☒' : '☐');
    }
  }

  #fieldTarget(): string | undefined {
    for (const { instruction, isResult } of this.#fields.toReversed()) {
      const [, within, quoted, bare] =
        /^\s*HYPERLINK\s+(\\l\s+)?(?:"([^"]*)"|([^\s\\]\S*))/i.exec(instruction) ?? [];
      const target = quoted ?? bare;
      if (isResult && target !== undefined) return within === undefined ? target : `#${target}`;
    }
    return undefined;
  }

  #drawing(element: XmlElement): void {
    const found = lookInto(element);
    for (const box of found.boxes) this.#around.textBox(box);
    if (found.boxes.length > 0) return;
    this.#counts.images++;
    this.#text(found.description);
  }
}
