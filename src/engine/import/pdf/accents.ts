/** Accents as letters of their own, which TeX and others draw over a letter, and the combining marks that they stand for. */
const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '\u00b4': '\u0301',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u00af': '\u0304',
  '\u02c9': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
};

/** Letters without their dot, which are meant to get an accent in its place. */
const DOTLESS: Readonly<Record<string, string>> = { '\u0131': 'i', '\u0237': 'j' };

const LETTER = /^\p{L}$/u;

/** Something with a place along a line, in points. */
interface Standing {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Whether one of them stands over, or under, the other: its middle lies within the other's width. */
const covers = (base: Standing, accent: Standing) => {
  const middle = (accent.from + accent.to) / 2;
  return middle > base.from && middle < base.to;
};

/** A letter with an accent as one letter, or null where there is no such letter, or they stand beside each other. */
export function accented(base: Standing, accent: Standing): string | null {
  const mark = COMBINING[accent.text] ?? (/^\p{Mn}$/u.test(accent.text) ? accent.text : undefined);
  if (mark === undefined || !LETTER.test(base.text) || !covers(base, accent)) return null;
  const letter = `${DOTLESS[base.text] ?? base.text}${mark}`.normalize('NFC');
  return letter.length === 1 ? letter : null;
}
