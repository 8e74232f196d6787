import type { ExchangedCase, ExchangedCode, ExchangedValue } from '../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { targetsOf } from './refs.ts';
import { type RawValue, readValues, valuesOf } from './values.ts';
import { partOf, type Work } from './work.ts';

/** A case as the file states it. */
export interface RawCase {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly values: readonly RawValue[];
  readonly sources: readonly string[];
  readonly selections: readonly string[];
  /** Whether it has no name and one source, and so holds attributes of a document (MAXQDA, Quirkos). */
  readonly isAttributes: boolean;
  /** Whether it has a selection that is less than a source. */
  isPartial: boolean;
}

/** @returns a case by its element */
export function readCase(element: XmlElement, id: string): RawCase {
  const targets = (name: string) => targetsOf(childrenOf(element), name);
  const name = (element.attributes.get('name') ?? '').trim();
  const [codes, sources, selections] = [targets('CodeRef'), targets('SourceRef'), targets('SelectionRef')];
  return {
    id,
    name,
    description: textOf(childOf(element, 'Description')),
    codes,
    values: readValues(element),
    sources,
    selections,
    isAttributes: name === '' && sources.length === 1 && selections.length === 0 && codes.length === 0,
    isPartial: false,
  };
}

/** The code for those parts of documents that belong to a case. */
export const codeOfCase = (id: string): string => partOf(id, 'code of the case');

/** @returns a grouping code and under it one for each case that has parts of documents; none where no case has */
export function codesOfCases(work: Work): ExchangedCode[] {
  const partial = [...work.facts.cases.values()].filter(({ isPartial }) => isPartial);
  if (partial.length === 0) return [];
  const group = partOf('cases', 'grouping code');
  return [
    { id: group, parentId: null, name: 'Cases', codable: false },
    ...partial.map(({ id, name }) => {
      work.say(
        'kept',
        'Parts of documents that belong to a case are coded with a code of its name under “Cases”.',
        name,
      );
      return { id: codeOfCase(id), parentId: group, name: name || 'Unnamed case' };
    }),
  ];
}

/** @returns values that nameless cases state of a source */
export const valuesOfNameless = (work: Work, source: string): RawValue[] =>
  (work.facts.cases.size === 0 ? [] : [...work.facts.cases.values()])
    .filter(({ isAttributes, sources }) => isAttributes && sources[0] === source)
    .flatMap(({ values }) => values);

/** @returns the cases; comes after the documents */
export function casesOf(work: Work): ExchangedCase[] {
  return [...work.facts.cases.values()].flatMap((each): ExchangedCase[] => {
    if (each.isAttributes) {
      const isThere = each.sources.some((source) => work.documents.has(source) || work.aliases.has(source));
      if (!isThere && each.values.length > 0)
        work.say(
          'left',
          'Attributes were of a source that did not become a document.',
          each.sources[0] ?? '',
        );
      return [];
    }
    for (const source of each.sources) {
      const document = work.documents.has(source) ? source : work.aliases.get(source);
      if (document !== undefined) work.join(each.id, document);
      else work.say('left', 'A case named a source that did not become a document.', each.name);
    }
    for (const selection of each.selections)
      if (!work.selections.has(selection))
        work.say('left', 'A case named a selection that is not in a text.', each.name);
    const codes = each.codes.filter((code) => code !== each.id && work.facts.codes.has(code));
    if (codes.length > 0) {
      work.say('kept', 'Codes that a case stands for are listed in a memo on the case.', each.name);
      const names = codes.map((code) => work.facts.codes.get(code)?.name);
      work.memo(
        { kind: 'case', id: each.id },
        { id: partOf(each.id, 'codes'), title: 'Codes of the case', body: names.join('\n') },
      );
    }
    const values: ExchangedValue[] = valuesOf(work, each.values, 'case', { id: each.id, title: each.name });
    const description = work.text(each.id, 'description', each.description);
    return [
      {
        id: each.id,
        name: work.text(each.id, 'name', each.name) || 'Unnamed case',
        documents: [...(work.members.get(each.id) ?? [])],
        values,
        ...work.restored?.ofCase(each.id),
        ...(description !== '' && { description }),
      },
    ];
  });
}
