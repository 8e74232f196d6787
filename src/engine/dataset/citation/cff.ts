import type { Cited } from './cited.ts';

const MESSAGE = 'If you use this dataset, please cite it as below.';

/**
 * Citation File Format 1.2.0, https://citation-file-format.github.io: what repositories and reference managers read.
 * @param cited with at least one creator, without whom the format has no citation
 * @returns the text of CITATION.cff: YAML, in which a string of JSON is one, too
 */
export function cffOf({ title, creators, licence, version, doi, keywords, description }: Cited): string {
  const lines = [
    'cff-version: 1.2.0',
    `message: ${quoted(MESSAGE)}`,
    'type: dataset',
    `title: ${quoted(title)}`,
    'authors:',
    ...creators.flatMap(({ name, person, orcid }) => [
      ...(person
        ? [`  - family-names: ${quoted(person.family)}`, `    given-names: ${quoted(person.given)}`]
        : [`  - name: ${quoted(name)}`]),
      ...(orcid === null ? [] : [`    orcid: ${quoted(`https://orcid.org/${orcid}`)}`]),
    ]),
    ...(description === '' ? [] : [`abstract: ${quoted(description)}`]),
    ...(keywords.length === 0 ? [] : ['keywords:', ...keywords.map((word) => `  - ${quoted(word)}`)]),
    ...(version === null ? [] : [`version: ${quoted(version)}`]),
    ...(doi === null ? [] : [`doi: ${quoted(doi)}`]),
    // The format has no place for the words of a licence; datapackage.json has them.
    ...(licence?.spdx ? [`license: ${licence.spdx}`] : []),
    ...(licence?.url ? [`license-url: ${quoted(licence.url)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** C1 control characters and DEL may not stand in YAML as they are. */
const quoted = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
