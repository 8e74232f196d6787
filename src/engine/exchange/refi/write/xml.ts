/** What XML 1.0 cannot hold, not even escaped (section 2.2, Char): most control characters, lone surrogates, U+FFFE, U+FFFF. */
const UNHELD = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** @returns whether XML can hold the text as it is */
export const isHeld = (text: string): boolean => text.search(UNHELD) === -1;

const IN_ATTRIBUTES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** @returns text between tags; a CR would be read as LF, so it is escaped, and what XML cannot hold is U+FFFD */
export const escaped = (text: string): string =>
  text.replace(UNHELD, '\uFFFD').replace(/[&<>\r]/g, (character) => IN_ATTRIBUTES[character] ?? character);

/** @returns ` name="value"`, or nothing where there is no value; white space is kept as it is */
export function attribute(name: string, value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value).replace(UNHELD, '\uFFFD');
  return ` ${name}="${text.replace(/[&<>"\t\n\r]/g, (character) => IN_ATTRIBUTES[character] ?? character)}"`;
}

/** @returns an element with nothing but text; nothing at all where that is empty */
export const textElement = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${escaped(text)}</${name}>`;

/** The schema wants no container without children. @returns the children within it, if there are any */
export function* container(name: string, children: Iterable<string>): Generator<string, void> {
  let isOpen = false;
  for (const child of children) {
    if (child === '') continue;
    if (!isOpen) yield `<${name}>\n`;
    isOpen = true;
    yield child;
  }
  if (isOpen) yield `</${name}>\n`;
}

/** @returns one element with its attributes and what is in it, on lines of its own */
export const element = (name: string, attributes: string, inside: string): string =>
  inside === '' ? `<${name}${attributes}/>\n` : `<${name}${attributes}>${inside}</${name}>\n`;

/** @returns JSON with every character that XML cannot hold as its escape, so that it comes back exactly */
export const heldJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    UNHELD,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @returns an identity as programs expect it; some refuse lower case */
export const guid = (id: string): string => id.toUpperCase();
