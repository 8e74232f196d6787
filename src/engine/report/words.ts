/** Not those of the machine’s language: a report has one language, and the same bytes everywhere. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * @param moment ISO 8601, UTC
 * @returns "26 July 2025"
 */
export function dayOf(moment: string): string {
  const [year = '', month = '', day = ''] = moment.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** @returns a whole number with commas between thousands */
export const whole = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** @returns "1 passage", "1,200 passages" */
export const many = (count: number, one: string, plural = `${one}s`): string =>
  `${whole(count)} ${count === 1 ? one : plural}`;

/** @returns a proportion from 0 to 1 as "12.3%" */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * @returns a text as it may stand in an element or attribute of HTML and XML alike: what neither can hold becomes U+FFFD, so that
 * something is seen to be missing; line ends are LF
 */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** @returns a language tag if it is one, else null: it comes from a file */
export const languageTag = (tag: string): string | null =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;

/** Whether a text runs from right to left, by its first letter (Unicode Bidirectional Algorithm, rule P2). */
export const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);
