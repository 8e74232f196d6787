import { childElements, firstChild, textIn, type XmlElement } from './xml.ts';

/** The part of an `mc:AlternateContent` to be read: what a new Word shows, else what an old one does (ECMA-376 part 3, 7.6). */
export const alternative = (element: XmlElement): XmlElement | undefined =>
  firstChild(element, 'mc:Choice') ?? firstChild(element, 'mc:Fallback');

/** A text's own white space at its ends counts only where it is marked as meant (XML 1.0, section 2.10). */
export function shownText(element: XmlElement): string {
  const text = textIn(element);
  return element.attributes.get('xml:space') === 'preserve'
    ? text
    : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** The text boxes in a drawing, and its alternative text. */
export function lookInto(drawing: XmlElement): { boxes: XmlElement[]; description: string } {
  const boxes: XmlElement[] = [];
  let description = '';
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:txbxContent') return void boxes.push(element);
    const own =
      element.name === 'wp:docPr'
        ? element.attributes.get('descr')
        : element.name === 'v:shape'
          ? element.attributes.get('alt')
          : undefined;
    if (description === '' && own !== undefined) description = own;
    const inner = element.name === 'mc:AlternateContent' ? alternative(element) : element;
    if (inner) for (const child of childElements(inner)) visit(child);
  };
  visit(drawing);
  return { boxes, description };
}

/** A formula in one line: its letters and signs in order, a fraction with its stroke (ECMA-376 part 1, 22.1). */
export function mathIn(element: XmlElement): string {
  if (element.name === 'm:t') return textIn(element);
  if (element.name === 'w:del') return '';
  const parts = childElements(element);
  if (element.name !== 'm:f') return parts.map(mathIn).join('');
  const of = (name: string) =>
    parts
      .filter((part) => part.name === name)
      .map(mathIn)
      .join('');
  return `${of('m:num')}/${of('m:den')}`;
}
