import { VERSION } from '../../../../contract/version.ts';
import { type Cited, citedOf, referenceTo } from '../../citation/cited.ts';
import { PARTIAL } from '../../descriptor.ts';
import type { Frame } from '../../frame.ts';
import { annotationsOf } from './annotations.ts';
import { urn } from './urn.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const ABOUT =
  'One annotation per coding, and one per comment on a passage. Positions count Unicode code points of the canonical text from 0, ends are exclusive; schema:sha256 is the hash of the original file, under renderedVia that of the canonical text in UTF-8. A body with the purpose assessing is the weight of the coding, 0 to 100.';

/**
 * @param onStep told after each document
 * @returns the whole file in pieces: one AnnotationCollection with its only page, an annotation a line, made as it is written
 */
export function* collectionOf(frame: Frame, onStep: () => void): Generator<string, void> {
  const { project, part } = frame;
  const cited = citedOf(frame);
  const id = urn(project.id);
  const head = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: cited?.title ?? project.title,
    ...(cited && statedOf(cited)),
    generator: { type: 'Software', name: 'Colligo', 'schema:softwareVersion': VERSION },
  };
  yield JSON.stringify(head).slice(0, -1);
  let [total, lost] = [0, 0];
  for (const annotation of annotationsOf(frame, { step: onStep, lost: () => lost++ })) {
    // A collection without annotations has no page.
    yield total === 0
      ? `,\n"first":{"id":"${id}#page-1","type":"AnnotationPage","startIndex":0,"items":[\n`
      : ',\n';
    yield JSON.stringify(annotation);
    total++;
  }
  if (total > 0) yield '\n]}';
  const missing =
    lost === 0 ? null : `Codings that are not here, because their passage has no place in the text: ${lost}.`;
  const about = [
    cited?.description ?? project.description,
    cited && referenceTo(cited),
    part.words && `${PARTIAL} ${part.words}`,
    ABOUT,
    missing,
  ];
  const tail = { total, 'dc:description': about.filter(Boolean).join('\n\n') };
  yield `,\n${JSON.stringify(tail).slice(1)}\n`;
}

/** Who made it and under which licence it is passed on, in the words of the model (section 3.3). */
const statedOf = ({ creators, licence }: Cited) => ({
  ...(creators.length > 0 && {
    creator: creators.map(({ name, person, orcid }) => ({
      ...(orcid !== null && { id: `https://orcid.org/${orcid}` }),
      type: person ? 'Person' : 'Organization',
      name,
    })),
  }),
  ...(licence && (licence.url === null ? { 'dc:rights': licence.title } : { rights: licence.url })),
});
