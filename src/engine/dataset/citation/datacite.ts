import type { Frame } from '../frame.ts';
import type { Cited } from './cited.ts';

/** What DataCite writes for something that is still to come (appendix 3 of its schema). */
const LATER = ':tba';

/**
 * The metadata of DataCite, schema 4.5, as its REST interface and repositories take them in JSON.
 * @param cited with at least one creator, without whom the schema has no record
 * @returns the text of datacite.json
 */
export function dataciteOf({ project }: Frame, cited: Cited): string {
  const { title, creators, licence, version, doi, publisher, year, keywords, description } = cited;
  const record = {
    ...(doi !== null && { doi }),
    types: { resourceTypeGeneral: 'Dataset', resourceType: 'Coded qualitative dataset' },
    creators: creators.map(({ name, person, orcid }) => ({
      name,
      nameType: person ? 'Personal' : 'Organizational',
      ...(person && { givenName: person.given, familyName: person.family }),
      ...(orcid !== null && {
        nameIdentifiers: [
          {
            nameIdentifier: `https://orcid.org/${orcid}`,
            nameIdentifierScheme: 'ORCID',
            schemeUri: 'https://orcid.org',
          },
        ],
      }),
    })),
    titles: [{ title }],
    publisher: { name: publisher ?? LATER },
    publicationYear: String(year),
    ...(keywords.length > 0 && { subjects: keywords.map((subject) => ({ subject })) }),
    ...(version !== null && { version }),
    ...(licence && {
      rightsList: [
        {
          rights: licence.title,
          ...(licence.url !== null && { rightsUri: licence.url }),
          ...(licence.spdx !== null && {
            rightsIdentifier: licence.spdx,
            rightsIdentifierScheme: 'SPDX',
            schemeUri: 'https://spdx.org/licenses/',
          }),
        },
      ],
    }),
    ...(description !== '' && { descriptions: [{ description, descriptionType: 'Abstract' }] }),
    alternateIdentifiers: [
      { alternateIdentifier: `urn:uuid:${project.id}`, alternateIdentifierType: 'Colligo project' },
    ],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
