import { momentOf } from '../../identity.ts';
import type { ExchangedCoding } from '../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { codeOfCase } from './cases.ts';
import { identified } from './identities.ts';
import { noteRefs, targetsOf } from './refs.ts';
import { createdOf, type Work } from './work.ts';

/** What is selected in a source, whatever the source is, as the file states it. */
export interface Selection {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly notes: readonly string[];
  readonly element: XmlElement;
  readonly createdAt: string | undefined;
  readonly createdBy: string | undefined;
}

/** Reads what all kinds of selections have in common, and gives it an identity. */
export function readSelection(work: Work, element: XmlElement, title: string): Selection {
  const { id, isTwice } = work.identities.claim('selection', element.attributes.get('guid'));
  if (isTwice) work.say('mended', 'Two selections had the same GUID; the second got another one.', title);
  return {
    id,
    name: element.attributes.get('name') ?? '',
    description: work.text(id, 'description', textOf(childOf(element, 'Description'))),
    notes: noteRefs(childrenOf(element)),
    element,
    createdAt: element.attributes.get('creationDateTime'),
    createdBy: identified(element.attributes.get('creatingUser')) ?? undefined,
  };
}

/** A coding, and the notes about it. */
export interface ReadCoding {
  readonly coding: ExchangedCoding;
  readonly notes: readonly string[];
}

/** @returns the identities that codings of an element name as their codes, with the codings' elements */
export const codeRefs = (
  element: XmlElement,
): { readonly coding: XmlElement; readonly code: string | null }[] =>
  childrenOf(element, 'Coding').map((coding) => ({
    coding,
    code: targetsOf(childrenOf(coding), 'CodeRef')[0] ?? null,
  }));

/**
 * Reads the codings of a selection or a source.
 * @param selection whose maker and time codings have that name none
 * @param cases that the selection belongs to as a part of a document
 */
export function readCodings(
  work: Work,
  element: XmlElement,
  selection: Pick<Selection, 'createdAt' | 'createdBy'>,
  title: string,
  cases: readonly string[] = [],
): ReadCoding[] {
  const read = codeRefs(element).flatMap(({ coding, code }): ReadCoding[] => {
    if (code !== null && work.facts.cases.has(code)) return [];
    if (code === null || !work.facts.codes.has(code)) {
      work.say('left', 'A coding named a code that the file does not have.', title);
      return [];
    }
    const claimed = coding.attributes.get('guid');
    const { id, isTwice } = work.identities.claim('coding', claimed);
    if (isTwice) work.say('mended', 'Two codings had the same GUID; the second got another one.', title);
    const coder = identified(coding.attributes.get('creatingUser')) ?? selection.createdBy;
    const at = momentOf(coding.attributes.get('creationDateTime') ?? selection.createdAt);
    const known = work.coder(coder ?? null);
    const weight = work.restored?.weight(id);
    return [
      {
        coding: {
          id,
          code,
          ...(known !== undefined && { coder: known }),
          ...(at !== undefined && { createdAt: at }),
          ...(weight !== undefined && { weight }),
        },
        notes: noteRefs(childrenOf(coding)),
      },
    ];
  });
  const { createdAt, createdBy } = createdOf(work, selection.createdAt, selection.createdBy);
  const made = cases.map(
    (each): ReadCoding => ({
      coding: {
        code: codeOfCase(each),
        ...(createdBy !== undefined && { coder: createdBy }),
        ...(createdAt !== undefined && { createdAt }),
      },
      notes: [],
    }),
  );
  return [...read, ...made];
}

/** @returns names of the codes of an element, for where codings can't be carried */
export const codeNames = (work: Work, element: XmlElement): string[] =>
  codeRefs(element).map(
    ({ code }) => (code === null ? undefined : work.facts.codes.get(code)?.name) ?? '(unknown code)',
  );
