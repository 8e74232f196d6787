import { isFromRight } from './bidi.ts';
import { Drawn } from './drawn.ts';
import { finishLine } from './finish-line.ts';
import { type Placed, sameWay, seenFrom } from './placing.ts';
import type { RawLine } from './raw.ts';
import type { Glyph } from './walk.ts';

// All of these in shares of the type size.
/** From here on a gap may part columns or cells; more where the file itself writes a space in it, as in justified text. */
const PART_GAP = 1;
const PART_GAP_AT_SPACE = 2;
/** As far back a letter may stand: kerning, and accents set over letters. */
const BACK = 0.7;
/** Farther off the baseline than this a letter is a superscript or a subscript. */
const LEVEL = 0.05;
/** As far off the baseline a letter may stand that belongs to the line: a smaller one, and one of the same size. */
const OFF = 0.6;
const OFF_IN_SIZE = 0.4;
/** As far back a superscript may stand, over its subscript, and as far away. */
const OFF_BACK = 1.5;
const OFF_GAP = 0.5;
/** Letters larger by this factor carry the baseline. */
const LARGER = 1.05;

/** No line of a page that a person reads has more letters; what has is cut, so that no file can make lines endless. */
const LONGEST = 4000;

/** A line that is being put together. Places are measured along and below the baseline of its first glyph. */
class OpenLine {
  readonly placed: Placed[] = [];
  readonly spaced = new Set<Glyph>();
  readonly #first: Glyph;
  /** The glyph that the line's baseline goes through: its largest. */
  #base: Glyph;
  #from = 0;
  #to = 0;
  /** Whether the file wrote a space after the last letter. */
  #atSpace = false;

  constructor(glyph: Glyph) {
    this.#first = glyph;
    this.#base = glyph;
    this.put(glyph);
  }

  /** Notes that the file writes a space. */
  space(): void {
    this.#atSpace = true;
  }

  put(glyph: Glyph): void {
    const { along, below } = seenFrom(this.#first, glyph);
    const to = along + glyph.width;
    this.placed.push({ glyph, text: glyph.text, from: along, to, drop: below });
    this.#from = Math.min(this.#from, along);
    this.#to = Math.max(this.#to, to);
    if (this.#atSpace) this.spaced.add(glyph);
    this.#atSpace = false;
    if (glyph.size > this.#base.size * LARGER) this.#base = glyph;
  }

  /** Whether a glyph goes on with the line. */
  takes(glyph: Glyph): boolean {
    if (this.placed.length >= LONGEST) return false;
    const last = this.placed.at(-1)?.glyph ?? this.#first;
    const { content } = glyph;
    if (content?.element !== last.content?.element || content?.tag !== last.content?.tag) return false;
    if (!sameWay(this.#first, glyph) || this.#first.font.vertical !== glyph.font.vertical) return false;
    const size = Math.max(this.#base.size, glyph.size);
    const off = Math.abs(seenFrom(this.#base, glyph).below) / size;
    const along = seenFrom(this.#first, glyph).along;
    const asked = Math.min(Math.max(last.spacing, 0), size / 2);
    const gap = (along - this.#to - asked) / size;
    if (off > LEVEL) {
      const smaller = Math.min(this.#base.size, glyph.size) * LARGER < size;
      return off < (smaller ? OFF : OFF_IN_SIZE) && gap > -OFF_BACK && gap < OFF_GAP && along >= this.#from;
    }
    const most = this.#atSpace ? PART_GAP_AT_SPACE : PART_GAP;
    if (gap > -BACK) return gap <= most;
    // Written from the right, letters may be drawn from the right as well.
    if (!isFromRight(glyph.text) && !isFromRight(last.text)) return false;
    return (this.#from - along - glyph.width) / size <= most;
  }

  finish(): RawLine | null {
    return finishLine(this.placed, this.#base, this.spaced);
  }
}

/** Puts the glyphs of a page together to lines. */
export class LineMaker {
  readonly #lines: RawLine[] = [];
  readonly #drawn = new Drawn();
  #open: OpenLine | null = null;

  /** Takes the next glyph in the order of drawing. */
  add(glyph: Glyph): void {
    const open = this.#open;
    if (glyph.text.trim() === '') open?.space();
    else if (this.#drawn.again(glyph)) return;
    else if (open?.takes(glyph)) open.put(glyph);
    else {
      this.#close();
      this.#open = new OpenLine(glyph);
    }
  }

  #close(): void {
    const line = this.#open?.finish();
    if (line) this.#lines.push(line);
    this.#open = null;
  }

  /** The lines of all that was added. */
  finish(): RawLine[] {
    this.#close();
    return this.#lines;
  }
}
