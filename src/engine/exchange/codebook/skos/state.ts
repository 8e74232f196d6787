import type { CodebookNode, CodeLabel } from '../../../codebook/whole.ts';
import type { BookTitle } from '../book.ts';
import { COLLIGO, DCT, type Iri, type Literal, RDF, SKOS, type Statement } from './names.ts';

/** The identity of a code as an IRI (RFC 9562, section 4: urn:uuid). */
export const iriOf = (id: string): string => `urn:uuid:${id}`;

/** The concept scheme that a codebook is written as. */
export const SCHEME = `${COLLIGO}codebook`;

/** A language tag that RDF takes (BCP 47, well-formed). */
export const isTag = (language: string): boolean => /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language);

/** What a code says in words: it is kept exactly beside the statements of SKOS, which know no order. */
export type CodeWords = Pick<CodebookNode, 'name' | 'definition' | 'example' | 'labels'>;

const PREDICATES: Readonly<Partial<Record<CodeLabel['kind'], string>>> = {
  alias: `${SKOS}altLabel`,
  hidden: `${SKOS}hiddenLabel`,
  notation: `${SKOS}notation`,
  definition: `${SKOS}definition`,
  note: `${SKOS}scopeNote`,
  example: `${SKOS}example`,
  change: `${SKOS}changeNote`,
};

/**
 * @param language of what is not marked otherwise; empty where nobody said
 * @returns what SKOS can say of a code's words, each statement once. A concept has one preferred label a language, and its
 * alternative ones differ from it (SKOS Reference, S13 and S14): what would break that is said in another way, or not at all
 */
export function wordsStated(words: CodeWords, language: string): [predicate: string, literal: Literal][] {
  const stated = new Map<string, [string, Literal]>();
  const preferred = new Map<string, string>();
  const called = new Set<string>();
  const say = (predicate: string, text: string, tag: string) => {
    const literal = { text, language: isTag(tag) && !predicate.endsWith('#notation') ? tag : '' };
    const key = `${literal.language.toLowerCase()} ${text}`;
    if (predicate === `${SKOS}prefLabel`) preferred.set(literal.language.toLowerCase(), text);
    if (/#(pref|alt|hidden)Label$/.test(predicate)) {
      if (called.has(key)) return;
      called.add(key);
    }
    stated.set(`${predicate} ${key}`, [predicate, literal]);
  };
  say(`${SKOS}prefLabel`, words.name, language);
  if (words.definition !== '') say(`${SKOS}definition`, words.definition, language);
  if (words.example !== '') say(`${SKOS}example`, words.example, language);
  for (const { kind, language: tag, text } of words.labels) {
    const isSecond = preferred.has(isTag(tag) ? tag.toLowerCase() : '');
    if (kind === 'name') say(`${SKOS}${isSecond ? 'altLabel' : 'prefLabel'}`, text, tag);
    else say(PREDICATES[kind] ?? '', text, tag);
  }
  return [...stated.values()];
}

/** @returns a codebook as statements: a concept scheme with a concept for each code */
export function* statementsOf(title: BookTitle, nodes: readonly CodebookNode[]): Generator<Statement, void> {
  const say = (subject: string, predicate: string, object: Iri | Literal): Statement => ({
    subject,
    predicate,
    object,
  });
  const plain = (text: string): Literal => ({ text, language: '' });
  const tagged = (text: string): Literal => ({ text, language: isTag(title.language) ? title.language : '' });
  yield say(SCHEME, `${RDF}type`, { iri: `${SKOS}ConceptScheme` });
  yield say(SCHEME, `${DCT}title`, tagged(title.title || 'Codebook'));
  if (title.description !== '') yield say(SCHEME, `${DCT}description`, tagged(title.description));
  if (title.language !== '') yield say(SCHEME, `${DCT}language`, plain(title.language));
  for (const { id, parentId } of nodes)
    if (parentId === null) yield say(SCHEME, `${SKOS}hasTopConcept`, { iri: iriOf(id) });
  const children = Map.groupBy(nodes, ({ parentId }) => parentId);
  for (const [index, node] of nodes.entries()) {
    const it = iriOf(node.id);
    yield say(it, `${RDF}type`, { iri: `${SKOS}Concept` });
    yield say(it, `${SKOS}inScheme`, { iri: SCHEME });
    if (node.parentId === null) yield say(it, `${SKOS}topConceptOf`, { iri: SCHEME });
    else yield say(it, `${SKOS}broader`, { iri: iriOf(node.parentId) });
    for (const child of children.get(node.id) ?? [])
      yield say(it, `${SKOS}narrower`, { iri: iriOf(child.id) });
    for (const [predicate, literal] of wordsStated(node, title.language)) yield say(it, predicate, literal);
    for (const { kind, other } of node.links)
      yield say(it, kind === 'see_also' ? `${SKOS}related` : `${COLLIGO}notToBeConfused`, {
        iri: iriOf(other),
      });
    if (node.useWhen !== '') yield say(it, `${COLLIGO}useWhen`, plain(node.useWhen));
    if (node.useNotWhen !== '') yield say(it, `${COLLIGO}useNotWhen`, plain(node.useNotWhen));
    yield say(it, `${COLLIGO}colour`, plain(node.colour));
    yield say(it, `${COLLIGO}codable`, plain(node.codable ? 'yes' : 'no'));
    yield say(it, `${COLLIGO}order`, plain(String(index)));
    const { name, definition, example, labels } = node;
    yield say(it, `${COLLIGO}words`, plain(JSON.stringify({ name, definition, example, labels })));
  }
}
