import type { Row } from './rows.ts';

/** Bullets that mean nothing else at the start of a line. */
const BULLET = /^[•●▪◦‣∙■□▶►➢➤✓✔❖\uf0a7\uf0b7](?=\s|$|\p{L})/u;

/** Marks that begin an item of a list, but may as well be part of a sentence that happens to be broken before them. */
const ENUMERATOR =
  /^(?:[-–—*·o](?=\s)|\(?(?:\d{1,3}|\p{L}|[ivxl]{1,6}|[IVXL]{1,6})[.)](?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s))/u;

/** What a note at the foot of a page begins with. */
const NOTE = /^(?:[¹²³⁰-⁹]{1,4}|\d{1,3}|[*∗†‡§¶]{1,3}|\[\d{1,3}\])/u;

type Marker = 'bullet' | 'enumerator' | null;

/** What an item of a list begins with, if the row does. */
export function markerOf({ text }: Pick<Row, 'text'>): Marker {
  if (BULLET.test(text)) return 'bullet';
  return ENUMERATOR.test(text) ? 'enumerator' : null;
}

/** What kind of sign an item begins with: the bullet itself, or the shape of its number; empty where none is printed. */
export function markerStyle({ text }: Pick<Row, 'text'>): string {
  const mark = (BULLET.exec(text) ?? ENUMERATOR.exec(text))?.[0] ?? '';
  return mark
    .replace(/\d+/g, '1')
    .replace(/[ivxl]+(?=[.)])/, 'i')
    .replace(/\p{Ll}(?=[.)])/u, 'a')
    .replace(/\p{Lu}(?=[.)])/u, 'A');
}

/**
 * Whether a row begins as a note does: with a raised figure or a sign, or a figure before a word.
 * @returns `raised` where nothing else begins so
 */
export function noteMarkOf({
  text,
  parts,
  size,
}: Pick<Row, 'text' | 'parts' | 'size'>): 'raised' | 'plain' | null {
  const mark = NOTE.exec(text)?.[0];
  if (mark === undefined || text.length === mark.length) return null;
  const first = parts[0]?.line;
  const isOwn = parts.length > 1 && first?.text === mark && first.size < size * 0.85;
  if (isOwn || /^[¹²³⁰-⁹*∗†‡§¶]/u.test(mark)) return 'raised';
  return /^[\s.)]*[\p{L}“"‘(]/u.test(text.slice(mark.length)) ? 'plain' : null;
}

const ENDS = /[.!?:;…。！？：；][\p{Pe}\p{Pf}\p{Pi}"'’”\d¹²³⁰-⁹[\]]*$/u;

/** Whether a row ends as sentences do; figures of notes may follow. */
export const endsSentence = ({ text }: Pick<Row, 'text'>): boolean => ENDS.test(text);

/** Whether a row ends within a word: with a hyphen behind a letter. */
export const endsInWord = ({ text }: Pick<Row, 'text'>): boolean => /\p{L}[-\u00ad\u2010]$/u.test(text);

/** Whether a row begins as nothing but the rest of a sentence does. */
export const startsSmall = ({ text }: Pick<Row, 'text'>): boolean => /^["“‘'(]?\p{Ll}/u.test(text);
