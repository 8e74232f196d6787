/** A licence as far as it could be told from what was said. */
export interface Licence {
  /** Its identifier in the list of SPDX; null where it is none of those that are known here. */
  readonly spdx: string | null;
  /** Its address; null where none was given. */
  readonly url: string | null;
  /** Its name, or its words. */
  readonly title: string;
}

const creativeCommons = (kind: string, name: string): [string, string, string] => [
  `CC-${kind}-4.0`,
  `Creative Commons ${name} 4.0 International`,
  `https://creativecommons.org/licenses/${kind.toLowerCase()}/4.0/`,
];

/** Licences that datasets are passed on under: identifier, name and address. */
const KNOWN: readonly (readonly [spdx: string, title: string, url: string])[] = [
  ['CC0-1.0', 'Creative Commons Zero 1.0 Universal', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  creativeCommons('BY', 'Attribution'),
  creativeCommons('BY-SA', 'Attribution-ShareAlike'),
  creativeCommons('BY-NC', 'Attribution-NonCommercial'),
  creativeCommons('BY-NC-SA', 'Attribution-NonCommercial-ShareAlike'),
  creativeCommons('BY-ND', 'Attribution-NoDerivatives'),
  creativeCommons('BY-NC-ND', 'Attribution-NonCommercial-NoDerivatives'),
  ['ODC-By-1.0', 'Open Data Commons Attribution License 1.0', 'https://opendatacommons.org/licenses/by/1-0/'],
  [
    'ODbL-1.0',
    'Open Data Commons Open Database License 1.0',
    'https://opendatacommons.org/licenses/odbl/1-0/',
  ],
  [
    'PDDL-1.0',
    'Open Data Commons Public Domain Dedication and License 1.0',
    'https://opendatacommons.org/licenses/pddl/1-0/',
  ],
];

/**
 * @param said an identifier of SPDX, upper and lower case being the same, the address of a licence, or its words
 * @returns what it says
 */
export function licenceOf(said: string): Licence {
  const address = said.replace(/^http:/, 'https:').replace(/\/?$/, '/');
  const known = KNOWN.find(([spdx, , url]) => spdx.toLowerCase() === said.toLowerCase() || url === address);
  if (known) return { spdx: known[0], title: known[1], url: known[2] };
  return { spdx: null, title: said, url: /^https?:\/\/\S+$/.test(said) ? said : null };
}
