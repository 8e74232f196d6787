import { guidOf, identityOf } from '../../identity.ts';
import type { Remark } from '../../model.ts';
import {
  ALL_LABELS,
  ALL_LINKS,
  arranged,
  type Book,
  type BookCode,
  type BookOffers,
  unreadable,
} from '../book.ts';
import { Facts } from './facts.ts';
import { COLLIGO, DC, DCT, OWL, RDF, RDFS, SKOS, type Statement } from './names.ts';
import { SCHEME } from './state.ts';
import { wordsOf } from './words.ts';

/** What to take of a file. */
export interface SkosWish {
  /** IRI or title of the scheme, where the file has several; all of them where it is left out. */
  readonly scheme?: string | undefined;
  /** BCP 47 tag that things shall be called in where the file has several. */
  readonly language?: string | undefined;
}

/**
 * Makes a codebook of SKOS: concepts become codes, under what they say is broader, or what says they are narrower.
 * @throws ColligoError UNREADABLE where there are no concepts, or no such scheme
 */
export function bookFrom(statements: readonly Statement[], wish: SkosWish): Book {
  const facts = new Facts(statements);
  const remarks: Remark[] = [];
  const schemes = facts
    .subjects()
    .filter((it) => facts.iris(it, `${RDF}type`).includes(`${SKOS}ConceptScheme`));
  const scheme = schemeFor(facts, schemes, wish);
  const concepts = conceptsOf(facts, scheme);
  if (concepts.length === 0)
    throw unreadable('There are no SKOS concepts in this file.', 'Choose another file.');
  const [first] = scheme === null ? schemes : [scheme];
  const own = facts.text(first ?? '', `${DCT}language`) ?? '';
  const isOwn = facts.has(concepts[0] ?? '', `${COLLIGO}order`);
  const common = languagesOf(wish.language, own, statements);
  // What Colligo wrote without a language is called by what has none.
  const languages = isOwn ? [own, ...common] : common;
  const ids = new Map(concepts.map((iri) => [iri, identityOfIri(iri)]));
  const parents = broaderOf(facts, concepts, remarks, languages);
  const made = concepts.map((iri) => codeOf(facts, iri, ids, parents, languages, remarks));
  if (schemes.length > 1 && scheme === null)
    for (const each of schemes)
      remarks.push({
        what: 'kept',
        message: 'The file has several concept schemes: their codes came together.',
        subject: titleOf(facts, each),
      });
  const book = arranged({
    title: first === undefined ? '' : titleOf(facts, first),
    description: facts.text(first ?? '', `${DCT}description`, `${DC}description`) ?? '',
    language: isOwn ? own : (languages[0] ?? ''),
    isOrdered: isOwn,
    labelKinds: ALL_LABELS,
    linkKinds: isOwn ? ALL_LINKS : ['see_also'],
    codes: isOwn ? inOwnOrder(facts, concepts, made) : inNaturalOrder(made),
    remarks,
  });
  return { ...book, offers: offersOf(facts, schemes, statements) };
}

function offersOf(facts: Facts, schemes: readonly string[], statements: readonly Statement[]): BookOffers {
  const several = <Each>(list: readonly Each[]) => (list.length > 1 ? list : []);
  return {
    schemes: several(schemes.map((iri) => ({ iri, title: titleOf(facts, iri) }))),
    languages: several(commonest(statements).filter((language) => language !== '')),
  };
}

function schemeFor(facts: Facts, schemes: readonly string[], { scheme }: SkosWish): string | null {
  if (scheme === undefined) return null;
  const fold = (text: string) => text.trim().toLowerCase();
  const found = schemes.find((it) => it === scheme || fold(titleOf(facts, it)) === fold(scheme));
  if (found !== undefined) return found;
  const names = schemes.map((it) => `“${titleOf(facts, it)}”`).join(', ');
  throw unreadable(
    `There is no concept scheme “${scheme}” in this file.`,
    names === '' ? 'Leave the scheme out.' : `Choose one of ${names}.`,
  );
}

const titleOf = (facts: Facts, scheme: string): string => {
  const title = facts.text(scheme, `${DCT}title`, `${DC}title`, `${SKOS}prefLabel`, `${RDFS}label`);
  return title ?? (scheme === SCHEME ? 'Codebook' : scheme);
};

/** What is said to be a concept, or stands where only concepts do. */
function conceptsOf(facts: Facts, scheme: string | null): string[] {
  const found = facts.subjects().filter((it) => {
    const types = facts.iris(it, `${RDF}type`);
    if (types.includes(`${SKOS}Concept`)) return true;
    return types.length === 0 && [`${SKOS}broader`, `${SKOS}inScheme`].some((each) => facts.has(it, each));
  });
  if (scheme === null) return found;
  const tops = new Set(facts.iris(scheme, `${SKOS}hasTopConcept`));
  return found.filter(
    (it) => tops.has(it) || facts.iris(it, `${SKOS}inScheme`, `${SKOS}topConceptOf`).includes(scheme),
  );
}

/** A code's own identity, or one that is the same each time the same IRI is read. */
const identityOfIri = (iri: string): string =>
  (/^urn:uuid:/i.test(iri) ? guidOf(iri.slice('urn:uuid:'.length)) : null) ?? identityOf('skos', iri);

/** Languages to call things in: the one that was asked for, that of the file, English, then the commonest. */
function languagesOf(asked: string | undefined, own: string, statements: readonly Statement[]): string[] {
  const common = commonest(statements);
  const wanted = [asked ?? '', own].filter((language) => language !== '');
  return [...new Set([...wanted, ...(common.includes('en') ? ['en'] : []), ...common])];
}

/** @returns the languages that things are called in, the commonest first; empty for what has none */
function commonest(statements: readonly Statement[]): string[] {
  const counts = new Map<string, number>();
  for (const { predicate, object } of statements)
    if ('text' in object && predicate === `${SKOS}prefLabel`)
      counts.set(object.language, (counts.get(object.language) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([language]) => language);
}

/** @returns the one broader concept of each; of several the first by notation or name */
function broaderOf(
  facts: Facts,
  concepts: readonly string[],
  remarks: Remark[],
  languages: readonly string[],
): Map<string, string | null> {
  const there = new Set(concepts);
  const above = new Map<string, Set<string>>();
  const put = (concept: string, broader: string) => {
    if (!there.has(broader) || !there.has(concept) || concept === broader) return;
    above.set(concept, (above.get(concept) ?? new Set()).add(broader));
  };
  for (const concept of concepts) {
    for (const broader of facts.iris(concept, `${SKOS}broader`)) put(concept, broader);
    for (const narrower of facts.iris(concept, `${SKOS}narrower`)) put(narrower, concept);
  }
  const signOf = (iri: string) => facts.text(iri, `${SKOS}notation`) ?? wordsOf(facts, iri, languages).name;
  return new Map(
    concepts.map((concept) => {
      const several = [...(above.get(concept) ?? [])];
      const [first, ...others] =
        several.length < 2 ? several : several.toSorted((one, other) => natural(signOf(one), signOf(other)));
      if (others.length > 0)
        remarks.push({
          what: 'kept',
          message:
            'A concept lies under several others: it came under one of them, and is linked to the rest.',
          subject: wordsOf(facts, concept, languages).name,
        });
      return [concept, first ?? null];
    }),
  );
}

function codeOf(
  facts: Facts,
  iri: string,
  ids: ReadonlyMap<string, string>,
  parents: ReadonlyMap<string, string | null>,
  languages: readonly string[],
  remarks: Remark[],
): BookCode {
  const { name, definition, example, labels } = wordsOf(facts, iri, languages);
  const parent = parents.get(iri) ?? null;
  const also = facts.iris(iri, `${SKOS}broader`).filter((each) => each !== parent && each !== iri);
  const linked = (others: readonly string[], kind: 'see_also' | 'not_to_be_confused') =>
    others.flatMap((other) => {
      const id = ids.get(other);
      return id === undefined || other === iri ? [] : [{ kind, other: id }];
    });
  if (facts.text(iri, `${OWL}deprecated`) === 'true')
    remarks.push({
      what: 'kept',
      message: 'A concept is marked as deprecated: it came as any other.',
      subject: name,
    });
  const [colour, codable, useWhen, useNotWhen] = ['colour', 'codable', 'useWhen', 'useNotWhen'].map((field) =>
    facts.text(iri, COLLIGO + field),
  );
  const isOwn = facts.has(iri, `${COLLIGO}order`);
  return {
    id: ids.get(iri) ?? '',
    isIdentified: true,
    parentId: parent === null ? null : (ids.get(parent) ?? null),
    name,
    definition,
    example,
    ...(isOwn && { useWhen: useWhen ?? '', useNotWhen: useNotWhen ?? '' }),
    ...(colour !== undefined && /^#[0-9a-f]{6}$/.test(colour) && { colour }),
    ...(codable !== undefined && { codable: codable !== 'no' }),
    labels,
    links: [
      ...linked([...facts.iris(iri, `${SKOS}related`), ...also], 'see_also'),
      ...linked(facts.iris(iri, `${COLLIGO}notToBeConfused`), 'not_to_be_confused'),
    ],
  };
}

const natural = new Intl.Collator('en', { numeric: true }).compare;

/** Siblings by their notation, so that 1.2 comes before 1.10, else by name. */
function inNaturalOrder(codes: readonly BookCode[]): BookCode[] {
  const sign = ({ labels, name }: BookCode) => labels.find(({ kind }) => kind === 'notation')?.text ?? name;
  return codes.toSorted((one, other) => natural(sign(one), sign(other)));
}

function inOwnOrder(facts: Facts, concepts: readonly string[], codes: readonly BookCode[]): BookCode[] {
  const place = new Map(
    codes.map((code, at) => [
      code,
      Number(facts.text(concepts[at] ?? '', `${COLLIGO}order`) ?? codes.length),
    ]),
  );
  return codes.toSorted((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
}
