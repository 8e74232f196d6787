import { DataFactory, Writer } from 'n3';
import type { CodebookNode } from '../../../codebook/whole.ts';
import type { BookTitle } from '../book.ts';
import { COLLIGO, DCT, isLiteral, RDF, SKOS } from './names.ts';
import { statementsOf } from './state.ts';

const { namedNode, literal, quad } = DataFactory;

/** @returns a codebook as SKOS in Turtle, which the same program reads back exactly */
export function writeTurtle(title: BookTitle, nodes: readonly CodebookNode[]): Promise<string> {
  const writer = new Writer({ prefixes: { skos: SKOS, dct: DCT, colligo: COLLIGO } });
  for (const { subject, predicate, object } of statementsOf(title, nodes)) {
    const said = isLiteral(object)
      ? literal(object.text, object.language === '' ? undefined : object.language)
      : namedNode(object.iri);
    writer.addQuad(quad(namedNode(subject), namedNode(predicate), said));
  }
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)));
  });
}

const PREFIXES = [
  ['skos', SKOS],
  ['dct', DCT],
  ['colligo', COLLIGO],
] as const;

const shortOf = (iri: string): string => {
  const [prefix, full] = PREFIXES.find(([, full]) => iri.startsWith(full)) ?? ['', ''];
  return prefix === '' ? iri : `${prefix}:${iri.slice(full.length)}`;
};

/** @returns the same as JSON-LD 1.1, with its context inside, so that nobody has to fetch one */
export function writeJsonLd(title: BookTitle, nodes: readonly CodebookNode[]): string {
  const subjects = new Map<string, Record<string, unknown[]>>();
  for (const { subject, predicate, object } of statementsOf(title, nodes)) {
    const facts = subjects.get(subject) ?? {};
    subjects.set(subject, facts);
    const isType = predicate === `${RDF}type`;
    const key = isType ? '@type' : shortOf(predicate);
    facts[key] ??= [];
    if (isLiteral(object))
      facts[key].push({
        '@value': object.text,
        ...(object.language !== '' && { '@language': object.language }),
      });
    else facts[key].push(isType ? shortOf(object.iri) : { '@id': object.iri });
  }
  const graph = [...subjects].map(([id, facts]) => ({ '@id': id, ...facts }));
  return `${JSON.stringify({ '@context': Object.fromEntries(PREFIXES), '@graph': graph }, null, 1)}\n`;
}
