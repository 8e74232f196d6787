/** Greek in the font Symbol, from 0x41 on, as Unicode's mapping table of Adobe's Symbol encoding has it. */
const CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

const SYMBOL: Readonly<Record<number, string>> = {
  ...{ 163: '≤', 165: '∞', 171: '↔', 172: '←', 173: '↑', 174: '→', 175: '↓', 176: '°', 177: '±', 179: '≥' },
  ...{ 180: '×', 183: '•', 184: '÷', 185: '≠', 186: '≡', 187: '≈', 188: '…', 206: '∈', 211: '©', 210: '®' },
  ...{ 222: '⇒', 229: '∑' },
};

const WINGDINGS: Readonly<Record<number, string>> = {
  ...{ 40: '☎', 42: '✉', 74: '☺', 76: '☹', 108: '●', 110: '■', 111: '□', 113: '❑', 118: '❖', 167: '▪' },
  ...{ 168: '☐', 216: '➢', 224: '→', 223: '←', 232: '➔', 251: '✗', 252: '✓', 253: '☒', 254: '☑' },
};

/**
 * The Unicode character that a `w:sym` shows (ECMA-376 part 1, 17.3.3.30): the common ones of Symbol and Wingdings. Others
 * of those fonts give U+FFFD, because nobody without the font could read them; every other font gives the character itself.
 *
 * @param code hexadecimal, as written; F000 to F0FF stand for the font's own 00 to FF
 */
export function symbolOf(font: string, code: string): string {
  const number = Number.parseInt(code, 16);
  if (!(number > 0 && number <= 0xffff) || (number >= 0xd800 && number <= 0xdfff)) return '\ufffd';
  const isPrivate = number >= 0xf000 && number <= 0xf0ff;
  const own = isPrivate ? number - 0xf000 : number;
  if (/^symbol$/i.test(font)) {
    const greek = own >= 97 ? SMALL[own - 97] : own >= 65 ? CAPITALS[own - 65] : undefined;
    if (SYMBOL[own] !== undefined) return SYMBOL[own];
    return greek ?? (own < 65 ? String.fromCharCode(own) : '\ufffd');
  }
  if (/^wingdings$/i.test(font)) return WINGDINGS[own] ?? '\ufffd';
  return isPrivate ? '\ufffd' : String.fromCharCode(number);
}
