import { attribute, classesOf, type Element, isElement, type Node, roleOf } from './tree.ts';

/** What shows no words of its own, or shows them only to who fills in a form. */
const DROPPED: ReadonlySet<string> = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'title', 'link', 'meta', 'base', 'svg', 'canvas'],
  ...['iframe', 'object', 'embed', 'param', 'audio', 'video', 'source', 'track', 'map', 'area'],
  ...['frameset', 'frame', 'noframes', 'noembed', 'applet', 'annotation', 'annotation-xml'],
  ...['input', 'button', 'select', 'textarea', 'datalist', 'meter', 'progress'],
]);

/** Class names that widely used style sheets hide from sight, or that hold a site's own controls beside a text's words. */
const UNSEEN = new Set([
  ...['sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text', 'mw-editsection', 'headerlink'],
  'mw-cite-backlink',
]);

/** Elements that stand in a line of text: a hidden one of these is an icon or a doubled word, not the page behind a dialog. */
const PHRASING = new Set(['span', 'a', 'i', 'em', 'b', 'strong', 'sup', 'sub', 'small', 'svg', 'img']);

const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)\b/i;
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'html',
    'body',
    'address',
    'article',
    'aside',
    'blockquote',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
  ],
  ...['div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup'],
  ...['p', 'plaintext', 'pre', 'search', 'section', 'summary', 'table', 'caption', 'tbody', 'td', 'tfoot'],
  ...['th', 'thead', 'tr', 'ul', 'xmp'],
]);

/** Whether an element starts and ends a block of its own. */
export const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.tagName) || BLOCK_STYLE.test(attribute(element, 'style') ?? '');

/**
 * Whether an element shows nothing to a reader: by what it is, by its attributes (`hidden`, a `style` that hides it,
 * `aria-hidden` on a part of a line), or by a class that is known to hide. Style sheets are not read.
 */
export function isHidden(element: Element): boolean {
  if (DROPPED.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  const hidden = attribute(element, 'hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (HIDING_STYLE.test(attribute(element, 'style') ?? '')) return true;
  if (attribute(element, 'aria-hidden') === 'true' && PHRASING.has(element.tagName)) return true;
  return classesOf(element).some((name) => UNSEEN.has(name));
}

/** What a saved page has around its text, by its role. Dialogs are mostly questions about cookies. */
const FURNITURE: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  search: 'search',
  banner: 'page header',
  contentinfo: 'page footer',
  dialog: 'dialogs',
  alertdialog: 'dialogs',
};

const holds = (element: Element, test: (inner: Element) => boolean): boolean =>
  element.childNodes.some((child) => isElement(child) && (test(child) || holds(child, test)));

/** Elements whose header and footer are theirs, not the page's (HTML Standard, section 4.3.9). */
export const SECTIONS: ReadonlySet<string> = new Set(['article', 'aside', 'main', 'nav', 'section']);

/**
 * What an element is that belongs to the site rather than to the text (navigation, page header and footer, search, dialogs),
 * in words for a notice; null for text. A header with a first heading holds the text's title, and a footer with notes is
 * the text's end: both stay.
 *
 * @param isTop that the element is in no article or section
 */
export function furnitureOf(element: Element, isTop: boolean): string | null {
  const { tagName } = element;
  const role = roleOf(element);
  const named = FURNITURE[role];
  if (role === 'banner' || (tagName === 'header' && isTop && role === '')) {
    return holds(element, (inner) => inner.tagName === 'h1') ? null : 'page header';
  }
  if (role === 'contentinfo' || (tagName === 'footer' && isTop && role === '')) {
    return holds(element, (inner) => /^doc-(?:foot|end)notes?$/.test(roleOf(inner))) ? null : 'page footer';
  }
  if (named !== undefined) return named;
  if (tagName === 'nav' && role === '') return roleOfToc(element) ? null : 'navigation';
  if (tagName === 'search') return 'search';
  if (tagName === 'dialog') return 'dialogs';
  return null;
}

/** A table of contents is part of a publication, though it is navigation too (DPUB-ARIA, EPUB). */
const roleOfToc = (element: Element): boolean =>
  roleOf(element) === 'doc-toc' || (attribute(element, 'epub:type') ?? '').split(/\s+/).includes('toc');

/** The words of a part of a page, hidden ones left out, by white space: for notices and comparisons, not for the text. */
export function countWords(node: Node): number {
  if (!isElement(node)) return 'value' in node ? (node.value.match(/\S+/g)?.length ?? 0) : 0;
  if (isHidden(node)) return 0;
  let words = 0;
  for (const child of node.childNodes) words += countWords(child);
  return words;
}
