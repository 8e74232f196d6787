import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { FontFacts } from './font.ts';
import { letterOf } from './letters.ts';
import { IDENTITY, type Matrix, matrixFrom } from './matrix.ts';
import { TextState } from './text-state.ts';

/** What a stretch of content is tagged with: see RawLine. */
export interface Content {
  readonly tag: string;
  readonly element: number | null;
}

/** A glyph where it stands on the page, in points. */
export interface Glyph {
  /** What it stands for, and how many of its characters the file gives no meaning to. */
  readonly text: string;
  readonly unknown: number;
  readonly font: FontFacts;
  readonly size: number;
  /** Its origin, the direction in which the next one follows, and how far it reaches in that direction. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  /** Space that the file asks for after every letter. */
  readonly spacing: number;
  readonly ascent: number;
  readonly descent: number;
  readonly content: Content | null;
}

export interface Walk {
  readonly operators: PDFOperatorList;
  /** Numbers of the operators, by name (`OPS` of pdf.js). */
  readonly codes: Readonly<Record<string, number>>;
  /** From the page's own space to the page as it is shown. */
  readonly base: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontOf: (id: string) => FontFacts | null;
  /** What content of a marked-content number is tagged with. */
  readonly contentOf: (mcid: number) => Content | null;
  /** Told that something large is drawn that may be a picture: one is drawn as a square of 1 that is made so large. */
  readonly onPicture: () => void;
  /** Whether optional content is shown, as the file wants it at first. */
  readonly isShown: (group: unknown) => boolean;
}

/** A glyph of pdf.js. */
interface Shown {
  readonly unicode?: string;
  readonly width?: number;
  readonly vmetric?: readonly number[] | null;
  readonly isSpace?: boolean;
}

interface Marked {
  readonly content: Content | null;
  readonly hidden: boolean;
}

/** A picture that covers this share of a page makes it one. */
const PICTURED = 0.1;

const ARTIFACT: Content = { tag: 'Artifact', element: null };

const numbersOf = (args: unknown): number[] => (Array.isArray(args) ? args.map(Number) : []);

/**
 * Walks through what a page draws and hands out its glyphs in the order of drawing, invisible ones too: they are the text of
 * a scanned page. Follows the text state of ISO 32000-2, 9.3 and 9.4; what lies outside the page is left out.
 */
export function walkGlyphs(walk: Walk, onGlyph: (glyph: Glyph) => void): void {
  const { operators, codes, base } = walk;
  const state = new TextState(base);
  const marked: Marked[] = [];

  const place = (shown: Shown) => {
    const { font, size, charSpace, wordSpace, stretch, rise } = state.now;
    if (font === null) return;
    const spacing = charSpace + (shown.isSpace ? wordSpace : 0);
    const scaled = font.scale * size;
    const down = -(shown.vmetric?.[0] ?? -1 / font.scale) * scaled;
    const along = font.vertical ? down : (shown.width ?? 0) * scaled * stretch;
    const within = state.placing;
    const [a, b, c, d, e, f] = within;
    const [ux, uy] = font.vertical ? [-c, -d] : [a, b];
    const unit = Math.hypot(ux, uy);
    const { content = null, hidden = false } = marked.at(-1) ?? {};
    const letter = letterOf(shown.unicode ?? '', font.pictures);
    const x = c * rise + e;
    const y = d * rise + f;
    const [w, h] = unit === 0 ? [0, 0] : [ux * along, uy * along];
    const inside = x + w >= 0 && x <= walk.width && y + h >= 0 && y <= walk.height;
    if (inside && !hidden && unit > 0 && letter.text !== '') {
      const points = Math.abs(size) * Math.hypot(c, d) * font.enlarged;
      // A scale below zero turns the line about: its letters follow each other backwards.
      const [sign, way] = along < 0 ? [-1, Math.abs(along)] : [1, along];
      onGlyph({
        text: letter.text,
        unknown: letter.unknown,
        font,
        size: points,
        x,
        y,
        dx: (sign * ux) / unit,
        dy: (sign * uy) / unit,
        width: way * unit,
        spacing: charSpace * (font.vertical ? -1 : Math.abs(stretch)) * unit,
        ascent: font.vertical ? points / 2 : font.ascent * points,
        descent: font.vertical ? points / 2 : font.descent * points,
        content,
      });
    }
    if (font.vertical) state.advance(0, spacing - down);
    else state.advance(along + spacing * stretch, 0);
  };

  const show = (glyphs: unknown) => {
    if (!Array.isArray(glyphs)) return;
    const { size, stretch, font } = state.now;
    for (const glyph of glyphs as readonly (number | Shown | null)[]) {
      if (typeof glyph !== 'number') {
        if (glyph !== null) place(glyph);
      } else if (font?.vertical) state.advance(0, (-glyph / 1000) * size);
      else state.advance((-glyph / 1000) * size * stretch, 0);
    }
  };

  const setFont = (id: unknown, size: unknown) =>
    state.set({ font: walk.fontOf(String(id)), size: Number(size) });

  const mark = ([named, facts]: readonly unknown[]) => {
    // A name comes as a string or as an object that holds it, depending on the operator.
    const tag = typeof named === 'string' ? named : (named as { name?: string } | null)?.name;
    const outer = marked.at(-1) ?? { content: null, hidden: false };
    if (tag === 'OC') marked.push({ ...outer, hidden: outer.hidden || !walk.isShown(facts) });
    else if (tag === 'Artifact') marked.push({ ...outer, content: ARTIFACT });
    else if (typeof facts === 'number')
      marked.push({ ...outer, content: walk.contentOf(facts) ?? outer.content });
    else marked.push(outer);
  };

  const enter = (...matrices: readonly unknown[]) => {
    state.save();
    for (const value of matrices) {
      const matrix = matrixFrom(value);
      if (matrix) state.transform(matrix);
    }
  };

  const actions: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => state.save(),
    restore: () => state.restore(),
    transform: (args) => {
      state.transform(matrixFrom(args) ?? IDENTITY);
      const [a, b, c, d] = state.now.ctm;
      if (Math.abs(a * d - b * c) > PICTURED * walk.width * walk.height) walk.onPicture();
    },
    paintFormXObjectBegin: ([matrix]) => enter(matrix),
    paintFormXObjectEnd: () => state.restore(),
    beginAnnotation: ([, , transform, matrix]) => {
      state.save();
      state.set({ ctm: base });
      enter(transform, matrix);
    },
    endAnnotation: () => {
      state.restore();
      state.restore();
    },
    beginText: () => state.beginText(),
    setCharSpacing: ([space]) => state.set({ charSpace: Number(space) }),
    setWordSpacing: ([space]) => state.set({ wordSpace: Number(space) }),
    setHScale: ([percent]) => state.set({ stretch: Number(percent) / 100 }),
    setLeading: ([leading]) => state.set({ leading: -Number(leading) }),
    setTextRise: ([rise]) => state.set({ rise: Number(rise) }),
    setFont: ([id, size]) => setFont(id, size),
    setGState: ([entries]) => {
      for (const [key, value] of (entries ?? []) as readonly [string, unknown][]) {
        if (key === 'Font' && Array.isArray(value)) setFont(value[0], value[1]);
      }
    },
    moveText: (args) => {
      const [x = 0, y = 0] = numbersOf(args);
      state.moveLine(x, y);
    },
    setLeadingMoveText: (args) => {
      const [x = 0, y = 0] = numbersOf(args);
      state.set({ leading: y });
      state.moveLine(x, y);
    },
    setTextMatrix: (args) => {
      const matrix = matrixFrom(args[0]) ?? matrixFrom(args);
      if (matrix) state.setMatrix(matrix);
    },
    nextLine: () => state.nextLine(),
    showText: ([glyphs]) => show(glyphs),
    beginMarkedContent: (args) => mark(args),
    beginMarkedContentProps: (args) => mark(args),
    endMarkedContent: () => marked.pop(),
  };
  const byCode = new Map(Object.entries(actions).map(([name, action]) => [codes[name], action]));
  operators.fnArray.forEach((code, index) => {
    byCode.get(code)?.((operators.argsArray[index] ?? []) as readonly unknown[]);
  });
}
