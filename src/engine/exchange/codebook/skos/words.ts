import * as z from 'zod';
import type { CodeLabel } from '../../../codebook/whole.ts';
import { Label } from '../label.ts';
import type { Facts } from './facts.ts';
import { COLLIGO, type Literal, literalKey, SKOS, SKOS_XL } from './names.ts';
import { type CodeWords, wordsStated } from './state.ts';

const Exact = z.object({
  name: z.string(),
  definition: z.string(),
  example: z.string(),
  labels: z.array(Label),
});

/** Predicates of SKOS that say words, with what they become here. */
const SAID: readonly (readonly [name: string, kind: CodeLabel['kind']])[] = [
  ['prefLabel', 'name'],
  ['altLabel', 'alias'],
  ['hiddenLabel', 'hidden'],
  ['notation', 'notation'],
  ['definition', 'definition'],
  ['scopeNote', 'note'],
  ['note', 'note'],
  ['editorialNote', 'note'],
  ['historyNote', 'note'],
  ['example', 'example'],
  ['changeNote', 'change'],
];

/**
 * @param languages tags of languages, the one to call things in first
 * @returns what a concept says in words: its name, definition and example in the first of the languages that it has, the
 * rest as other words. What Colligo wrote comes back exactly, unless another program has changed it since.
 */
export function wordsOf(facts: Facts, concept: string, languages: readonly string[]): CodeWords {
  const all = SAID.map(([name, kind]) => [kind, literalsOf(facts, concept, name)] as const);
  const exact = exactWords(facts, concept, languages[0] ?? '');
  if (exact) return exact;
  const labels: CodeLabel[] = [];
  const chosen: Partial<Record<CodeLabel['kind'], Literal>> = {};
  for (const [kind, literals] of all) {
    const isChosen = kind === 'name' || kind === 'definition' || kind === 'example';
    const first = isChosen ? best(literals, languages) : undefined;
    if (first) chosen[kind] = first;
    for (const literal of literals)
      if (literal !== first && literal.text.trim() !== '')
        labels.push({ kind, language: literal.language, text: literal.text });
  }
  const name = chosen.name?.text.trim() || (labels.find(({ kind }) => kind === 'notation')?.text ?? '');
  return {
    name: name || tailOf(concept),
    definition: chosen.definition?.text ?? '',
    example: chosen.example?.text ?? '',
    labels,
  };
}

/** A thing may be called by a label, or by one that is a thing itself; a definition may be a thing with a value. */
function literalsOf(facts: Facts, concept: string, name: string): Literal[] {
  const direct = facts.literals(concept, SKOS + name);
  const known = new Set(direct.map(literalKey));
  const indirect = [
    ...facts.iris(concept, SKOS_XL + name).flatMap((label) => facts.literals(label, `${SKOS_XL}literalForm`)),
    ...facts
      .iris(concept, SKOS + name)
      .flatMap((note) => facts.literals(note, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value')),
  ].filter((literal) => !known.has(literalKey(literal)));
  const seen = new Set<string>();
  return [...direct, ...indirect].filter((literal) => {
    const key = literalKey(literal);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The very tag, then a region of it, then what says no language, then any. */
function best(literals: readonly Literal[], languages: readonly string[]): Literal | undefined {
  const fold = (tag: string) => tag.toLowerCase();
  for (const language of languages.map(fold)) {
    const found =
      literals.find((literal) => fold(literal.language) === language) ??
      literals.find((literal) => language !== '' && fold(literal.language).startsWith(`${language}-`));
    if (found) return found;
  }
  return literals.find(({ language }) => language === '') ?? literals[0];
}

/** What Colligo wrote beside the statements, if these still say the same. */
function exactWords(facts: Facts, concept: string, language: string): CodeWords | null {
  const json = facts.text(concept, `${COLLIGO}words`);
  if (json === undefined) return null;
  let words: CodeWords;
  try {
    words = Exact.parse(JSON.parse(json));
  } catch {
    return null;
  }
  const wanted = wordsStated(words, language).map(
    ([predicate, literal]) => `${predicate} ${literalKey(literal)}`,
  );
  const there = SAID.flatMap(([name]) =>
    facts.literals(concept, SKOS + name).map((literal) => `${SKOS}${name} ${literalKey(literal)}`),
  );
  const isSame = [...new Set(wanted)].toSorted().join() === [...new Set(there)].toSorted().join();
  return isSame ? words : null;
}

const tailOf = (iri: string): string => {
  const tail = /[^#/:]*$/.exec(iri)?.[0] || iri;
  try {
    return decodeURIComponent(tail);
  } catch {
    return tail;
  }
};
