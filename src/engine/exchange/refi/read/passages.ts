import type { Span } from '../../../../text/reading.ts';
import type { ExchangedPassage, ExchangedPlace } from '../../model.ts';
import type { XmlElement } from '../../xml/elements.ts';
import { placeAll } from './places.ts';
import { codeNames, codeRefs, readCodings, readSelection, type Selection } from './selections.ts';
import type { RawSpan } from './survey.ts';
import type { LoadedText } from './texts.ts';
import { createdOf, partOf, type Work } from './work.ts';

/** The document that selections lie in. */
export interface Holder {
  readonly id: string;
  readonly title: string;
}

/** Names that programs give selections by themselves and that say nothing. */
const EMPTY_NAME = /^(quotation \d+:\d+|line:\d+|[\d:.]+ – [\d:.]+)$/i;

/** @returns how a selection is stated: places as they are counted in the file */
export const spanOf = ({ attributes }: XmlElement): RawSpan => ({
  start: Number(attributes.get('startPosition') ?? Number.NaN),
  end: Number(attributes.get('endPosition') ?? Number.NaN),
  name: attributes.get('name') ?? '',
});

/** The cases that a selection belongs to: by their references to it, and by codings with what is a case in truth. */
function casesWith(work: Work, selection: Selection): string[] {
  const coded = codeRefs(selection.element)
    .map(({ code }) => code)
    .filter((code) => code !== null && work.facts.cases.has(code));
  return [...new Set([...(work.facts.casesBySelection.get(selection.id) ?? []), ...(coded as string[])])];
}

/** A passage of a selection, with its codings, and what else of the file points at it. */
export function passageOf(
  work: Work,
  selection: Selection,
  place: ExchangedPlace,
  holder: Holder,
  isQuoted: boolean,
): ExchangedPassage | null {
  const cases = casesWith(work, selection);
  const isWhole = cases.length > 0 && work.facts.wholes.has(selection.id);
  if (isWhole) for (const each of cases) work.join(each, holder.id);
  const codings = readCodings(work, selection.element, selection, holder.title, isWhole ? [] : cases);
  const name = selection.name.trim();
  const says = name !== '' && !isQuoted && work.program !== 'colligo' && !EMPTY_NAME.test(name);
  const comment = [says ? name : '', selection.description].filter((part) => part !== '').join('\n\n');
  const about = { kind: 'passage', id: selection.id } as const;
  const isPointedAt = selection.notes.length > 0 || work.facts.pointedAt.has(selection.id);
  if (isWhole && codings.length === 0 && comment === '' && !isPointedAt) {
    work.went(selection.id, { kind: 'document', id: holder.id });
    return null;
  }
  const isBare = codings.length === 0 && comment === '' && !isPointedAt;
  if (isBare)
    work.say('kept', 'A selection without code and comment came with the comment “Marked”.', holder.title);
  work.went(selection.id, about);
  work.refer(selection.notes, about);
  for (const { coding, notes } of codings)
    if (coding.id !== undefined) work.refer(notes, { kind: 'coding', id: coding.id });
  return {
    id: selection.id,
    place,
    codings: codings.map(({ coding }) => coding),
    ...createdOf(work, selection.createdAt, selection.createdBy),
    ...((comment !== '' || isBare) && { comment: comment || 'Marked' }),
  };
}

/** A selection whose words were not found in the document, as they stand in the file's own text. */
export interface Unplaced {
  readonly selection: Selection;
  readonly words: string;
}

/**
 * Makes passages of the selections of a text.
 * @param toDocument from UTF-16 units of the text as the file has it to those of the document; null where it is not there
 */
export function textPassages(
  work: Work,
  elements: readonly XmlElement[],
  text: LoadedText,
  holder: Holder,
  toDocument: (span: Span) => Span | null,
): { readonly passages: ExchangedPassage[]; readonly unplaced: Unplaced[]; readonly placed: Selection[] } {
  const spans = elements.map(spanOf);
  const places = placeAll(work, text, spans, work.outcome, holder.title);
  const passages: ExchangedPassage[] = [];
  const unplaced: Unplaced[] = [];
  const done: Selection[] = [];
  elements.forEach((element, at) => {
    const selection = readSelection(work, element, holder.title);
    const place = places[at];
    if (!place) {
      keepUnplaced(work, [{ selection, words: '' }], holder, false);
      return;
    }
    const span = toDocument(place);
    if (!span || span.end <= span.start) {
      unplaced.push({ selection, words: text.raw.slice(place.start, place.end) });
      return;
    }
    done.push(selection);
    const passage = passageOf(work, selection, span, holder, place.isQuoted);
    if (passage) passages.push(passage);
  });
  return { passages, unplaced, placed: done };
}

/** Lists selections that found no place in a document, with their codes, in a memo on it each. */
export function keepUnplaced(work: Work, all: readonly Unplaced[], holder: Holder, isTold = true): void {
  for (const { selection, words } of all) {
    const about = { kind: 'document', id: holder.id } as const;
    work.went(selection.id, about);
    work.refer(selection.notes, about);
    const codes = codeNames(work, selection.element);
    const parts = [words.trim() && `“${words.trim()}”`, selection.description, codes.join('\n')];
    const body = parts.filter((part) => part !== '').join('\n\n');
    if (body === '') continue;
    if (isTold)
      work.say(
        'kept',
        'A selection was not found in the document and is kept as a memo on it, with its codes.',
        holder.title,
      );
    work.memo(about, {
      id: partOf(selection.id, 'unplaced'),
      title: selection.name.trim().slice(0, 100) || 'Selection without a place',
      body,
      ...createdOf(work, selection.createdAt, selection.createdBy),
    });
  }
}

/** Lists what was selected in a source whose text is not there, in a memo on the project. */
export function keepWithoutText(work: Work, elements: readonly XmlElement[], { id, title }: Holder): void {
  const about = { kind: 'project' } as const;
  const lines = elements.map((element) => {
    const selection = readSelection(work, element, title);
    work.went(selection.id, about);
    work.refer(selection.notes, about);
    const { attributes } = element;
    const start = attributes.get('startPosition');
    const place =
      start === undefined ? `page ${attributes.get('page')}` : `${start} to ${attributes.get('endPosition')}`;
    const codes = codeNames(work, element).join(', ');
    return [place, selection.name.trim(), selection.description, codes]
      .filter((part) => part !== '')
      .join(' · ');
  });
  if (lines.length === 0) return;
  work.say(
    'kept',
    'Selections of a source without a text are listed in a memo on the project, with their codes.',
    title,
  );
  work.memo(about, { id: partOf(id, 'without text'), title, body: lines.join('\n') });
}
