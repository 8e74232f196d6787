import { type Pictures, picturesOf } from './dingbats.ts';

/** What is asked of a font as pdf.js gives it (`fontExtraProperties`); its declarations leave the type open. */
export interface PdfFont {
  readonly name?: string;
  readonly ascent?: number;
  readonly descent?: number;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly missingFile?: boolean;
  readonly isType3Font?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  /** Names of glyphs by code, where the file gives its own. */
  readonly differences?: ReadonlyMap<number, string>;
  readonly widths?: Readonly<Record<number, number>>;
}

/** What the placing of letters needs to know of a font. */
export interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly vertical: boolean;
  /** What it holds instead of letters, if that is known. */
  readonly pictures: Pictures | null;
  /** What turns a glyph's width into shares of the type size. */
  readonly scale: number;
  /** Reach above and below the baseline, in shares of the type size. */
  readonly ascent: number;
  readonly descent: number;
  /** What turns the type size that the file names into the size that the letters have. */
  readonly enlarged: number;
}

/** Where a font does not say how far its letters reach, or says what can't be: the values that poppler takes. */
const ASCENT = 0.95;
const DESCENT = 0.35;
const UNLIKELY = 3;

/**
 * Ascender and descender of the fonts that every reader has (ISO 32000-1, 9.6.2.2) and of those that are drawn with them,
 * from Adobe's font metrics. What a file says of them is not used unless it brings the font.
 */
const STANDARD: readonly (readonly [name: RegExp, ascent: number, descent: number])[] = [
  [/^Courier(?:New)?(?:PS)?(?:MT)?(?:[,-].*)?$/, 0.629, 0.157],
  [/^(?:Helvetica|Arial)(?:MT)?(?:[,-].*)?$/, 0.718, 0.207],
  [/^(?:Times|TimesNewRoman)(?:PS)?(?:MT)?(?:[,-].*)?$/, 0.683, 0.217],
  [/^ZapfDingbats$/, 0.82, 0.143],
  [/^Symbol(?:[,-].*)?$/, 1.01, 0.293],
];

/** A reach that a font descriptor gives. Some give the wrong sign, some 0, some 32768. */
function reach(given: number | undefined, otherwise: number): number {
  const value = Math.abs(given ?? 0);
  return value > 0 && value < UNLIKELY ? value : otherwise;
}

/**
 * How much larger the letters of a Type 3 font are than the type size says. Such a font has a scale of its own, and its
 * widths are the only hint at it: an m is about 0.6 of the size wide, other letters 0.5 (as poppler guesses).
 */
function enlargement({ differences, widths, fontMatrix }: PdfFont): number {
  const scale = Math.abs(fontMatrix?.[0] ?? 1);
  let letter = 0;
  let any = 0;
  let m = 0;
  for (const [code, name] of [...(differences ?? [])].sort(([a], [b]) => a - b)) {
    const width = (widths?.[code] ?? 0) * scale;
    if (width <= 0) continue;
    if (name === 'm') m = width;
    if (letter === 0 && /^[A-Za-z]$/.test(name)) letter = width;
    if (any === 0) any = width;
  }
  const guess = m > 0 ? m / 0.6 : (letter || any) / 0.5;
  const stretch = scale === 0 ? 1 : Math.abs((fontMatrix?.[3] ?? scale) / scale);
  return guess > 0 ? guess * stretch : stretch;
}

/** Name without the six letters that mark a subset (ISO 32000-2, 9.9.2). */
const plainName = (name: string) => name.replace(/^[A-Z]{6}\+/, '');

const HEAVY = /bold|black|heavy|demi|medi(?!um)|^cmb|^sfbx|^lmroman\d+-?b/i;
const SLANTED = /italic|oblique|slanted|^cm(ti|sl|bxti|mi)\d|^sf(ti|sl)\d/i;

/** The facts of a font; its reach is what poppler makes of it, so that words have the boxes that poppler gives them. */
export function factsOf(font: PdfFont): FontFacts {
  const name = plainName(font.name ?? '');
  const standard = font.missingFile ? STANDARD.find(([pattern]) => pattern.test(name)) : undefined;
  const type3 = font.isType3Font === true;
  return {
    name,
    bold: font.bold === true || font.black === true || HEAVY.test(name),
    italic: font.italic === true || SLANTED.test(name),
    vertical: font.vertical === true,
    pictures: picturesOf(name),
    scale: font.fontMatrix?.[0] ?? 0.001,
    ascent: standard?.[1] ?? (type3 ? ASCENT : reach(font.ascent, ASCENT)),
    descent: standard?.[2] ?? (type3 ? DESCENT : reach(font.descent, DESCENT)),
    enlarged: type3 ? enlargement(font) : 1,
  };
}
