/** Namespaces (W3C SKOS Reference 2009, section 1.7.1; SKOS eXtension for Labels, appendix B). */
export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const SKOS_XL = 'http://www.w3.org/2008/05/skos-xl#';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const OWL = 'http://www.w3.org/2002/07/owl#';
export const DCT = 'http://purl.org/dc/terms/';
export const DC = 'http://purl.org/dc/elements/1.1/';

/** What SKOS has no word for. Whoever does not know these reads the rest. */
export const COLLIGO = 'urn:colligo:';

/** A statement as it is read and written: IRIs and blank nodes as text, a literal with its language. */
export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Iri | Literal;
}

export interface Iri {
  readonly iri: string;
}

export interface Literal {
  readonly text: string;
  /** BCP 47 tag; empty for a literal without one. */
  readonly language: string;
}

export const isLiteral = (object: Iri | Literal): object is Literal => 'text' in object;

/** @returns what says that two literals are the same; RDF compares tags without regard to case */
export const literalKey = ({ text, language }: Literal): string => `${language.toLowerCase()} ${text}`;
