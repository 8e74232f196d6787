import { countWhile } from '../../text/ascending.ts';
import { type PageFacts, pageIndexAt } from '../../text/pages.ts';
import { fold, foldQuery } from '../ranking/match.ts';
import { type LoadedText, readableWords } from '../reader/text.ts';

/** A heading of the open text. Offsets in UTF-16. */
export interface Heading {
  readonly start: number;
  readonly end: number;
  /** From 1, the highest. */
  readonly level: number;
  /** Its words on one line. */
  readonly text: string;
}

/** A heading with those that stand below it, up to the next of its level or a higher one. */
export interface Section {
  readonly id: string;
  readonly heading: Heading;
  readonly children: readonly Section[];
}

/** The headings of a text that hold words, in order, as far as it has come. */
export function headingsOf(loaded: LoadedText): readonly Heading[] {
  return loaded.blocks.flatMap((block): Heading[] => {
    if (block.kind !== 'heading') return [];
    const text = readableWords(loaded, block).replaceAll(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ start: block.start, end: block.end, level: block.level ?? 1, text }];
  });
}

/** Puts headings below those of a higher level; a level that is left out makes no gap. */
export function sectionsOf(headings: readonly Heading[]): readonly Section[] {
  const roots: Section[] = [];
  const above: { level: number; children: Section[] }[] = [];
  for (const heading of headings) {
    while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
    const children: Section[] = [];
    (above.at(-1)?.children ?? roots).push({ id: String(heading.start), heading, children });
    above.push({ level: heading.level, children });
  }
  return roots;
}

/** The sections whose headings have all words of a query, in any order, and those that they stand under. */
export function filteredSections(sections: readonly Section[], query: string): readonly Section[] {
  const words = foldQuery(query).split(' ');
  const keep = (all: readonly Section[]): Section[] =>
    all.flatMap((section) => {
      const children = keep(section.children);
      const text = fold(section.heading.text);
      return children.length > 0 || words.every((word) => text.includes(word))
        ? [{ ...section, children }]
        : [];
    });
  return keep(sections);
}

/**
 * The rows of a tree as they stand below each other.
 * @param isFolded whether what stands below a heading is hidden
 */
export function rowsOf(
  sections: readonly Section[],
  isFolded: (heading: Heading) => boolean,
): readonly Section[] {
  return sections.flatMap((section) => [
    section,
    ...(isFolded(section.heading) ? [] : rowsOf(section.children, isFolded)),
  ]);
}

/**
 * The last of some rows that begins at an offset (UTF-16) or before it: of a section that is folded away, the one it stands
 * under, since that begins before it and nothing between them is shown.
 * @returns undefined before the first
 */
export const sectionAt = (rows: readonly Section[], offset: number): Section | undefined =>
  rows[countWhile(rows.length, (index) => (rows[index]?.heading.start ?? 0) <= offset) - 1];

/** So many UTF-16 units of flowing text stand in a window, about. */
const WINDOW = 1500;

/**
 * The offset that the section in sight is told by. The present paragraph, if it is in sight: who goes to a heading is in
 * its section, though lines of the one before may stand above it, or in the column beside. Else the words at the head of
 * the window.
 * @param place of the words at the head of the window, in UTF-16
 * @param present where the present paragraph begins, in UTF-16
 * @param pages none for a text without pages
 */
export function offsetInSight(place: number, present: number, pages: readonly PageFacts[]): number {
  if (present < place) return place;
  const isNear =
    pages.length > 0 ? pageIndexAt(pages, present) === pageIndexAt(pages, place) : present - place < WINDOW;
  return isNear ? present : place;
}
