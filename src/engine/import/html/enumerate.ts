/** A numeral as HTML's and Word's ordered lists print it. */
export type Numerals = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

/** Letters as CSS counts on after z: aa, ab (CSS Counter Styles 3, section 3.1.4). */
function alphabetic(number: number): string {
  let rest = number;
  let text = '';
  while (rest > 0) {
    rest--;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

/** A number in its numerals; those that have none for it (0, negative numbers, Roman from 4000 on) give the decimal ones. */
export function numeral(number: number, numerals: Numerals): string {
  if (numerals === 'decimal' || number < 1) return String(number);
  if (numerals.endsWith('roman')) {
    if (number > 3999) return String(number);
    const text = roman(number);
    return numerals === 'upper-roman' ? text.toUpperCase() : text;
  }
  const text = alphabetic(number);
  return numerals === 'upper-alpha' ? text.toUpperCase() : text;
}
