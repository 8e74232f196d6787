import { type Element, isElement, roleOf } from './tree.ts';
import { countWords, furnitureOf, isHidden, SECTIONS } from './visible.ts';

/** The part of a page that is its text. */
export interface Selection {
  readonly root: Element;
  /** Elements inside it that belong to the site. */
  readonly left: ReadonlySet<Element>;
  readonly notices: readonly string[];
}

/** A part that says it is the text is believed when it holds at least this share of the page's words. */
const MOST_OF_IT = 0.5;

interface Found {
  readonly mains: Element[];
  readonly articles: Element[];
  /** What belongs to the site, with its name for the notice. */
  readonly furniture: Map<Element, string>;
}

function look(element: Element, isTop: boolean, inMain: boolean, found: Found): void {
  for (const child of element.childNodes) {
    if (!isElement(child) || isHidden(child)) continue;
    const furniture = furnitureOf(child, isTop);
    if (furniture !== null) {
      found.furniture.set(child, furniture);
      continue;
    }
    const isMain = child.tagName === 'main' || roleOf(child) === 'main';
    if (isMain && !inMain) found.mains.push(child);
    // The articles in an article are its comments.
    const isArticle = child.tagName === 'article';
    if (isArticle && !inMain) found.articles.push(child);
    look(child, isTop && !SECTIONS.has(child.tagName), inMain || isMain || isArticle, found);
  }
}

const counted = (words: number) => (words === 1 ? '1 word' : `${words.toLocaleString('en')} words`);

function leftOutNotice(words: number, names: ReadonlySet<string>): string[] {
  if (words === 0) return [];
  const what = [...names].join(', ');
  return [
    `${counted(words)} of the page around its text ${words === 1 ? 'was' : 'were'} left out (${what}); the file is kept whole.`,
  ];
}

/**
 * Finds the text of a saved page: its `main` element or only `article`, where that holds most of the words; else
 * everything but navigation, the page's header and footer, search and dialogs. A notice tells what was left out.
 */
export function selectText(body: Element): Selection {
  const found: Found = { mains: [], articles: [], furniture: new Map() };
  look(body, true, false, found);
  const left = new Set(found.furniture.keys());
  let around = 0;
  for (const element of left) around += countWords(element);
  const names = new Set(found.furniture.values());
  const [only, more] = found.mains.length > 0 ? found.mains : found.articles;
  if (!only || more) return { root: body, left, notices: leftOutNotice(around, names) };
  const all = body.childNodes.reduce((sum, child) => sum + countWords(child), 0);
  const inside = countWords(only) - [...left].filter((each) => isWithin(each, only)).reduce(sumWords, 0);
  if (inside < (all - around) * MOST_OF_IT)
    return { root: body, left, notices: leftOutNotice(around, names) };
  const beside = all - inside;
  if (beside > around) names.add('what stands beside the main part');
  return { root: only, left, notices: leftOutNotice(beside, names) };
}

const sumWords = (sum: number, element: Element) => sum + countWords(element);

function isWithin(element: Element, ancestor: Element): boolean {
  for (let at = element.parentNode; at; at = 'parentNode' in at ? at.parentNode : null) {
    if (at === ancestor) return true;
  }
  return false;
}
