import { type Pictures, pictureOf } from './dingbats.ts';

/** What a glyph stands for. */
export interface Letter {
  /** Well-formed; empty for what is not to be seen, a space for every kind of white space. */
  readonly text: string;
  /** How many of its characters the file gives no meaning to; each is U+FFFD. */
  readonly unknown: number;
}

/** Ligatures, and forms of Hebrew and Arabic letters by their place in a word: what NFKC makes of them is what is read. */
const PRESENTATION = /[\ufb00-\ufdfb\ufe70-\ufefc]/u;
/** Not to be seen: zero-width space and byte order mark, which programs leave behind. */
const UNSEEN = /[\u200b\ufeff]/gu;
const SPACE = /^\s+$/u;
/** Where a file has a soft hyphen, it is printed: programs that write PDF keep none that is not. */
const SOFT_HYPHEN = /\u00ad/gu;
/** The bullet of the font Symbol, as programs for writing letters leave it in the private use area. */
const SYMBOL_BULLET = '\uf0b7';
const UNKNOWN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd\ufffe\uffff\u{f0000}-\u{10ffff}]/gu;

function meaning(mark: string): string | null {
  return mark === SYMBOL_BULLET ? '•' : pictureOf(mark.codePointAt(0) ?? 0, null);
}

function read(unicode: string, pictures: Pictures | null): Letter {
  const seen = unicode.toWellFormed().replace(UNSEEN, '').replace(SOFT_HYPHEN, '-');
  if (SPACE.test(seen)) return { text: ' ', unknown: 0 };
  if (pictures && /^[!-\u00ff\uf000-\uf0ff]$/u.test(unicode)) {
    const picture = pictureOf(unicode.charCodeAt(0), pictures);
    return { text: picture ?? '\ufffd', unknown: picture === null ? 1 : 0 };
  }
  let unknown = 0;
  const known = seen.replace(UNKNOWN, (mark) => {
    const meant = meaning(mark);
    if (meant === null) unknown++;
    return meant ?? '\ufffd';
  });
  return { text: PRESENTATION.test(known) ? known.normalize('NFKC').trim() : known, unknown };
}

const MOST_KNOWN = 20_000;
const known = new Map<string, Letter>();

/**
 * What a glyph stands for, from what pdf.js says that it does. Hyphens stay as they are printed.
 * @param pictures what its font holds instead of letters
 */
export function letterOf(unicode: string, pictures: Pictures | null = null): Letter {
  const key = pictures ? `${pictures} ${unicode}` : unicode;
  const before = known.get(key);
  if (before) return before;
  const letter = read(unicode, pictures);
  // A file may claim any number of different strings; a script has so many letters.
  if (known.size < MOST_KNOWN) known.set(key, letter);
  return letter;
}
