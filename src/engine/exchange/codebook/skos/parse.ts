import { type Quad, StreamParser } from 'n3';
import { unreadable } from '../book.ts';
import { DC, DCT, type Iri, type Literal, OWL, RDF, RDFS, SKOS, SKOS_XL, type Statement } from './names.ts';

/** More is no taxonomy, and would not fit in memory. */
const MOST_STATEMENTS = 3_000_000;

/** UTF-16 units that are given to the parser at once. */
const CHUNK = 64 * 1024;

/** Prefixes that many files use and forget to declare, such as those of which only a part is at hand. */
const USUAL = {
  skos: SKOS,
  skosxl: SKOS_XL,
  rdf: RDF,
  rdfs: RDFS,
  owl: OWL,
  dct: DCT,
  dcterms: DCT,
  dc: DC,
};

/** @returns the statements of a Turtle or N-Triples file; @throws ColligoError UNREADABLE */
export function parseTurtle(text: string): Statement[] {
  const statements: Statement[] = [];
  let failure: Error | undefined;
  const parser = new StreamParser({ baseIRI: 'urn:colligo:file#' });
  parser.on('data', (quad: Quad) => {
    statements.push(statementOf(quad));
  });
  parser.on('error', (error: Error) => {
    failure ??= error;
  });
  const head = Object.entries(USUAL).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  const body = text.replace(/^\ufeff/, '');
  try {
    parser.write(head.join(''));
    for (let from = 0; from < body.length && !failure; from += CHUNK) {
      parser.write(body.slice(from, from + CHUNK));
      if (statements.length > MOST_STATEMENTS)
        throw unreadable('The file holds too many statements to be a taxonomy.', 'Choose a part of it.');
    }
    parser.end();
  } catch (error) {
    // The library trips over its own state in some broken files instead of saying that they are.
    throw wrong('Turtle', error, Object.keys(USUAL).length);
  }
  if (failure) throw wrong('Turtle', failure, Object.keys(USUAL).length);
  return statements;
}

/**
 * Reads JSON-LD. A context that lies elsewhere is not fetched: nothing is ever asked of the network.
 * @throws ColligoError UNREADABLE
 */
export async function parseJsonLd(text: string): Promise<Statement[]> {
  const { default: jsonld } = await import('jsonld');
  try {
    const document = JSON.parse(text.replace(/^\ufeff/, '')) as Parameters<typeof jsonld.toRDF>[0];
    const quads = await jsonld.toRDF(document, {
      documentLoader: async (url: string) => {
        throw unreadable(
          `The file takes its words from ${url}, which Colligo does not fetch.`,
          'Put the context into the file, or save it as Turtle (.ttl).',
        );
      },
    });
    return (quads as Quad[]).map(statementOf);
  } catch (error) {
    throw wrong('JSON-LD', error, 0);
  }
}

function wrong(form: string, error: unknown, lines: number): Error {
  const own = findOwn(error);
  if (own) return own;
  const line = error instanceof Error ? /on line (\d+)/.exec(error.message)?.[1] : undefined;
  const where = line === undefined ? '' : `, near line ${Math.max(1, Number(line) - lines)}`;
  return Object.assign(
    unreadable(`The file is not well-formed ${form}${where}.`, 'Mend it, or export it again.'),
    { cause: error },
  );
}

/** What the loader threw lies within what the library makes of it. */
function findOwn(error: unknown): Error | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && at.code === 'UNREADABLE') return at;
    at =
      'details' in at && at.details && typeof at.details === 'object' && 'cause' in at.details
        ? at.details.cause
        : at.cause;
  }
  return null;
}

function statementOf({ subject, predicate, object }: Quad): Statement {
  const said: Iri | Literal =
    object.termType === 'Literal'
      ? // The library for JSON-LD leaves out the language of a literal that has none.
        { text: object.value, language: object.language ?? '' }
      : { iri: nodeName(object) };
  return { subject: nodeName(subject), predicate: predicate.value, object: said };
}

/** Blank nodes have names of their own, which no IRI can have. */
const nodeName = ({ termType, value }: { termType: string; value: string }): string =>
  termType === 'BlankNode' ? `_:${value.replace(/^_:/, '')}` : value;
