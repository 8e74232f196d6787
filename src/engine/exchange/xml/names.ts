import type { SaxesTagPlain } from 'saxes';

/** What every document declares without saying so. */
const GIVEN: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** @returns prefix and local part of a name */
export function split(name: string): [prefix: string, local: string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

const isDeclaration = (name: string) => name === 'xmlns' || name.startsWith('xmlns:');

/** @returns the attributes of an element by local name, without declarations of namespaces */
export function attributesOf({ attributes }: SaxesTagPlain): Map<string, string> {
  const own = new Map<string, string>();
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && !isDeclaration(name)) own.set(split(name)[1], value);
  }
  return own;
}

/** The namespaces within an element: those around it, and those that it declares (Namespaces in XML 1.0, section 3). */
export function spacesOf(
  { attributes }: SaxesTagPlain,
  around: ReadonlyMap<string, string> = GIVEN,
): ReadonlyMap<string, string> {
  let own: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!isDeclaration(name)) continue;
    own ??= new Map(around);
    own.set(name === 'xmlns' ? '' : name.slice(6), attributes[name] ?? '');
  }
  return own ?? around;
}
