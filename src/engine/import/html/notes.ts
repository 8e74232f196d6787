import { attribute, classesOf, type Element, isElement, type Node, roleOf } from './tree.ts';
import { isBlock } from './visible.ts';

/** The notes of a page. Labels are without brackets. */
export interface Notes {
  /** Links to a note, with the label that stands for it in the text. */
  readonly references: ReadonlyMap<Element, string>;
  /** Blocks that are a note, with their label; null where nothing refers to them. */
  readonly notes: ReadonlyMap<Element, string | null>;
  /** Links from a note back to its reference, and the note's own label, which the text shows otherwise. */
  readonly skipped: ReadonlySet<Element>;
}

const NOTE_CLASS =
  /^(?:footnote-?ref(?:erence)?|noteref|note-ref|sd(?:foot|end)noteanc|(?:foot|end)note-?anchor|fnref)$/i;
const NOTE_TARGET = /^(?:user-content-)?_?(?:fn|ftn|edn|cite_note|footnote|endnote|sdfootnote|sdendnote)/i;
/** A place in the text, which a link in a note leads back to. */
const TEXT_TARGET = /(?:ref|anc|back)(?![a-z]{3})/i;
const LABEL = /^[[(]?([\p{L}\p{N}*†‡§¶#.]{1,12}|(?:note|nb|lower-alpha) \d{1,4})[\])]?$/u;
const BACK = /^(?:[\u21a9\u2191^\u23ce\u2934]\ufe0e?|back|return)$/i;

const NOTE_ROLES = new Set(['doc-footnote', 'doc-endnote']);

/** The text of an element: only asked of links and the like, which are short. */
function textOf(node: Node): string {
  if (isElement(node)) return node.childNodes.map(textOf).join('');
  return 'value' in node ? node.value : '';
}

const typesOf = (element: Element) => (attribute(element, 'epub:type') ?? '').split(/\s+/);

const isNoteRole = (element: Element) =>
  NOTE_ROLES.has(roleOf(element)) ||
  typesOf(element).some((type) => ['footnote', 'endnote', 'rearnote'].includes(type));

/** What a link within the page points to, or null. */
function targetOf(link: Element): string | null {
  const href = attribute(link, 'href') ?? '';
  const at = href.indexOf('#');
  // A page that was saved may name itself before the #.
  return at < 0 || at === href.length - 1 ? null : href.slice(at + 1);
}

interface Survey {
  readonly links: { link: Element; target: string; inSup: boolean }[];
  readonly named: Map<string, Element>;
  readonly roles: Element[];
}

function survey(element: Element, inSup: boolean, found: Survey): void {
  const id = attribute(element, 'id');
  if (id !== null && !found.named.has(id)) found.named.set(id, element);
  if (isNoteRole(element)) found.roles.push(element);
  if (element.tagName === 'a') {
    const name = attribute(element, 'name');
    if (name !== null && !found.named.has(name)) found.named.set(name, element);
    const target = targetOf(element);
    const wraps = element.childNodes.some((child) => isElement(child) && child.tagName === 'sup');
    if (target !== null) found.links.push({ link: element, target, inSup: inSup || wraps });
  }
  for (const child of element.childNodes) {
    if (isElement(child)) survey(child, inSup || child.tagName === 'sup', found);
  }
}

function isReference(link: Element, target: string, inSup: boolean): boolean {
  if (roleOf(link) === 'doc-backlink') return false;
  if (roleOf(link) === 'doc-noteref' || typesOf(link).includes('noteref')) return true;
  if (classesOf(link).some((name) => NOTE_CLASS.test(name))) return true;
  if (TEXT_TARGET.test(target)) return false;
  return inSup || NOTE_TARGET.test(target);
}

const isBlank = (node: Node) =>
  isElement(node) ? node.childNodes.length === 0 : !('value' in node) || node.value.trim() === '';

/** The block that a named place begins: the element itself, or the block whose first words it holds. */
function noteAt(place: Element): Element | null {
  let element = place;
  while (!isBlock(element)) {
    const parent = element.parentNode;
    if (!parent || !('tagName' in parent)) return null;
    for (const sibling of parent.childNodes) {
      if (sibling === element) break;
      if (!isBlank(sibling)) return null;
    }
    element = parent;
  }
  return /^(?:p|div|li|aside|section|dd|dt|td|blockquote|details)$/.test(element.tagName) ? element : null;
}

/** Marks what a note shows for its own label and for the way back. */
function skipOwn(note: Element, label: string | null, skipped: Set<Element>): void {
  const visit = (element: Element, isFirst: boolean): boolean => {
    let first = isFirst;
    for (const child of element.childNodes) {
      if (!isElement(child)) {
        first &&= isBlank(child);
        continue;
      }
      const isLink = child.tagName === 'a' && (targetOf(child) !== null || attribute(child, 'name') !== null);
      if (isLink || (first && !isBlock(child))) {
        const text = textOf(child).trim();
        const isOwn = first && LABEL.exec(text)?.[1] === label;
        const isBack = isLink && (BACK.test(text) || roleOf(child) === 'doc-backlink');
        if (isOwn || isBack) {
          skipped.add(child);
          continue;
        }
      }
      first = visit(child, first);
      first &&= isBlank(child);
    }
    return first;
  };
  visit(note, true);
}

/**
 * Finds footnotes and endnotes by their roles (DPUB-ARIA, EPUB) and by how Pandoc, GitHub, MediaWiki, Word and LibreOffice
 * write them: a short link inside the page, raised or with a known name, and the block that it leads to.
 */
export function findNotes(root: Element): Notes {
  const found: Survey = { links: [], named: new Map(), roles: [] };
  survey(root, false, found);
  const references = new Map<Element, string>();
  const notes = new Map<Element, string | null>();
  const skipped = new Set<Element>();
  for (const { link, target, inSup } of found.links) {
    if (!isReference(link, target, inSup)) continue;
    const label = LABEL.exec(textOf(link).trim())?.[1];
    const place = found.named.get(target) ?? found.named.get(decoded(target));
    const note = place && noteAt(place);
    if (label === undefined || !note || note === root) continue;
    references.set(link, label);
    if (!notes.has(note)) notes.set(note, label);
  }
  for (const element of found.roles) {
    // A reference may lead to something inside the element that has the role, or around it.
    if (!notes.has(element) && isBlock(element)) notes.set(element, null);
  }
  for (const [note, label] of notes) skipOwn(note, label, skipped);
  // A link inside its own note leads back.
  for (const link of skipped) references.delete(link);
  return { references, notes, skipped };
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}
